import type { ReadSheet } from '../sheet/read.ts'
import { fileKind } from './file-kind.ts'
import { rosterLimits } from './limits.ts'
import { readRosterFile, readRosterTable } from './read-roster.ts'
import type { RosterError, RosterOptions, RosterResult } from './types.ts'

/** `sheet`: the name or number of the sheet to read, where a workbook has several rosters. */
export type AnyRosterOptions = RosterOptions & { sheet?: string }

/**
 * Reads a roster, CSV or .xlsx, by what the file is and not by its name; all or nothing, as `readRosterFile` does. Files
 * that are neither are refused with the way to make one.
 */
export const readRoster = async (
  bytes: Uint8Array,
  options: AnyRosterOptions,
  readSheet: ReadSheet,
): Promise<RosterResult> => {
  if (bytes.length > rosterLimits.bytes) return refuse({ code: 'too-big' })
  switch (fileKind(bytes)) {
    case 'text':
      return readRosterFile(bytes, options)
    case 'old-workbook':
      return refuse({ code: 'old-spreadsheet' })
    case 'pdf':
      return refuse({ code: 'pdf' })
    case 'picture':
      return refuse({ code: 'not-text' })
    case 'workbook':
      return readWorkbook(bytes, options, readSheet)
  }
}

const readWorkbook = async (
  bytes: Uint8Array,
  options: AnyRosterOptions,
  readSheet: ReadSheet,
): Promise<RosterResult> => {
  const read = await readSheet(bytes, options.sheet)
  if ('refused' in read) return refuse(sheetError(read))
  const result = readRosterTable(read.table, options, read.numbers)
  if (result.ok && read.others > 0) result.warnings.push({ code: 'other-sheets', sheets: read.others })
  return result
}

const sheetError = (read: Extract<Awaited<ReturnType<ReadSheet>>, { refused: unknown }>): RosterError => {
  switch (read.refused) {
    case 'several-sheets':
    case 'no-sheet':
      return { code: read.refused, sheets: read.sheets }
    case 'too-big':
      return { code: 'sheet-too-big' }
    case 'locked':
      return { code: 'old-spreadsheet' }
    case 'not-a-sheet':
    case 'damaged':
      return { code: read.refused }
  }
}

const refuse = (error: RosterError): RosterResult => ({ ok: false, errors: [error], skippedColumns: [] })
