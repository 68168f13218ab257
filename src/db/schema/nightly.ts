import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** The facts of one night, by column: what an answer may say and what a night may hold. */
const facts = () => ({
  /** School-set written homework at home, minutes 0–300 as told. */
  writtenMin: integer('written_min'),
  /** Light out, minutes after 18:00 of the night's date (21:20 is 200, 00:30 is 390). */
  bedOffset: integer('bed_offset'),
  /** The light-out was told ahead of the clock: shown to the family, left out of class sleep figures. */
  saidAhead: integer('said_ahead', { mode: 'boolean' }),
  /** all, most, half, little or none_set. */
  doneAtSchool: text('done_at_school'),
  finished: integer({ mode: 'boolean' }),
  stoppedForBed: integer('stopped_for_bed', { mode: 'boolean' }),
  otherMin: integer('other_min'),
  /** Wake-up on the next morning, minutes after 18:00 of the night's date. */
  wakeOffset: integer('wake_offset'),
  lateReason: text('late_reason'),
  /** parent_marked, punitive, phone_required, tutoring_hw, separated by commas. */
  flags: text(),
  /** In grades 1 and 2: the parent confirmed that the written homework was set by the teacher. */
  setByTeacher: integer('set_by_teacher', { mode: 'boolean' }),
})

/** Every answer as it was given, by whom. The night below is what they add up to. */
export const nightAnswer = sqliteTable(
  'night_answer',
  {
    id: text().primaryKey(),
    childId: text('child_id').notNull(),
    night: text().notNull(),
    guardianId: text('guardian_id').notNull(),
    at: integer().notNull(),
    /** report, correction or retraction. */
    kind: text().notNull(),
    ...facts(),
  },
  t => [
    index('night_answer_night').on(t.childId, t.night, t.at),
    index('night_answer_guardian').on(t.guardianId, t.at),
  ],
)

/** One child's night as it stands: the latest answer to each question counts. */
export const night = sqliteTable(
  'night',
  {
    childId: text('child_id').notNull(),
    night: text().notNull(),
    version: integer().notNull(),
    /** The class on that night, so that a child who moves keeps old figures with the old class. */
    classId: text('class_id').notNull(),
    ...facts(),
    firstAt: integer('first_at').notNull(),
    changedAt: integer('changed_at').notNull(),
    by: text('by_guardian').notNull(),
    /** Something was told or changed after 20:00 of the next day: a restatement in released figures. */
    late: integer({ mode: 'boolean' }).notNull(),
  },
  t => [
    primaryKey({ columns: [t.childId, t.night] }),
    index('night_class').on(t.classId, t.night),
    index('night_changed').on(t.changedAt),
  ],
)
