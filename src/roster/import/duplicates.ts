import { childKey } from './child-key.ts'
import type { FieldColumn, Layout } from './layout.ts'
import { nameKey } from './name.ts'
import type { RosterError, RosterField, RosterRow } from './types.ts'

/**
 * Rows that cannot be told apart: one external key twice in a school, or one name twice in a class without an external
 * key, or a nickname, of its own on every such row. Two children of one name are asked about, never guessed.
 */
export function findDuplicates(rows: readonly RosterRow[], layout: Layout): RosterError[] {
  const sameKey = groups(
    rows.filter(row => row.externalKey !== undefined),
    childKey,
  )
  const sameName = groups(rows, row => JSON.stringify([row.school, row.grade, row.classNo, nameKey(row.name)]))
  return [
    ...sameKey.flatMap(group => errorsOf(group, 'same-key', layout.fields.get('externalKey'))),
    ...sameName
      .filter(group => !areToldApart(group))
      .flatMap(group => errorsOf(group, 'same-name', layout.fields.get('name'))),
  ]
}

function areToldApart(group: readonly RosterRow[]): boolean {
  return distinguishes(group, 'externalKey') || distinguishes(group, 'nickname')
}

function distinguishes(group: readonly RosterRow[], field: Extract<RosterField, 'externalKey' | 'nickname'>): boolean {
  const values = group.map(row => row[field]).filter(value => value !== undefined)
  return new Set(values.map(nameKey)).size === group.length
}

function groups(rows: readonly RosterRow[], keyOf: (row: RosterRow) => string): RosterRow[][] {
  return [...Map.groupBy(rows, keyOf).values()].filter(group => group.length > 1)
}

function errorsOf(
  [first, ...others]: readonly RosterRow[],
  code: 'same-key' | 'same-name',
  at?: FieldColumn,
): RosterError[] {
  if (!first || !at) return []
  return others.map(({ row }) => ({ code, row, column: at.column, otherRow: first.row }))
}
