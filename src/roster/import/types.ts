import type { ClassNameReason, SchoolStage, SchoolSystem } from '../class-name.ts'

/** A school the county knows; `aliases` are other spellings met in rosters. */
export type RosterSchool = { name: string; aliases?: readonly string[]; stage: SchoolStage; system: SchoolSystem }

/**
 * `today`: `YYYY-MM-DD`, Beijing time. `school`: the one school of the file, for files without a school column;
 * a row that names another school is then refused.
 */
export type RosterOptions = { today: string; schools: readonly RosterSchool[]; school?: string }

export type RosterField = 'school' | 'grade' | 'class' | 'name' | 'nickname' | 'externalKey'

/** What policy §7.2 forbids to store about a child. */
export type ForbiddenKind =
  | 'id-number'
  | 'student-number'
  | 'address'
  | 'contact'
  | 'birth-date'
  | 'score'
  | 'health'
  | 'photo'

/** Why a column is not read. `guardian`: people introduce themselves when they bind; `not-needed`: everything else. */
export type SkipReason = ForbiddenKind | 'guardian' | 'not-needed'

/** A column as the sheet shows it: its letter and its title; the title is '' where it is absent or unfit to repeat. */
export type Column = { letter: string; title: string }
export type SkippedColumn = Column & { why: SkipReason; foundBy: 'title' | 'content' }

/** One child of the file. `row` as the sheet counts, header and empty rows included. Holds nothing else of the file. */
export type RosterRow = {
  row: number
  school: string
  grade: number
  classNo: number
  entryYear: number
  name: string
  nickname?: string
  externalKey?: string
}

export type FileErrorCode =
  | 'too-big'
  | 'old-spreadsheet'
  | 'pdf'
  | 'not-text'
  | 'not-a-sheet'
  | 'damaged'
  | 'sheet-too-big'
  | 'encoding'
  | 'no-rows'
  | 'no-header'
  | 'school-option'
  | 'too-many-rows'
  | 'too-many-columns'

export type NameErrorCode = 'name-long' | 'name-signs' | 'name-digits' | 'name-hidden' | 'name-lost'
export type CellErrorCode = 'missing' | 'unknown-school' | 'other-school' | 'key-form' | 'key-number' | NameErrorCode

/** Never holds a value of the file. `otherRow` is the first row of the same name or key. */
export type RosterError =
  | { code: FileErrorCode }
  | { code: 'several-sheets' | 'no-sheet'; sheets: number }
  | { code: 'missing-column' | 'column-twice'; field: RosterField }
  | { code: 'open-quote' | 'extra-cells'; row: number }
  | { code: CellErrorCode; row: number; column: Column }
  | { code: 'class'; row: number; column: Column; reason: ClassNameReason }
  | { code: 'forbidden'; row: number; column: Column; kind: ForbiddenKind }
  | { code: 'same-name' | 'same-key'; row: number; column: Column; otherRow: number }

/**
 * Things the importer did that the office should know. `lines-above`: rows above the header that were left out;
 * `other-sheets`: filled sheets of the workbook that were not read.
 */
export type RosterWarning =
  | { code: 'lines-above'; rows: number }
  | { code: 'repeated-header'; row: number }
  | { code: 'read-as-gb18030' }
  | { code: 'other-sheets'; sheets: number }

/** All or nothing: rows only when every row is good. */
export type RosterResult =
  | { ok: true; rows: RosterRow[]; skippedColumns: SkippedColumn[]; warnings: RosterWarning[] }
  | { ok: false; errors: RosterError[]; skippedColumns: SkippedColumn[] }
