import type { Database } from '../../db/database.ts'
import { helpLine } from '../../db/schema/index.ts'
import { decodeRows, insert, type Statement, statement } from '../../db/statement.ts'

/** What staff say about a local number. `verifiedOn`: the county's day of the last test call, null for never. */
export interface HelpLine {
  id: string
  number: string
  owner: string
  hours: string
  purpose: string
  verifiedOn: string | null
  version: number
}

const { id, number, owner, hours, purpose, verifiedOn, version } = helpLine
const fields = { id, number, owner, hours, purpose, verifiedOn, version }
const LINES = `SELECT id, number, owner, hours, purpose, verified_on, version FROM help_line WHERE unit = ?`

/** A county's local numbers, in the order in which they were added. */
export const readHelpLines = async (db: Pick<Database, 'read'>, unit: string): Promise<HelpLine[]> => {
  const [rows = []] = await db.read([statement(`${LINES} ORDER BY id`, unit)])
  return decodeRows(fields)(rows)
}

/** Whether a number is still as it was when a form was opened: a SELECT of 1. */
export const lineStandsAt = (line: string, unit: string, at: number): Statement =>
  statement('SELECT count(*) FROM help_line WHERE id = ? AND unit = ? AND version = ?', line, unit, at)

/** Writes a number whole; what stood under its id before goes. A new number has not been called. */
export const putHelpLine = (line: HelpLine, unit: string, at: number): Statement =>
  insert(
    helpLine,
    { ...line, unit, changedAt: at },
    `ON CONFLICT (id) DO UPDATE SET number = excluded.number, owner = excluded.owner, hours = excluded.hours,
      purpose = excluded.purpose, verified_on = excluded.verified_on, version = excluded.version, changed_at = excluded.changed_at`,
  )

export const removeHelpLine = (line: string): Statement => statement('DELETE FROM help_line WHERE id = ?', line)
