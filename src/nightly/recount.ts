import { isLate } from '../calendar/index.ts'
import type { Derived } from '../chat/change.ts'
import type { Facts } from '../chat/dialog.ts'
import { nightAnswer } from '../db/schema/index.ts'
import { decodeRows, type Row, type Statement, statement } from '../db/statement.ts'
import { standsOf } from './answers.ts'
import type { NightFacts } from './change.ts'
import { instant } from './rules.ts'
import { ANSWER_FIELDS, givenOf, type KeptAnswer, upsertNight } from './store.ts'

/** A night as its counted answers make it. */
interface Recounted {
  night: string
  version: number
  classId: string
  stands: NightFacts
  by: string
  firstAt: number
  late: boolean
}

/** A child's nights counted again because a guardian's answers went, or came back. `subject` is the child. */
export interface NightsRecounted extends Derived {
  feature: 'nightly'
  type: 'NightsRecounted'
  subject: string
  nights: Recounted[]
  /** Nights of which no counted answer is left. */
  gone: string[]
  /** Versions of the child's nights added up, as the decision saw them. */
  seen: number
}

/** Everything ever told about some children, whoever told it. */
export interface Told {
  answers: (KeptAnswer & { guardianId: string })[]
  versions: { childId: string; night: string; version: number }[]
  enrolments: { childId: string; classId: string; from: string; until: string | null }[]
}

const FIELDS = { ...ANSWER_FIELDS, guardianId: nightAnswer.guardianId }
const COLUMNS = Object.values(FIELDS).map(column => column.name)
const decode = decodeRows(FIELDS)

/** Reads what was told about the children that `children` selects by their ids. */
export const readTold = ({ sql, args }: Statement): Facts<Told> => ({
  statements: [
    statement(`SELECT ${COLUMNS} FROM night_answer WHERE child_id IN (${sql}) ORDER BY at, rowid`, ...args),
    statement(`SELECT child_id, night, version FROM night WHERE child_id IN (${sql})`, ...args),
    statement(`SELECT child_id, class_id, from_date, until_date FROM enrolment WHERE child_id IN (${sql})`, ...args),
  ],
  read: ([answers = [], versions = [], enrolments = []]) => ({
    answers: decode(answers).map(({ guardianId, ...row }) => ({ ...givenOf(row), guardianId })),
    versions: versions.map(([childId, night, version]) => ({
      childId: String(childId),
      night: String(night),
      version: Number(version),
    })),
    enrolments: enrolments.map(enrolmentOf),
  }),
})

const enrolmentOf = ([childId, classId, from, until]: Row) => ({
  childId: String(childId),
  classId: String(classId),
  from: String(from),
  until: typeof until === 'string' ? until : null,
})

/**
 * A child's nights after the answers of `changed` guardians began or ceased to count; `counts` says whose count now.
 * Pure. Nights of which nobody changed told anything are left alone.
 */
export const recountNights = (
  childId: string,
  told: Told,
  changed: string[],
  counts: (guardianId: string) => boolean,
  zone: string,
): NightsRecounted => {
  const own = told.answers.filter(one => one.childId === childId)
  const touched = [...new Set(own.filter(one => changed.includes(one.guardianId)).map(one => one.night))]
  const versions = new Map(told.versions.filter(one => one.childId === childId).map(one => [one.night, one.version]))
  const counted = (night: string) => own.filter(one => one.night === night && counts(one.guardianId))
  return {
    feature: 'nightly',
    type: 'NightsRecounted',
    subject: childId,
    derived: true,
    nights: touched.flatMap(night => {
      const answers = counted(night)
      const last = answers.at(-1)
      if (!last) return []
      return {
        night,
        version: (versions.get(night) ?? 0) + 1,
        classId: classOn(night, childId, told),
        stands: standsOf(answers),
        by: last.guardianId,
        firstAt: answers[0]?.at ?? last.at,
        late: answers.some(one => isLate(night, instant(one.at), zone)),
      }
    }),
    gone: touched.filter(night => counted(night).length === 0),
    seen: [...versions.values()].reduce((sum, one) => sum + one, 0),
  }
}

/** The class of that night, so that old figures stay with the old class. */
const classOn = (night: string, childId: string, { enrolments }: Told): string => {
  const own = enrolments.filter(one => one.childId === childId)
  const then = own.find(one => one.from <= night && (one.until === null || night < one.until))
  return (then ?? own.at(-1))?.classId ?? ''
}

/** The statements of a recount. It fails when a night of the child has changed since it was decided. */
export const applyRecount = (change: NightsRecounted, at: number): Statement[] => [
  statement(
    'INSERT INTO guard (ok) VALUES (coalesce((SELECT sum(version) FROM night WHERE child_id = ?), 0) = ?)',
    change.subject,
    change.seen,
  ),
  ...change.nights.map(({ stands, ...one }) =>
    upsertNight({ childId: change.subject, ...one, ...stands, changedAt: at }),
  ),
  ...change.gone.map(night => statement('DELETE FROM night WHERE child_id = ? AND night = ?', change.subject, night)),
  statement('DELETE FROM guard'),
]
