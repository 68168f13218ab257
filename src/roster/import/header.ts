import { isKnownTitle, meaningOf } from './columns.ts'
import { rosterLimits } from './limits.ts'

type Records = readonly (readonly string[])[]
/** A column title and the group title above it ('' where there is none). */
export type Title = { title: string; group: string }
/** `row` counts from 1; `firstDataRow` is the row after the header's last line. */
export type Header = { row: number; firstDataRow: number; titles: Title[] }

/**
 * Finds the header among the first rows: the row with the most known titles, one with a name column before all others.
 * Lines above it are left out. A header of two rows is understood both ways: groups above (家长信息 over 姓名, 电话),
 * or parts below (家长 over 父亲, 母亲). Undefined when no row has two known titles.
 */
export function findHeader(records: Records): Header | undefined {
  const scores = records.slice(0, rosterLimits.headerRows).map(headerScore)
  const best = Math.max(0, ...scores)
  if (best < 2) return undefined
  const index = scores.indexOf(best)
  const main = records[index] ?? []
  const next = records[index + 1] ?? []
  if (isSecondLine(main, next)) return { row: index + 1, firstDataRow: index + 3, titles: joinLines(main, next) }
  const above = records[index - 1] ?? []
  const titles = filledCells(above) >= 2 ? joinLines(above, main) : main.map(title => ({ title, group: '' }))
  return { row: index + 1, firstDataRow: index + 2, titles }
}

/** How much a row looks like a header: its known titles, ten more for a name column. */
export function headerScore(record: readonly string[]): number {
  const hasName = record.some(cell => hasField(cell, 'name'))
  return new Set(record.filter(cell => cell !== '' && isKnownTitle(cell))).size + (hasName ? 10 : 0)
}

function hasField(cell: string, field: string): boolean {
  const meaning = meaningOf(cell, '')
  return 'field' in meaning && meaning.field === field
}

function isSecondLine(main: readonly string[], next: readonly string[]): boolean {
  const isUnderNeeded = next.some((cell, i) => cell !== '' && ['name', 'class'].some(f => hasField(main[i] ?? '', f)))
  return !isUnderNeeded && filledCells(next) > 0 && next.every(cell => cell === '' || isKnownTitle(cell))
}

function filledCells(record: readonly string[]): number {
  return record.filter(cell => cell !== '').length
}

/** Merged cells leave their text in the first column only, so a group reaches to the next filled cell. */
function joinLines(upper: readonly string[], lower: readonly string[]): Title[] {
  let group = ''
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, i) => {
    group = upper[i] || group
    const title = lower[i] ?? ''
    return title === '' ? { title: upper[i] ?? '', group: '' } : { title, group }
  })
}
