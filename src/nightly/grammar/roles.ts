// Which part each quantity plays: minutes of homework, another activity, a break, light out, getting up, a plan.

import { has } from './around.ts'
import type { Clause } from './clauses.ts'
import { clockRole } from './clockRole.ts'
import { durationRole } from './durationRole.ts'
import type { ClockToken, DurationToken } from './tokens.ts'
import { isOutside, isVague } from './vague.ts'

export type DurationRole = 'homework' | 'other' | 'break' | 'total' | 'net' | 'ignored'
export type ClockRole = 'light' | 'sleep' | 'bed' | 'bare' | 'wake' | 'start' | 'finish' | 'planned' | 'ignored'

export interface PlacedDuration {
  kind: 'duration'
  token: DurationToken
  role: DurationRole
  vague: boolean
  /** Another sitting: 又写, then. */
  again: boolean
}
export interface PlacedClock {
  kind: 'clock'
  token: ClockToken
  role: ClockRole
  vague: boolean
  /** Another sitting: 又写到. */
  again: boolean
}
export type Placed = PlacedDuration | PlacedClock

/** Gives every quantity of the clauses its role, in order of mention; foreign and general sentences give nothing. */
export function placed(clauses: readonly Clause[]): Placed[] {
  const found: Placed[] = []
  let foreign = false
  for (const [index, clause] of clauses.entries()) {
    if (has(clause.tokens, 'other_family', 'childhood')) foreign = true
    if (has(clause.tokens, 'own_family', 'kid', 'tonight', 'label') && !has(clause.tokens, 'other_family', 'childhood'))
      foreign = false
    if (isOutside(clause, foreign)) continue
    for (const [at, token] of clause.tokens.entries()) {
      if (token.kind === 'duration') {
        const role = durationRole(clause, at, token, clauses[index - 1])
        found.push({
          kind: 'duration',
          token,
          role,
          vague: token.vague || isVague(clause.tokens, at),
          again: has(clause.tokens, 'and'),
        })
      }
      if (token.kind === 'clock')
        found.push({
          kind: 'clock',
          token,
          role: clockRole(clause, at),
          vague: token.vague || isVague(clause.tokens, at),
          again: has(clause.tokens.slice(0, at), 'and'),
        })
    }
  }
  return found
}
