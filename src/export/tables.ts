import { is } from 'drizzle-orm'
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core'
import * as schema from '../db/schema/index.ts'

/** Tables whose rows of a guardian are in the copy, in words of their own. */
export const TOLD = ['guardianship', 'night_answer', 'consent', 'conversation', 'change_log']

/** Settings of a guardian: one row each, copied as it stands, but for whose it is. */
export const SETTINGS = ['reminder']

/** Tables that name a guardian and are in no copy, each with the reason. What is in none of the three fails a test. */
export const NOT_TOLD: Record<string, string> = {
  erasure_link: 'what is locked is shown nowhere',
  erasure_request: 'a question to the other parent, gone within a week; the log tells of it',
  erasure_nod: 'an answer to such a question',
  helper: 'people who help have accounts of their own',
  audit: 'what staff did',
}

/** The columns of a settings table, without those that only say whose a row is; none where there is no such table. */
export const settingColumns = (table: string): string[] => {
  const found = Object.values(schema).find(one => is(one, SQLiteTable) && getTableConfig(one).name === table)
  if (!found || !is(found, SQLiteTable)) return []
  return getTableConfig(found)
    .columns.map(column => column.name)
    .filter(name => !name.endsWith('_id'))
}
