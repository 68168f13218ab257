import { meaningOf } from './columns.ts'
import { forbiddenIn } from './forbidden.ts'
import type { Header, Title } from './header.ts'
import { rosterLimits } from './limits.ts'
import type { Column, ForbiddenKind, RosterError, RosterField, SkippedColumn } from './types.ts'

type Records = readonly (readonly string[])[]
/** Where a field stands: `index` from 0, and how the column is named to people. */
export type FieldColumn = { index: number; column: Column }
export type Layout = { fields: ReadonlyMap<RosterField, FieldColumn>; width: number; skipped: SkippedColumn[] }

/**
 * Which column holds which field, and which columns are not read and why. A column without a title or with an unknown
 * one is named by what its first cells hold; an optional column that mostly holds forbidden things is not read either.
 * Errors: a needed column is missing, or one field has two columns.
 */
export function readLayout(header: Header, data: Records, needsSchool: boolean): Layout & { errors: RosterError[] } {
  const fields = new Map<RosterField, FieldColumn>()
  const skipped: SkippedColumn[] = []
  const errors: RosterError[] = []
  header.titles.forEach((title, index) => {
    const column = nameColumn(title.title, index)
    const sense = senseOf(title, sampleOf(data, index))
    if (sense === undefined) return
    if ('why' in sense) skipped.push({ ...column, ...sense })
    else if (fields.has(sense.field)) errors.push({ code: 'column-twice', field: sense.field })
    else fields.set(sense.field, { index, column })
  })
  const needed: RosterField[] = needsSchool ? ['school', 'class', 'name'] : ['class', 'name']
  for (const field of needed) if (!fields.has(field)) errors.push({ code: 'missing-column', field })
  return { fields, width: header.titles.length, skipped, errors }
}

/** A, B … Z, AA, as sheets count. `index` from 0. */
export function columnLetter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : columnLetter(Math.floor(index / 26) - 1) + last
}

type Sense = { field: RosterField } | Pick<SkippedColumn, 'why' | 'foundBy'> | undefined

function senseOf({ title, group }: Title, sample: readonly string[]): Sense {
  if (title === '' && sample.length === 0) return undefined
  const meaning = meaningOf(title, group)
  if ('field' in meaning) {
    const isOptional = meaning.field === 'nickname' || meaning.field === 'externalKey'
    const kind = isOptional ? mostlyForbidden(sample) : undefined
    return kind ? { why: kind, foundBy: 'content' } : meaning
  }
  if (meaning.skip !== 'not-needed') return { why: meaning.skip, foundBy: 'title' }
  const kind = sample.map(forbiddenIn).find(found => found !== undefined)
  return kind ? { why: kind, foundBy: 'content' } : { why: 'not-needed', foundBy: 'title' }
}

function mostlyForbidden(sample: readonly string[]): ForbiddenKind | undefined {
  const kinds = sample.map(forbiddenIn).filter(kind => kind !== undefined)
  return kinds.length * 2 >= sample.length ? kinds[0] : undefined
}

function sampleOf(data: Records, index: number): string[] {
  const sample: string[] = []
  for (const record of data) {
    const cell = record[index] ?? ''
    if (cell !== '') sample.push(cell)
    if (sample.length === rosterLimits.contentSample) break
  }
  return sample
}

/** A title that is too long or itself holds something forbidden is not repeated: the letter has to do. */
function nameColumn(title: string, index: number): Column {
  const isFit = Array.from(title).length <= rosterLimits.titleLength && !/\p{C}/u.test(title) && !forbiddenIn(title)
  return { letter: columnLetter(index), title: isFit ? title : '' }
}
