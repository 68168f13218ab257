// The values of one scope: a whole message, one child, or one night.

import { type Clause, clausesOf } from './clauses.ts'
import { type Placed, placed } from './roles.ts'
import { doneAtSchool, noHomework, says, unfinishedOf } from './status.ts'
import { bedtimeOf, homeworkMinutes, otherMinutes } from './sums.ts'
import type { Token } from './tokens.ts'

/** What one scope says. Minutes and clocks are as told and may be out of range. */
export interface Values {
  clauses: Clause[]
  items: Placed[]
  minutes: number | null
  bedtime: string | null
  unfinished: boolean | null
  other: number | null
}

const EVENING = ['light', 'sleep', 'bed', 'bare', 'finish']

/** 九点到九点半 and not a word more: an answer, but to which question? */
function isBareSpan(clauses: readonly Clause[], items: readonly Placed[]): boolean {
  const spans = items.every(item => item.role === 'start' || item.role === 'finish')
  const work = ['write', 'homework', 'subject', 'start', 'finish', 'until', 'took'] as const
  return items.length === 2 && spans && !says(clauses, ...work)
}

/** A blurred amount keeps its place: it is never replaced by a nought. */
function toldMinutes(clauses: readonly Clause[], items: readonly Placed[], child: boolean): number | null {
  if (isBareSpan(clauses, items)) return null
  const minutes = homeworkMinutes(items)
  if (minutes !== null) return minutes
  const blurred = items.some(
    item => item.kind === 'duration' && item.vague && item.role !== 'other' && item.role !== 'ignored',
  )
  if (blurred) return null
  return noHomework(clauses, child) || doneAtSchool(clauses) ? 0 : null
}

/** Reads one scope. `child`: one child of several. */
export function valuesOf(tokens: readonly Token[], child = false): Values {
  const clauses = clausesOf(tokens)
  const items = placed(clauses)
  return {
    clauses,
    items,
    minutes: toldMinutes(clauses, items, child),
    bedtime: bedtimeOf(items),
    unfinished: unfinishedOf(clauses),
    other: otherMinutes(items),
  }
}

/** True if a clock or an amount was told for tonight, however blurred. */
export function meantSomething(values: Values): boolean {
  return values.items.some(item =>
    item.kind === 'clock'
      ? EVENING.includes(item.role)
      : item.role === 'homework' || item.role === 'total' || item.role === 'net',
  )
}
