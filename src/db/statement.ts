import { fillPlaceholders } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { getTableConfig, QueryBuilder } from 'drizzle-orm/sqlite-core'

/** What SQLite takes and gives: text, numbers, blobs and nothing else. */
export type Cell = string | number | bigint | Uint8Array | null

/** One SQL statement with its arguments, ready for the embedded file and for a remote alike. */
export interface Statement {
  sql: string
  args: Cell[]
}

/** A row as its cells in the order of the selected columns. */
export type Row = Cell[]

/** Builds selects without a connection; what it builds is compiled once by `prepare`. */
export const builder = new QueryBuilder()

interface Built {
  toSQL(): { sql: string; params: unknown[] }
}

/**
 * Compiles a drizzle query once, with `sql.placeholder('name')` for its arguments, and returns a function that only
 * fills them in. The builder costs more than the statement itself, so hot statements are compiled at start.
 */
export const prepare = (query: Built): ((values?: Record<string, Cell>) => Statement) => {
  const { sql, params } = query.toSQL()
  return (values = {}) => ({ sql, args: fillPlaceholders(params, values).map(toCell) })
}

/** A statement written out by hand, for what the builder cannot say (guards, counters, projections). */
export const statement = (sql: string, ...args: Cell[]): Statement => ({ sql, args })

const toCell = (value: unknown): Cell => {
  if (value === undefined || value === null) return null
  if (typeof value === 'boolean') return value ? 1 : 0
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint') return value
  if (value instanceof Uint8Array) return value
  throw new TypeError(`a ${typeof value} cannot be stored: encode it in its column`)
}

const columnsOf = new WeakMap<SQLiteTable, Map<string, SQLiteColumn>>()

const columns = (table: SQLiteTable): Map<string, SQLiteColumn> => {
  const known = columnsOf.get(table)
  if (known) return known
  const keys = new Map(getTableConfig(table).columns.map(column => [column.name, column]))
  const byKey = new Map<string, SQLiteColumn>()
  for (const [key, column] of Object.entries(table)) {
    const found = column && keys.get(column.name)
    if (found) byKey.set(key, found)
  }
  columnsOf.set(table, byKey)
  return byKey
}

const written = new Map<string, string>()

const once = (key: string, write: () => string): string => {
  const known = written.get(key)
  if (known !== undefined) return known
  const sql = write()
  written.set(key, sql)
  return sql
}

/** `INSERT INTO table` with the given columns; `onConflict` is appended as it stands (`ON CONFLICT … DO …`). */
export const insert = <T extends SQLiteTable>(table: T, row: T['$inferInsert'], onConflict = ''): Statement => {
  const known = columns(table)
  const entries = Object.entries(row).filter(([, value]) => value !== undefined)
  const { name } = getTableConfig(table)
  const sql = once(`${name}|${entries.map(([key]) => key).join()}|${onConflict}`, () => {
    const names = entries.map(([key]) => `"${columnNamed(known, key).name}"`)
    return `INSERT INTO "${name}" (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')}) ${onConflict}`.trim()
  })
  return { sql, args: entries.map(([key, value]) => encode(columnNamed(known, key), value)) }
}

const encode = (column: SQLiteColumn, value: unknown): Cell =>
  value === null ? null : toCell(column.mapToDriverValue(value))

const columnNamed = (known: Map<string, SQLiteColumn>, key: string): SQLiteColumn => {
  const column = known.get(key)
  if (!column) throw new TypeError(`no column ${key}`)
  return column
}

type Selected<F extends Record<string, SQLiteColumn>> = {
  [K in keyof F]: F[K]['_']['notNull'] extends true ? F[K]['_']['data'] : F[K]['_']['data'] | null
}

/** Reads rows of a select whose fields were given in this order back into objects, decoded by their columns. */
export const decodeRows =
  <F extends Record<string, SQLiteColumn>>(fields: F) =>
  (rows: Row[]): Selected<F>[] => {
    const entries = Object.entries(fields)
    return rows.map(row => decoded<F>(entries.map(([key, column], i) => [key, decode(column, row[i] ?? null)])))
  }

const decode = (column: SQLiteColumn, cell: Cell): unknown => (cell === null ? null : column.mapFromDriverValue(cell))

/** The one cast of this module: the entries were built from the fields themselves. */
const decoded = <F extends Record<string, SQLiteColumn>>(entries: [string, unknown][]): Selected<F> =>
  Object.fromEntries(entries) as Selected<F>
