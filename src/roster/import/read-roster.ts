import { type Csv, type Delimiter, parseCsv } from './csv.ts'
import { findDuplicates } from './duplicates.ts'
import { decodeRoster } from './encoding.ts'
import { findHeader, type Header, headerScore } from './header.ts'
import { type Layout, readLayout } from './layout.ts'
import { rosterLimits } from './limits.ts'
import { readRow } from './row.ts'
import { findSchool } from './school.ts'
import type { RosterError, RosterOptions, RosterResult, RosterRow, RosterWarning, SkippedColumn } from './types.ts'

type Records = readonly (readonly string[])[]

/**
 * Reads a roster file (CSV of any usual encoding and delimiter), all or nothing. Columns that policy §7.2 forbids, and
 * all that are not needed, are skipped and named; no value of them, and no value of a bad row, is in the answer.
 * The caller drops the bytes and keeps no file.
 */
export function readRosterFile(bytes: Uint8Array, options: RosterOptions): RosterResult {
  if (bytes.length > rosterLimits.bytes) return refuse([{ code: 'too-big' }])
  const decoded = decodeRoster(bytes)
  if ('refused' in decoded) return refuse([{ code: decoded.refused }])
  const csv = parseBest(decoded.text)
  if (csv.openQuoteRow !== undefined) return refuse([{ code: 'open-quote', row: csv.openQuoteRow }])
  if (csv.isCut) return refuse([{ code: 'too-many-rows' }])
  const result = readRosterTable(csv.records, options)
  if (result.ok && decoded.encoding === 'gb18030') result.warnings.push({ code: 'read-as-gb18030' })
  return result
}

/**
 * The same for a table that another reader (a spreadsheet's) has already cut into cells of text. `numbers`: which cells
 * of each row were numbers there, so that zeros before them are lost.
 */
export function readRosterTable(
  table: Records,
  options: RosterOptions,
  numbers: readonly (readonly number[])[] = [],
): RosterResult {
  if (options.school !== undefined && !findSchool(options.school, options.schools))
    return refuse([{ code: 'school-option' }])
  const records = table.map(record => record.map(cleanCell))
  const sizeError = checkSize(records)
  if (sizeError) return refuse([sizeError])
  const header = findHeader(records)
  if (!header) return refuse([{ code: 'no-header' }])
  const layout = readLayout(header, records.slice(header.firstDataRow - 1), options.school === undefined)
  if (layout.errors.length > 0) return refuse(layout.errors, layout.skipped)
  return readRows(records, header, layout, options, numbers)
}

function readRows(
  records: Records,
  header: Header,
  layout: Layout,
  options: RosterOptions,
  numbers: readonly (readonly number[])[],
): RosterResult {
  const filled = records.slice(header.firstDataRow - 1).filter(isFilled).length
  if (filled > rosterLimits.rows) return refuse([{ code: 'too-many-rows' }], layout.skipped)
  const rows: RosterRow[] = []
  const errors: RosterError[] = []
  const warnings: RosterWarning[] = []
  const above = records.slice(0, header.row - 1).filter(isFilled).length
  if (above > 0) warnings.push({ code: 'lines-above', rows: above })
  for (const [index, record] of records.entries()) {
    const row = index + 1
    if (row < header.firstDataRow || !isFilled(record)) continue
    if (isSameHeader(record, records[header.row - 1])) {
      warnings.push({ code: 'repeated-header', row })
      continue
    }
    const read = readRow(record, row, layout, options, numbers[index])
    if ('row' in read) rows.push(read.row)
    else errors.push(...read.errors)
  }
  errors.push(...findDuplicates(rows, layout))
  if (errors.length === 0 && rows.length === 0) errors.push({ code: 'no-rows' })
  return errors.length > 0
    ? refuse(errors.toSorted(byRow), layout.skipped)
    : { ok: true, rows, skippedColumns: layout.skipped, warnings }
}

function refuse(errors: RosterError[], skippedColumns: SkippedColumn[] = []): RosterResult {
  return { ok: false, errors, skippedColumns }
}

/** The delimiter under which the first lines look most like a header. */
function parseBest(text: string): Csv {
  const start = text.split(/\r\n|\r|\n/, rosterLimits.headerRows).join('\n')
  const scoreOf = (delimiter: Delimiter) => Math.max(0, ...parseCsv(start, delimiter).records.map(headerScore))
  const delimiters: Delimiter[] = [',', '\t', ';']
  const best = delimiters.reduce((best, next) => (scoreOf(next) > scoreOf(best) ? next : best))
  return parseCsv(text, best, rosterLimits.lines)
}

function checkSize(records: Records): RosterError | undefined {
  const filled = records.filter(isFilled)
  if (filled.length === 0) return { code: 'no-rows' }
  const isWide = filled.some(record => record.findLastIndex(cell => cell !== '') >= rosterLimits.columns)
  return isWide ? { code: 'too-many-columns' } : undefined
}

/** Trims, and undoes what sheets do to keep a leading zero: ="0302" and '0302. */
function cleanCell(cell: string): string {
  const trimmed = cell.trim()
  return trimmed.match(/^="([^"]*)"$/)?.[1]?.trim() ?? trimmed.replace(/^'(?=\d)/, '')
}

function isFilled(record: readonly string[]): boolean {
  return record.some(cell => cell !== '')
}

function isSameHeader(record: readonly string[], header: readonly string[] | undefined): boolean {
  return header?.every((title, i) => title === (record[i] ?? '')) ?? false
}

function byRow(a: RosterError, b: RosterError): number {
  return ('row' in a ? a.row : 0) - ('row' in b ? b.row : 0)
}
