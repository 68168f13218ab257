import { is } from 'drizzle-orm'
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core'
import * as schema from '../db/schema/index.ts'

/** The tie that decides about a child; the others hang on it. */
export const GUARDIANSHIP = 'guardianship'

/** Tables that tie a person to a child, with the column that names the person. */
const PERSON: Record<string, string> = { [GUARDIANSHIP]: 'guardian_id', helper: 'helper_id' }

export interface Tie {
  table: string
  person: string
  columns: string[]
}

/** The ties that there are in this version. */
export const TIES: Tie[] = Object.values(schema)
  .filter(one => is(one, SQLiteTable))
  .map(one => getTableConfig(one))
  .flatMap(({ name, columns }) => {
    const person = PERSON[name]
    return person ? [{ table: name, person, columns: columns.map(column => column.name) }] : []
  })

/** People who only lend a hand with a child. They are locked with the child, once nobody is left to decide about it. */
export const HELPING = TIES.filter(one => one.table !== GUARDIANSHIP)

/** Whether somebody (an SQL expression) is tied to any child, as an SQL condition. */
export const isTied = (person: string): string =>
  `(${TIES.map(one => `EXISTS (SELECT 1 FROM ${one.table} t WHERE t.${one.person} = ${person})`).join(' OR ')})`

/** Moves one tie out, whole: erasure, person, child. */
export const moveOut = ({ table, person, columns }: Tie): string =>
  `INSERT INTO erasure_link (erasure_id, guardian_id, child_id, source, row)
  SELECT ?, ${person}, child_id, '${table}', json_object(${columns.map(one => `'${one}', ${one}`)})
  FROM ${table} WHERE ${person} = ? AND child_id = ?`

/** Takes away what an erasure has moved out. */
export const cutOff = ({ table, person }: Tie): string => `DELETE FROM ${table} WHERE (${person}, child_id) IN
  (SELECT guardian_id, child_id FROM erasure_link WHERE erasure_id = ? AND source = '${table}')`

/** Puts back what an erasure has moved out. */
export const moveBack = ({ table, columns }: Tie): string =>
  `INSERT INTO ${table} (${columns}) SELECT ${columns.map(one => `json_extract(row, '$.${one}')`)}
  FROM erasure_link WHERE erasure_id = ? AND source = '${table}'`
