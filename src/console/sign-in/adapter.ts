import { type CleanedWhere, type CustomAdapter, createAdapterFactory } from 'better-auth/adapters'
import type { Database } from '../../db/database.ts'
import { type Cell, type Row, type Statement, statement } from '../../db/statement.ts'
import { type Column, TABLES, type Table } from './tables.ts'

/** A record of the library: its own field names, dates as `Date`. */
type Fields = Record<string, unknown>

export interface AdapterDeps {
  db: Database
  /** Our clock. The library has the machine's, so every time is shifted on its way in and out. Epoch ms. */
  now: () => number
}

/**
 * The sign-in library over our own `Database`: single statements, each a batch of its own, so that the embedded file
 * keeps its one writer and a remote works alike.
 */
export const signInAdapter = ({ db, now }: AdapterDeps) =>
  createAdapterFactory({
    config: { adapterId: 'wanling', supportsJSON: false, supportsNumericIds: false, transaction: false },
    adapter: () => customAdapter(db, () => now() - Date.now()),
  })

const customAdapter = (db: Database, shift: () => number): CustomAdapter => {
  const write = async (model: string, one: Statement): Promise<Fields[]> => {
    const [rows = []] = await db.write([one])
    return rows.map(row => fieldsOf(tableOf(model), row, shift()))
  }
  const read = async (model: string, one: Statement): Promise<Fields[]> => {
    const [rows = []] = await db.read([one])
    return rows.map(row => fieldsOf(tableOf(model), row, shift()))
  }
  const where = (model: string, clauses: readonly CleanedWhere[] = []) => whereOf(tableOf(model), clauses, shift())
  const set = (model: string, fields: Fields) => setOf(tableOf(model), fields, shift())
  return {
    create: async ({ model, data }) => own((await write(model, insertOf(tableOf(model), data, shift())))[0]),
    findOne: async ({ model, where: clauses }) =>
      own((await read(model, select(tableOf(model), where(model, clauses), 'LIMIT 1')))[0] ?? null),
    findMany: async ({ model, where: clauses, limit, offset = 0, sortBy }) => {
      const table = tableOf(model)
      const order = sortBy ? `ORDER BY ${columnOf(table, sortBy.field).name} ${sortBy.direction}` : ''
      return own(await read(model, select(table, where(model, clauses), `${order} LIMIT ${limit} OFFSET ${offset}`)))
    },
    count: async ({ model, where: clauses }) => {
      const { sql, args } = where(model, clauses)
      const [rows = []] = await db.read([statement(`SELECT count(*) FROM ${tableOf(model).name} ${sql}`, ...args)])
      return Number(rows[0]?.[0] ?? 0)
    },
    update: async ({ model, where: clauses, update }) =>
      own((await write(model, updateOf(tableOf(model), set(model, own(update)), where(model, clauses))))[0] ?? null),
    updateMany: async ({ model, where: clauses, update }) =>
      (await write(model, updateOf(tableOf(model), set(model, update), where(model, clauses)))).length,
    delete: async ({ model, where: clauses }) => {
      await write(model, deleteOf(tableOf(model), where(model, clauses)))
    },
    deleteMany: async ({ model, where: clauses }) =>
      (await write(model, deleteOf(tableOf(model), where(model, clauses)))).length,
    consumeOne: async ({ model, where: clauses }) =>
      own((await write(model, consumeOf(tableOf(model), where(model, clauses))))[0] ?? null),
    incrementOne: async ({ model, where: clauses, increment, set: values = {} }) => {
      const table = tableOf(model)
      const added = Object.entries(increment).map(([field, by]) => {
        const { name } = columnOf(table, field)
        return { sql: `${name} = coalesce(${name}, 0) + ?`, args: [by] }
      })
      const all = joined([...added, set(model, values)], ', ')
      return own((await write(model, updateOf(table, all, where(model, clauses))))[0] ?? null)
    },
  }
}

/** Part of a statement and its arguments. */
interface Part {
  sql: string
  args: Cell[]
}

const tableOf = (model: string): Table => {
  const table = TABLES[model]
  if (!table) throw new TypeError(`no table for ${model}`)
  return table
}

const columnOf = (table: Table, field: string): Column => {
  const column = table.columns[field]
  if (!column) throw new TypeError(`no column for ${field} in ${table.name}`)
  return column
}

const joined = (parts: Part[], by: string): Part => {
  const filled = parts.filter(part => part.sql !== '')
  return { sql: filled.map(part => part.sql).join(by), args: filled.flatMap(part => part.args) }
}

