import type { PlanQuestion } from './plan.ts'
import type { Column, RosterError, RosterWarning, SkippedColumn } from './types.ts'
import { classReasons, fieldNames, fileErrors, questionWords, rowErrors, skipNames } from './words.ts'

export type RosterLanguage = 'zh' | 'en'

/** One sentence or two for the school office: where (file, row, column), what, and how to mend it. Holds no value of the file. */
export function sayRosterError(error: RosterError, file: string, language: RosterLanguage): string {
  const place = placeOf(error, file, language)
  return language === 'zh' ? `${place}:${whatOf(error, 'zh')}` : `${place}: ${whatOf(error, 'en')}`
}

/** Every fault of a file, in order; the empty cells that a merged one leaves below it are told as one. */
export function sayRosterErrors(
  errors: readonly RosterError[],
  fileOf: (error: RosterError) => string,
  language: RosterLanguage,
): string[] {
  return joinRuns(errors).map(({ error, last }) => {
    if (!('row' in error) || last === error.row) return sayRosterError(error, fileOf(error), language)
    const to = language === 'zh' ? `第${error.row}到${last}行` : `rows ${error.row} to ${last}`
    const one = placeOf(error, '', language)
    const row = language === 'zh' ? `第${error.row}行` : `, row ${error.row}`
    const file = language === 'zh' ? fileOf(error) : `${fileOf(error)}, `
    return `${file}${one.replace(row, to)}${language === 'zh' ? ':' : ': '}${whatOf(error, language)}`
  })
}

type Run = { error: RosterError; last: number }

function joinRuns(errors: readonly RosterError[]): Run[] {
  const runs: Run[] = []
  for (const error of errors) {
    const before = runs.findLast(run => 'row' in run.error && isSameGap(run.error, error))
    if (before && 'row' in error && error.row === before.last + 1) before.last = error.row
    else runs.push({ error, last: 'row' in error ? error.row : 0 })
  }
  return runs
}

function isSameGap(one: RosterError, other: RosterError): boolean {
  return one.code === 'missing' && other.code === 'missing' && one.column.letter === other.column.letter
}

/** Names the columns that were not read and why; '' when all were read. */
export function saySkippedColumns(columns: readonly SkippedColumn[], language: RosterLanguage): string {
  if (columns.length === 0) return ''
  const list = columns.map(column => sayColumnWhy(column, language))
  return language === 'zh'
    ? `这几列没有读,也没有存:${list.join('、')}。原文件您自己收好,里面用不着的列最好删掉。`
    : `Not read and not kept: ${list.join('; ')}. Please look after the file itself; columns nobody needs are best deleted there.`
}

/** What the importer did on its own, for the office to look at. */
export function sayRosterWarning(warning: RosterWarning, language: RosterLanguage): string {
  const isZh = language === 'zh'
  switch (warning.code) {
    case 'lines-above':
      return isZh
        ? `表头上面有${warning.rows}行,没有读。`
        : `Lines above the header that were left out: ${warning.rows}.`
    case 'repeated-header':
      return isZh ? `第${warning.row}行又是表头,跳过了。` : `Row ${warning.row} repeats the header and was skipped.`
    case 'other-sheets':
      return isZh
        ? `文件里还有${warning.sheets}张表,没有读。`
        : `Other sheets of the file that were not read: ${warning.sheets}.`
    case 'read-as-gb18030':
      return isZh
        ? '文件是按GBK读的。看一眼名字对不对,不对就另存为“CSV UTF-8”再来。'
        : 'The file was read as GBK. Check that the names look right; if not, save it as "CSV UTF-8" and try again.'
  }
}

/** A question of an import plan: which row, what is unclear, and what to do. */
export function sayPlanQuestion(question: PlanQuestion, file: string, language: RosterLanguage): string {
  const words = questionWords[question.code][language]
  return language === 'zh' ? `${file}第${question.row}行:${words}` : `${file}, row ${question.row}: ${words}`
}

function placeOf(error: RosterError, file: string, language: RosterLanguage): string {
  if (!('row' in error)) return file
  const column = 'column' in error ? error.column : undefined
  if (language === 'zh') return `${file}第${error.row}行${column ? sayColumn(column, 'zh') : ''}`
  return `${file}, row ${error.row}${column ? `, ${sayColumn(column, 'en')}` : ''}`
}

function whatOf(error: RosterError, language: RosterLanguage): string {
  switch (error.code) {
    case 'missing-column':
    case 'column-twice':
      return rowErrors[error.code](language, { field: fieldNames[error.field][language] })
    case 'class':
      return classReasons[error.reason][language]
    case 'several-sheets':
    case 'no-sheet':
      return rowErrors[error.code](language, { sheets: error.sheets })
    case 'forbidden':
      return rowErrors.forbidden(language, { kind: skipNames[error.kind][language] })
    case 'same-name':
    case 'same-key':
      return rowErrors[error.code](language, { row: error.otherRow })
    default:
      return fileErrors[error.code][language]
  }
}

function sayColumn({ letter, title }: Column, language: RosterLanguage): string {
  if (language === 'zh') return title === '' ? `${letter}列` : `「${title}」(${letter}列)`
  return title === '' ? `column ${letter}` : `column ${letter} "${title}"`
}

function sayColumnWhy(column: SkippedColumn, language: RosterLanguage): string {
  const why = skipNames[column.why][language]
  const name = sayColumn(column, language)
  if (language === 'zh') return column.foundBy === 'content' ? `${name}里像是${why}` : `${name}是${why}`
  return column.foundBy === 'content' ? `${name} seems to hold ${why}` : `${name}: ${why}`
}
