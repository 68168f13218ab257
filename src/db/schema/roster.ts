import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

export const county = sqliteTable('county', {
  id: text().primaryKey(),
  name: text().notNull(),
  /** National-standard division code of the county or city district. */
  code: text().notNull(),
  /** The policy pack: national, henan, heilongjiang. */
  region: text().notNull(),
  zone: text().notNull(),
})

export const school = sqliteTable('school', {
  id: text().primaryKey(),
  countyId: text('county_id').notNull(),
  name: text().notNull(),
  /** primary, junior or nine-year. */
  kind: text().notNull(),
  /** 6-3 or 5-4 (五四学制). */
  system: text().notNull(),
})

/** A class is its school, the year it entered and its number: its grade follows from the date. */
export const schoolClass = sqliteTable(
  'school_class',
  {
    id: text().primaryKey(),
    schoolId: text('school_id').notNull(),
    /** The calendar year of the autumn in which this class was in grade 1. */
    firstGradeYear: integer('first_grade_year').notNull(),
    classNo: integer('class_no').notNull(),
  },
  t => [uniqueIndex('school_class_once').on(t.schoolId, t.firstGradeYear, t.classNo)],
)

/** No ID number, student number, photo, address, score or health record: there is no column for them. */
export const child = sqliteTable(
  'child',
  {
    id: text().primaryKey(),
    schoolId: text('school_id').notNull(),
    label: text().notNull(),
    /** What tells two children of one name apart, where a roster gives it. */
    nickname: text(),
    externalKey: text('external_key'),
    at: integer().notNull(),
  },
  t => [index('child_school').on(t.schoolId)],
)

/** A child belongs to a class from one date to another; old figures stay with the old class. */
export const enrolment = sqliteTable(
  'enrolment',
  {
    childId: text('child_id').notNull(),
    classId: text('class_id').notNull(),
    from: text('from_date').notNull(),
    until: text('until_date'),
  },
  t => [primaryKey({ columns: [t.childId, t.from] }), index('enrolment_class').on(t.classId)],
)

/** A grown-up of a child, on one account. */
export const guardianship = sqliteTable(
  'guardianship',
  {
    guardianId: text('guardian_id').notNull(),
    childId: text('child_id').notNull(),
    /** mother, father, grandparent or other. */
    relation: text().notNull(),
    at: integer().notNull(),
  },
  t => [primaryKey({ columns: [t.guardianId, t.childId] }), index('guardianship_child').on(t.childId)],
)

/** What a guardian said to one consent, each time they said it. The latest row counts. `given` is null when only asked. */
export const consent = sqliteTable(
  'consent',
  {
    id: text().primaryKey(),
    guardianId: text('guardian_id').notNull(),
    childId: text('child_id').notNull(),
    kind: text().notNull(),
    version: text().notNull(),
    given: integer({ mode: 'boolean' }),
    at: integer().notNull(),
  },
  t => [index('consent_guardian').on(t.guardianId, t.kind, t.at), index('consent_child').on(t.childId, t.kind, t.at)],
)

/** A code by its HMAC. A school's code binds one guardian, once; a family's code lives for 72 hours. */
export const invitation = sqliteTable(
  'invitation',
  {
    code: text().primaryKey(),
    childId: text('child_id').notNull(),
    /** school or family. */
    kind: text().notNull(),
    at: integer().notNull(),
    expiresAt: integer('expires_at'),
  },
  t => [index('invitation_child').on(t.childId)],
)

/** A code used up. It says nothing about by whom: staff never see which invitation was used. */
export const invitationUse = sqliteTable('invitation_use', {
  code: text().primaryKey(),
  at: integer().notNull(),
})

export const term = sqliteTable(
  'term',
  {
    countyId: text('county_id').notNull(),
    name: text().notNull(),
    from: text('from_date').notNull(),
    until: text('until_date').notNull(),
  },
  t => [primaryKey({ columns: [t.countyId, t.from] })],
)

/** A day that the county or one school decided otherwise: closure, make-up lessons, children's day. */
export const calendarOverride = sqliteTable(
  'calendar_override',
  {
    /** The county's or the school's id. */
    unit: text().notNull(),
    date: text().notNull(),
    schoolDay: integer('school_day', { mode: 'boolean' }).notNull(),
    reason: text().notNull(),
    by: text().notNull(),
    at: integer().notNull(),
  },
  t => [primaryKey({ columns: [t.unit, t.date] })],
)
/** Another spelling of a school's name, met in rosters. */
export const schoolAlias = sqliteTable(
  'school_alias',
  { schoolId: text('school_id').notNull(), alias: text().notNull() },
  t => [primaryKey({ columns: [t.schoolId, t.alias] })],
)

/**
 * Changes of an import on their way: written in small slices, nothing reads them, and made true all at once. What an
 * import that was killed left is deleted within the hour.
 */
export const importStage = sqliteTable(
  'import_stage',
  {
    importId: text('import_id').notNull(),
    n: integer().notNull(),
    at: integer().notNull(),
    type: text().notNull(),
    subject: text().notNull(),
    on: text('on_date'),
    schoolId: text('school_id'),
    classId: text('class_id'),
    label: text(),
    nickname: text(),
    externalKey: text('external_key'),
    /** The change for the log: without names and keys. */
    log: text().notNull(),
  },
  t => [primaryKey({ columns: [t.importId, t.n] })],
)
