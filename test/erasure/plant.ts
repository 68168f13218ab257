import { readFileSync } from 'node:fs'
import { type Cell, statement } from '../../src/db/statement.ts'
import { ABOUT_NO_FAMILY, BLANKED, LINKS, type OwnedTable, ownedTables } from '../../src/erasure/owners.ts'
import type { World } from '../support/world.ts'

/** Whose rows are planted: all three are known by their ids. */
export interface Whose {
  child: string
  guardian: string
  conversation: string
}

interface Column {
  name: string
  isText: boolean
  needed: boolean
  key: boolean
  /** Numbered by the database. */
  numbered: boolean
}

export const tablesOf = async (world: World): Promise<string[]> =>
  (await world.rows("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'")).map(row =>
    String(row[0]),
  )

const columnsOf = async (world: World, table: string): Promise<Column[]> => {
  const rows = await world.rows(`SELECT name, type, "notnull", pk FROM pragma_table_info('${table}')`)
  const keys = rows.filter(row => Number(row[3]) > 0).length
  return rows.map(row => {
    const isText = /text|blob|char/i.test(String(row[1]))
    const key = Number(row[3]) > 0
    return { name: String(row[0]), isText, needed: row[2] === 1, key, numbered: key && keys === 1 && !isText }
  })
}

/** Tables that can hold text and neither say whose a row is nor stand among those about no family. */
export const unclaimed = async (world: World): Promise<string[]> => {
  const claimed = new Set([...ownedTables().map(one => one.table), LINKS, ...Object.keys(ABOUT_NO_FAMILY)])
  const found: string[] = []
  for (const table of await tablesOf(world)) {
    const columns = await columnsOf(world, table)
    if (!claimed.has(table) && columns.some(one => one.isText)) found.push(table)
  }
  return found
}

/** Columns that the program reads as something else than text, so that a planted row stays one it could have written. */
const PLAUSIBLE: Record<string, string> = {
  night: '2026-11-20',
  last_night: '2026-11-20',
  class_id: 'class-3',
  school_id: 'school',
  kind: 'report',
}

let numbers = 0

const cellOf = ({ table, columns }: OwnedTable, column: Column, whose: Whose, text: string): Cell => {
  for (const owner of ['child', 'guardian', 'conversation'] as const) {
    if (columns[owner].includes(column.name)) return whose[owner]
  }
  // What stays without saying whose it was has room for a text only where it is blanked.
  if (BLANKED[table]?.includes(`${column.name} =`) === false && column.isText) return 'kept'
  if (column.isText) return PLAUSIBLE[column.name] ?? (column.key ? `${text} ${++numbers}` : text)
  if (!column.needed || column.numbered) return null
  return 1_000_000 + ++numbers
}

/** Plants a text in every free column of one row of every table that says whose its rows are. Returns the tables. */
export const plant = async (world: World, whose: Whose, said: string, except: string[] = []): Promise<string[]> => {
  // In quotation marks it is JSON too, as some columns want it.
  const text = `"${said}"`
  const planted: string[] = []
  for (const owned of ownedTables()) {
    if (except.includes(owned.table)) continue
    const columns = await columnsOf(world, owned.table)
    const cells = columns.map(column => cellOf(owned, column, whose, text))
    if (!cells.some(cell => typeof cell === 'string' && cell.includes(text))) continue
    await plantRow(world, owned.table, columns, cells, text)
    planted.push(owned.table)
  }
  return planted
}

/** A row of its own, or, where its key is taken, in the free columns of the row that stands there. */
const plantRow = async (world: World, table: string, columns: Column[], cells: Cell[], text: string): Promise<void> => {
  const names = columns.map(one => `"${one.name}"`)
  const marks = cells.map(() => '?').join()
  try {
    await world.db.write([statement(`INSERT INTO "${table}" (${names}) VALUES (${marks})`, ...cells)])
  } catch {
    const keys = columns.flatMap((one, i) => (one.key ? [{ ...one, cell: cells[i] ?? null }] : []))
    const free = columns.filter((one, i) => !one.key && cells[i] === text)
    const sets = free.map(one => `"${one.name}" = ?`).join()
    const where = keys.map(one => `"${one.name}" = ?`).join(' AND ')
    const args = [...free.map(() => text), ...keys.map(one => one.cell)]
    await world.db.write([statement(`UPDATE "${table}" SET ${sets} WHERE ${where}`, ...args)])
  }
}

/** Every table in which a text is found, in whichever cell. */
export const found = async (world: World, text: string): Promise<string[]> => {
  const hits: string[] = []
  for (const table of await tablesOf(world)) {
    const all = await world.rows(`SELECT * FROM "${table}"`)
    if (all.some(row => row.some(cell => cellText(cell).includes(text)))) hits.push(table)
  }
  return hits
}

const cellText = (cell: Cell): string =>
  cell instanceof Uint8Array ? Buffer.from(cell).toString() : typeof cell === 'string' ? cell : ''

/** How often a text's bytes stand in the database's file and its write-ahead log. */
export const inBytes = (world: World, text: string): number =>
  ['', '-wal']
    .map(ending => readFileSync(`${world.path}${ending}`))
    .reduce((sum, bytes) => sum + bytes.toString('latin1').split(Buffer.from(text).toString('latin1')).length - 1, 0)
