import { meaningOf } from '../import/columns.ts'
import { findHeader } from '../import/header.ts'

/** A cell as the library gives it; null where it is empty, or covered by a merged one. */
export type SheetCell = string | number | boolean | Date | null
export type Workbook = { sheet: string; data: SheetCell[][] }[]

/** A sheet cut into cells of text. `numbers`: which of them were numbers, row by row, as column indices. */
export type SheetTable = { table: string[][]; numbers: number[][]; others: number }
export type SheetRefusal = { refused: 'several-sheets'; sheets: number } | { refused: 'no-sheet'; sheets: number }

/**
 * The one sheet of a workbook that is a roster: the one asked for by name or number, else the only one with a header
 * that names a child, else the first that holds anything. `others`: filled sheets that were not read.
 */
export const sheetTable = (book: Workbook, wanted: string | undefined): SheetTable | SheetRefusal => {
  const filled = book.filter(({ data }) => data.some(row => row.some(cell => cell !== null && cell !== '')))
  if (wanted !== undefined) {
    const found = book.find(({ sheet }) => sheet === wanted) ?? book[Number(wanted) - 1]
    return found ? tableOf(found.data, filled.length - 1) : { refused: 'no-sheet', sheets: book.length }
  }
  const rosters = filled.length === 1 ? filled : filled.filter(({ data }) => isRoster(data))
  if (rosters.length > 1) return { refused: 'several-sheets', sheets: book.length }
  return tableOf((rosters[0] ?? filled[0])?.data ?? [], Math.max(0, filled.length - 1))
}

const isRoster = (data: SheetCell[][]): boolean => {
  const header = findHeader(data.slice(0, HEAD).map(row => row.map(textOf)))
  return header?.titles.some(({ title, group }) => isName(title, group)) ?? false
}

/** Rows looked at to tell a roster from a sheet of notes: the header and the line under it are among them. */
const HEAD = 12

const isName = (title: string, group: string): boolean => {
  const meaning = meaningOf(title, group)
  return 'field' in meaning && meaning.field === 'name'
}

const tableOf = (data: SheetCell[][], others: number): SheetTable => ({
  table: data.map(row => row.map(textOf)),
  numbers: data.map(row => row.flatMap((cell, i) => (typeof cell === 'number' ? [i] : []))),
  others,
})

/** Dates as ISO days: a class written 3-2 that the sheet has made a date of must be seen to be one. */
const textOf = (cell: SheetCell): string => {
  if (cell === null) return ''
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10)
  return String(cell)
}
