import { type Row, type Statement, statement } from './statement.ts'

/** Select-only questions that one feature may ask about another's tables. */
interface View<T> {
  statement: Statement
  read: (rows: Row[]) => T
}

export interface NightLine {
  childId: string
  night: string
  /** Minutes; null when it was not told. */
  writtenMin: number | null
  /** Minutes after 18:00; null when it was not told. */
  bedOffset: number | null
  /** The last answer came from this guardian, not from the other one. */
  mine: boolean
}

const NIGHTS = `SELECT n.child_id, n.night, n.written_min, n.bed_offset, n.by_guardian = g.guardian_id
  FROM guardianship g JOIN night n ON n.child_id = g.child_id
  WHERE g.guardian_id = ? AND n.night >= ? AND (n.written_min IS NOT NULL OR n.bed_offset IS NOT NULL)
  ORDER BY n.night, n.child_id`

/** A guardian's children's nights since a date, oldest first. */
export const nightsOfFamily = (guardianId: string, since: string): View<NightLine[]> => ({
  statement: statement(NIGHTS, guardianId, since),
  read: rows =>
    rows.map(([childId, night, writtenMin, bedOffset, mine]) => ({
      childId: String(childId),
      night: String(night),
      writtenMin: typeof writtenMin === 'number' ? writtenMin : null,
      bedOffset: typeof bedOffset === 'number' ? bedOffset : null,
      mine: mine === 1,
    })),
})
