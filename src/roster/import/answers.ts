import { nameKey } from './name.ts'
import type { EnrolledChild, ImportPlan, PlanAnswers } from './plan.ts'
import type { RosterRow } from './types.ts'

/** Rows that the office has decided: `same` is the child already there (perhaps misspelt), `fresh` is another child. */
export type RowAnswers = { same: ReadonlySet<number>; fresh: ReadonlySet<number> }

/**
 * The office's answers to the questions of a plan, by row. `same` needs exactly one child that can be meant: the one
 * with the row's key, else the only one of its name in the school. A key that is another child's cannot be `fresh`.
 * What was not asked is not answered, so the same answers may be given again.
 */
export function answersOf(
  plan: ImportPlan,
  existing: readonly EnrolledChild[],
  rows: readonly RosterRow[],
  { same, fresh }: RowAnswers,
): PlanAnswers {
  const answers = new Map<number, { childId: string } | 'new'>()
  for (const { code, row: number } of plan.ambiguous) {
    const row = rows.find(one => one.row === number)
    const child = row && same.has(number) ? onlyChild(row, existing) : undefined
    if (child) answers.set(number, { childId: child.childId })
    else if (fresh.has(number) && code !== 'key-other-name') answers.set(number, 'new')
  }
  return answers
}

function onlyChild(row: RosterRow, existing: readonly EnrolledChild[]): EnrolledChild | undefined {
  const here = existing.filter(({ school }) => school === row.school)
  const keyed = here.find(({ externalKey }) => externalKey !== undefined && externalKey === row.externalKey)
  if (keyed) return keyed
  const named = here.filter(({ name }) => nameKey(name) === nameKey(row.name))
  return named.length === 1 ? named[0] : undefined
}
