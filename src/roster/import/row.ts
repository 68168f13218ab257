import { readClassName, readClassOfGrade, readGrade } from '../class-name.ts'
import { forbiddenIn } from './forbidden.ts'
import type { FieldColumn, Layout } from './layout.ts'
import { rosterLimits } from './limits.ts'
import { readChildName } from './name.ts'
import { findSchool } from './school.ts'
import type { CellErrorCode, RosterError, RosterField, RosterOptions, RosterRow, RosterSchool } from './types.ts'

export type RowRead = { row: RosterRow } | { errors: RosterError[] }

/**
 * Reads one filled row. `row` counts from 1, as the sheet does; `numbers` are the columns in which the sheet had a
 * number. Every fault of the row is told, without its value.
 */
export function readRow(
  record: readonly string[],
  row: number,
  layout: Layout,
  options: RosterOptions,
  numbers: readonly number[] = [],
): RowRead {
  const errors: RosterError[] = []
  if (record.slice(layout.width).some(cell => cell !== '')) errors.push({ code: 'extra-cells', row })
  const reader = cellReader(record, row, layout, errors)
  const school = readSchool(reader, options)
  const group = readClass(reader, school, options.today, layout.fields.has('grade'))
  const name = reader('name', readNameCell)
  const nickname = reader('nickname', readNameCell)
  const isNumber = numbers.includes(layout.fields.get('externalKey')?.index ?? -1)
  const externalKey = reader('externalKey', isNumber ? refuseNumber : readKeyCell)
  if (errors.length > 0 || !school || !group || !name) return { errors }
  return { row: { row, school: school.name, ...group, name, ...given({ nickname, externalKey }) } }
}

type Fault = { refused: CellErrorCode } | { classRefused: Extract<RosterError, { code: 'class' }>['reason'] }
type CellRead<T> = { value: T } | Fault
/** Reads one field of the row; pushes the error and answers undefined when it is not there or not good. */
type CellReader = <T>(field: RosterField, read: (text: string) => CellRead<T>) => T | undefined

const OPTIONAL: readonly RosterField[] = ['nickname', 'externalKey']

function cellReader(record: readonly string[], row: number, layout: Layout, errors: RosterError[]): CellReader {
  return (field, read) => {
    const at = layout.fields.get(field)
    if (!at) return undefined
    const text = record[at.index] ?? ''
    const error = text === '' ? emptyCell(field, row, at) : forbiddenCell(field, text, row, at)
    if (error) errors.push(error)
    if (error || text === '') return undefined
    const got = read(text)
    if ('value' in got) return got.value
    errors.push(faultError(got, row, at))
    return undefined
  }
}

function emptyCell(field: RosterField, row: number, { column }: FieldColumn): RosterError | undefined {
  return OPTIONAL.includes(field) ? undefined : { code: 'missing', row, column }
}

function forbiddenCell(
  field: RosterField,
  text: string,
  row: number,
  { column }: FieldColumn,
): RosterError | undefined {
  const kind = forbiddenIn(text)
  // A sheet makes a date of 3-2 and a school may be called 八一路2号小学: their own readers judge those.
  const isOwn =
    (kind === 'birth-date' && (field === 'class' || field === 'grade')) || (kind === 'address' && field === 'school')
  return kind === undefined || isOwn ? undefined : { code: 'forbidden', row, column, kind }
}

function faultError(fault: Fault, row: number, { column }: FieldColumn): RosterError {
  if ('classRefused' in fault) return { code: 'class', row, column, reason: fault.classRefused }
  return { code: fault.refused, row, column }
}

function readSchool(reader: CellReader, options: RosterOptions): RosterSchool | undefined {
  const given = options.school === undefined ? undefined : findSchool(options.school, options.schools)
  const own = reader('school', text => {
    const found = findSchool(text, options.schools)
    if (!found) return { refused: 'unknown-school' }
    return given && found.name !== given.name ? { refused: 'other-school' } : { value: found }
  })
  return own ?? given
}

function readClass(reader: CellReader, school: RosterSchool | undefined, today: string, hasGradeColumn: boolean) {
  const context = school && { stage: school.stage, system: school.system, today }
  const grade = reader('grade', text => {
    const read = context ? readGrade(text, context) : { grade: 0 }
    return 'refused' in read ? { classRefused: read.refused } : { value: text }
  })
  if (hasGradeColumn && grade === undefined) return undefined
  return reader('class', text => {
    if (!context) return { value: undefined }
    const read = grade === undefined ? readClassName(text, context) : readClassOfGrade(grade, text, context)
    return 'refused' in read ? { classRefused: read.refused } : { value: read }
  })
}

function readNameCell(text: string): CellRead<string> {
  const read = readChildName(text)
  return 'name' in read ? { value: read.name } : read
}

function readKeyCell(text: string): CellRead<string> {
  const isKey = text.length <= rosterLimits.keyLength && /^[A-Za-z0-9][A-Za-z0-9_.:/-]*$/.test(text)
  return isKey ? { value: text } : { refused: 'key-form' }
}

/** 0012 as a number is 12, and so is 12: only text keeps a key as it is. */
function refuseNumber(): CellRead<string> {
  return { refused: 'key-number' }
}

function given(row: Pick<RosterRow, 'nickname' | 'externalKey'>): Pick<RosterRow, 'nickname' | 'externalKey'> {
  return {
    ...(row.nickname === undefined ? {} : { nickname: row.nickname }),
    ...(row.externalKey === undefined ? {} : { externalKey: row.externalKey }),
  }
}
