import type { Facts } from '../chat/dialog.ts'
import { night, nightAnswer } from '../db/schema/index.ts'
import { decodeRows, insert, type Statement, statement } from '../db/statement.ts'
import { CHILDREN_OF } from '../roster/family.ts'
import { stillHelps } from '../roster/helpers.ts'
import type { GivenAnswer } from './answers.ts'
import type { NightChange, NightFacts } from './change.ts'

/** The statements of one change of a night: the answer kept, the night as it stands, both or neither. */
export const applyNightly = (change: NightChange, at: number): Statement[] => [
  unchangedSince(change),
  ...(change.byHelper ? [stillHelps(change.guardianId, change.subject)] : []),
  insert(nightAnswer, {
    id: change.answerId,
    childId: change.subject,
    night: change.night,
    guardianId: change.guardianId,
    byHelper: change.byHelper,
    at: change.toldAt,
    kind: KINDS[change.type],
    ...change.told,
  }),
  upsertNight({
    childId: change.subject,
    night: change.night,
    version: change.seenVersion + 1,
    classId: change.classId,
    ...change.stands,
    firstAt: at,
    changedAt: at,
    by: change.guardianId,
    late: change.late,
  }),
  statement('DELETE FROM guard'),
]

const KINDS = { NightReported: 'report', NightCorrected: 'correction', NightRetracted: 'retraction' } as const

/** Another guardian may have answered between the read and now: then the version differs, and the turn is decided again. */
const unchangedSince = ({ subject, night: date, seenVersion }: NightChange): Statement =>
  statement(
    'INSERT INTO guard (ok) VALUES (coalesce((SELECT version FROM night WHERE child_id = ? AND night = ?), 0) = ?)',
    subject,
    date,
    seenVersion,
  )

const EMPTY: Required<NightFacts> = {
  writtenMin: null,
  bedOffset: null,
  saidAhead: null,
  doneAtSchool: null,
  finished: null,
  stoppedForBed: null,
  otherMin: null,
  wakeOffset: null,
  lateReason: null,
  flags: null,
  setByTeacher: null,
}

const UPSERT = `ON CONFLICT (child_id, night) DO UPDATE SET version = excluded.version,
  written_min = excluded.written_min, bed_offset = excluded.bed_offset, said_ahead = excluded.said_ahead,
  done_at_school = excluded.done_at_school, finished = excluded.finished, stopped_for_bed = excluded.stopped_for_bed,
  other_min = excluded.other_min, wake_offset = excluded.wake_offset, late_reason = excluded.late_reason,
  flags = excluded.flags, set_by_teacher = excluded.set_by_teacher, changed_at = excluded.changed_at,
  by_guardian = excluded.by_guardian, late = excluded.late OR late`

/** A night as it stands now, in place of what stood there. What `row` does not tell is empty. */
export const upsertNight = (row: typeof night.$inferInsert): Statement => insert(night, { ...EMPTY, ...row }, UPSERT)

const FIELDS = {
  childId: night.childId,
  night: night.night,
  version: night.version,
  by: night.by,
  writtenMin: night.writtenMin,
  bedOffset: night.bedOffset,
  saidAhead: night.saidAhead,
  doneAtSchool: night.doneAtSchool,
  finished: night.finished,
  stoppedForBed: night.stoppedForBed,
  otherMin: night.otherMin,
  wakeOffset: night.wakeOffset,
  lateReason: night.lateReason,
  flags: night.flags,
  setByTeacher: night.setByTeacher,
}

const NIGHTS = `SELECT ${Object.values(FIELDS)
  .map(column => column.name)
  .join(', ')}
  FROM night WHERE child_id IN (${CHILDREN_OF}) AND night >= ?`
