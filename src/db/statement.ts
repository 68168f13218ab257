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

/** An insert of certain columns, written once: its text, and the columns that encode its values. */
interface Plan {
  sql: string
  columns: SQLiteColumn[]
}

const plans = new WeakMap<SQLiteTable, Map<string, Plan>>()

const planOf = (table: SQLiteTable, keys: string[], onConflict: string): Plan => {
  const known = plans.get(table) ?? new Map<string, Plan>()
  plans.set(table, known)
  const shape = `${keys.join()} ${onConflict}`
  const plan = known.get(shape) ?? written(table, keys, onConflict)
  known.set(shape, plan)
  return plan
}

const written = (table: SQLiteTable, keys: string[], onConflict: string): Plan => {
  const byKey = columns(table)
  const used = keys.map(key => columnNamed(byKey, key))
  const names = used.map(column => `"${column.name}"`).join(', ')
  const places = used.map(() => '?').join(', ')
  const sql = `INSERT INTO "${getTableConfig(table).name}" (${names}) VALUES (${places}) ${onConflict}`.trim()
  return { sql, columns: used }
}

/** `INSERT INTO table` with the given columns; `onConflict` is appended as it stands (`ON CONFLICT … DO …`). */
export const insert = <T extends SQLiteTable>(table: T, row: T['$inferInsert'], onConflict = ''): Statement => {
  const entries = Object.entries(row).filter(([, value]) => value !== undefined)
  const plan = planOf(
    table,
    entries.map(([key]) => key),
    onConflict,
  )
  return { sql: plan.sql, args: plan.columns.map((column, i) => encode(column, entries[i]?.[1])) }
}

const encode = (column: SQLiteColumn, value: unknown): Cell =>
  value === null || value === undefined ? null : toCell(column.mapToDriverValue(value))

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
    return rows.map(row => {
      const read: Record<string, unknown> = {}
      for (const [i, [key, column]] of entries.entries()) read[key] = decode(column, row[i] ?? null)
      return decoded<F>(read)
    })
  }

const decode = (column: SQLiteColumn, cell: Cell): unknown => (cell === null ? null : column.mapFromDriverValue(cell))

/** The one cast of this module: the row was read by the fields themselves. */
const decoded = <F extends Record<string, SQLiteColumn>>(read: Record<string, unknown>): Selected<F> =>
  read as Selected<F>