const columnsOf = (table: Table): string =>
  Object.values(table.columns)
    .map(column => column.name)
    .join(', ')

const select = (table: Table, where: Part, rest: string): Statement =>
  statement(`SELECT ${columnsOf(table)} FROM ${table.name} ${where.sql} ${rest}`.trim(), ...where.args)

const insertOf = (table: Table, fields: Fields, shift: number): Statement => {
  const kept = Object.entries(fields).filter(([field]) => field in table.columns)
  const names = kept.map(([field]) => columnOf(table, field).name)
  return statement(
    `INSERT INTO ${table.name} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')}) RETURNING ${columnsOf(table)}`,
    ...kept.map(([field, value]) => toCell(columnOf(table, field), value, shift)),
  )
}

const updateOf = (table: Table, set: Part, where: Part): Statement =>
  statement(
    `UPDATE ${table.name} SET ${set.sql || 'id = id'} ${where.sql} RETURNING ${columnsOf(table)}`,
    ...set.args,
    ...where.args,
  )

const deleteOf = (table: Table, where: Part): Statement =>
  statement(`DELETE FROM ${table.name} ${where.sql} RETURNING ${columnsOf(table)}`, ...where.args)

/** One row at most, whatever else matches. */
const consumeOf = (table: Table, where: Part): Statement =>
  statement(
    `DELETE FROM ${table.name} WHERE id = (SELECT id FROM ${table.name} ${where.sql} LIMIT 1) RETURNING ${columnsOf(table)}`,
    ...where.args,
  )

const setOf = (table: Table, fields: Fields, shift: number): Part => {
  const kept = Object.entries(fields).filter(([field, value]) => field in table.columns && value !== undefined)
  return {
    sql: kept.map(([field]) => `${columnOf(table, field).name} = ?`).join(', '),
    args: kept.map(([field, value]) => toCell(columnOf(table, field), value, shift)),
  }
}

const COMPARE: Partial<Record<CleanedWhere['operator'], string>> = { ne: '<>', lt: '<', lte: '<=', gt: '>', gte: '>=' }

const whereOf = (table: Table, clauses: readonly CleanedWhere[], shift: number): Part => {
  if (clauses.length === 0) return { sql: '', args: [] }
  const parts = clauses.map((clause, i) => {
    const { sql, args } = clauseOf(columnOf(table, clause.field), clause, shift)
    return { sql: i === 0 ? sql : `${clause.connector} ${sql}`, args }
  })
  return { sql: `WHERE ${parts.map(part => part.sql).join(' ')}`, args: parts.flatMap(part => part.args) }
}

const clauseOf = (column: Column, { operator, value }: CleanedWhere, shift: number): Part => {
  if (Array.isArray(value)) {
    const not = operator === 'not_in' ? 'NOT ' : ''
    const list = value.map(one => toCell(column, one, shift))
    return { sql: `${column.name} ${not}IN (${list.map(() => '?').join(', ')})`, args: list }
  }
  if (value === null) return { sql: `${column.name} IS ${operator === 'ne' ? 'NOT ' : ''}NULL`, args: [] }
  const sign = operator === 'eq' ? '=' : COMPARE[operator]
  if (!sign) throw new TypeError(`the sign-in asks for ${operator}, which it never did`)
  return { sql: `${column.name} ${sign} ?`, args: [toCell(column, value, shift)] }
}

const toCell = (column: Column, value: unknown, shift: number): Cell => {
  if (value === null || value === undefined) return null
  if (value instanceof Date) return value.getTime() + shift
  if (column.kind === 'date') return new Date(String(value)).getTime() + shift
  if (column.kind === 'flag') return value === true || value === 1 ? 1 : 0
  return column.kind === 'number' ? Number(value) : String(value)
}

const fieldsOf = (table: Table, row: Row, shift: number): Fields => ({
  ...table.fixed,
  ...Object.fromEntries(
    Object.entries(table.columns).map(([field, column], i) => [field, fromCell(column, row[i] ?? null, shift)]),
  ),
})

const fromCell = (column: Column, cell: Cell, shift: number): unknown => {
  if (cell === null) return null
  if (column.kind === 'date') return new Date(Number(cell) - shift)
  return column.kind === 'flag' ? cell === 1 : cell
}

/** The one cast of this module: the library's generic result types cannot be proved from a row. */
const own = <T>(value: unknown): T => value as T
