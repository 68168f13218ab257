import type { Actor } from '../chat/change.ts'
import type { Database } from '../db/database.ts'
import { type Row, statement } from '../db/statement.ts'
import type { RosterChange } from './change.ts'
import { gradeOn } from './grade.ts'
import { nameKey } from './import/name.ts'
import { writeChanges } from './import-store.ts'
import { makeCode } from './invitation.ts'
import type { Slip } from './slips.ts'

/** A slip and the child it is for. */
export type DrawnSlip = Slip & { childId: string }

export interface IssueDeps {
  /** The HMAC under which a code is stored. */
  lookup: (code: string) => string
  /** Epoch milliseconds. */
  now: number
  actor: Actor
  /** Told how many slips are stored so far. */
  step?: (done: number) => void
}

const CHILDREN = `SELECT c.id, c.label, coalesce(c.nickname, c.external_key), k.id, k.first_grade_year, k.class_no, s.name
  FROM enrolment e JOIN child c ON c.id = e.child_id JOIN school_class k ON k.id = e.class_id
    JOIN school s ON s.id = k.school_id
  WHERE e.until_date IS NULL AND k.id IN (SELECT value FROM json_each(?))
  ORDER BY k.first_grade_year DESC, k.class_no, c.rowid`

/**
 * Draws a slip with a fresh code for every child of the classes, in the order of the class list as it was imported.
 * Nobody is left out or marked: bound or not, each child gets one. Stores nothing. `today`: county date; `random`:
 * cryptographic.
 */
export const drawSlips = async (
  db: Pick<Database, 'read'>,
  classIds: readonly string[],
  today: string,
  random: (n: number) => Uint8Array,
): Promise<DrawnSlip[]> => {
  const [rows = []] = await db.read([statement(CHILDREN, JSON.stringify(classIds))])
  const named = Map.groupBy(rows, ([, label, , classId]) => `${classId} ${nameKey(String(label))}`)
  const hasNamesake = ([, label, , classId]: Row) =>
    (named.get(`${classId} ${nameKey(String(label))}`)?.length ?? 0) > 1
  return rows.map(row => slipOf(row, hasNamesake(row), today, makeCode(random)))
}

const slipOf = (row: Row, hasNamesake: boolean, today: string, code: string): DrawnSlip => {
  const [childId, label, mark, classId, firstGradeYear, classNo, schoolName] = row
  return {
    childId: String(childId),
    classId: String(classId),
    schoolName: String(schoolName),
    grade: gradeOn(Number(firstGradeYear), today),
    classNo: Number(classNo),
    label: String(label),
    ...(hasNamesake && typeof mark === 'string' ? { mark } : {}),
    code,
  }
}

/** Slips stored together: about 5 ms of the one connection. */
const TOGETHER = 50

/**
 * Stores drawn slips: from then on their codes open, and every earlier slip of these children opens nothing. Codes are
 * stored as HMACs, so a slip can be printed only when it is drawn.
 */
export const storeSlips = async (db: Database, slips: readonly DrawnSlip[], deps: IssueDeps): Promise<void> => {
  for (let from = 0; from < slips.length; from += TOGETHER) {
    const changes = slips.slice(from, from + TOGETHER).map(
      ({ childId, code }): RosterChange => ({
        feature: 'roster',
        type: 'ChildInvited',
        subject: childId,
        invitation: deps.lookup(code),
      }),
    )
    await db.write(writeChanges(changes, deps.actor, deps.now))
    deps.step?.(Math.min(from + TOGETHER, slips.length))
  }
}