export const ANSWER_FIELDS = {
  childId: nightAnswer.childId,
  night: nightAnswer.night,
  by: nightAnswer.guardianId,
  byHelper: nightAnswer.byHelper,
  at: nightAnswer.at,
  kind: nightAnswer.kind,
  writtenMin: nightAnswer.writtenMin,
  bedOffset: nightAnswer.bedOffset,
  saidAhead: nightAnswer.saidAhead,
  doneAtSchool: nightAnswer.doneAtSchool,
  finished: nightAnswer.finished,
  stoppedForBed: nightAnswer.stoppedForBed,
  otherMin: nightAnswer.otherMin,
  wakeOffset: nightAnswer.wakeOffset,
  lateReason: nightAnswer.lateReason,
  flags: nightAnswer.flags,
  setByTeacher: nightAnswer.setByTeacher,
}

/** An answer counts only while its guardian's link is not locked for deletion. */
const ANSWERS = `SELECT ${Object.values(ANSWER_FIELDS)
  .map(column => column.name)
  .join(', ')}
  FROM night_answer a WHERE child_id IN (${CHILDREN_OF}) AND night >= ?
    AND NOT EXISTS (SELECT 1 FROM erasure_link l WHERE l.guardian_id = a.guardian_id AND l.child_id = a.child_id)
  ORDER BY at, rowid`
/** By the index of (guardian, at), whatever the years. */
const LAST = 'SELECT child_id, night, at FROM night_answer WHERE guardian_id = ? ORDER BY at DESC, rowid DESC LIMIT 1'
const COUNT = 'SELECT count(*) FROM (SELECT DISTINCT night FROM night_answer WHERE guardian_id = ? LIMIT 2)'

const decode = decodeRows(FIELDS)
const decodeAnswers = decodeRows(ANSWER_FIELDS)

export type AnswerRow = ReturnType<typeof decodeAnswers>[number]

const TYPES = { report: 'NightReported', correction: 'NightCorrected', retraction: 'NightRetracted' } as const

/** A kept answer as the rules read it: what was not told is absent, not null. */
export const givenOf = ({ childId, night: date, by, byHelper, at, kind, ...told }: AnswerRow): KeptAnswer => ({
  childId,
  night: date,
  by,
  byHelper,
  at,
  kind: kind === 'retraction' || kind === 'correction' ? TYPES[kind] : TYPES.report,
  told: Object.fromEntries(Object.entries(told).filter(([, value]) => value !== null)),
})

export interface KeptAnswer extends GivenAnswer {
  childId: string
  night: string
}

export type StoredNight = ReturnType<typeof decode>[number]

/** A family's recent nights, and what this person last did. */
export interface RecentNights {
  nights: StoredNight[]
  /** The answers of those nights that were asked for, by whomever. */
  answers: KeptAnswer[]
  /** The night of this person's latest answer, and when it was given (epoch ms). */
  last: { childId: string; night: string; at: number } | null
  /** Different nights that this person has ever answered for; 2 stands for two and more. */
  answered: number
}

export const NO_NIGHTS: RecentNights = { nights: [], answers: [], last: null, answered: 0 }

/** What to read: dates are `YYYY-MM-DD`, `today` the county's. */
export interface Recently {
  today: string
  /** Nights since this date. */
  since: string
  /** The answers behind them since this one. */
  answersSince: string
}

/** The nights of the children whom somebody guards or helps with. */
export const readRecentNights = (personId: string, { today, since, answersSince }: Recently): Facts<RecentNights> => ({
  statements: [
    statement(NIGHTS, personId, personId, today, since),
    statement(ANSWERS, personId, personId, today, answersSince),
    statement(LAST, personId),
    statement(COUNT, personId),
  ],
  read: ([rows = [], answers = [], last = [], count = []]) => ({
    nights: decode(rows),
    answers: decodeAnswers(answers).map(givenOf),
    last: last[0] ? { childId: String(last[0][0]), night: String(last[0][1]), at: Number(last[0][2]) } : null,
    answered: Number(count[0]?.[0] ?? 0),
  }),
})
