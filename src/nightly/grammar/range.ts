// What can be stored for one night, and what is left out for the dialog to ask about.

import type { ReportReading } from './reading.ts'
import { isBedtime } from './sums.ts'

/** The most minutes of homework that can be stored for one night. */
export const MOST_MINUTES = 300

/** The two values of one child or one night. Minutes; local `HH:MM`. */
export interface Told {
  minutes: number | null
  bedtime: string | null
}

/** What a value outside the range looks like in a reading. */
export type OutOfRange = NonNullable<ReportReading['outOfRange']>

/** Values outside 0–300 minutes and 17:00–05:59, or null when both can be stored. */
export function outOfRangeOf({ minutes, bedtime }: Told): OutOfRange | null {
  const tooMuch = minutes !== null && minutes > MOST_MINUTES
  const tooEarly = bedtime !== null && !isBedtime(bedtime)
  if (!tooMuch && !tooEarly) return null
  return { ...(tooMuch ? { minutes } : {}), ...(tooEarly ? { bedtime } : {}) }
}

/** The same with null in place of what cannot be stored. */
export function inRange<T extends Told>(told: T): T {
  const out = outOfRangeOf(told)
  if (!out) return told
  return {
    ...told,
    minutes: out.minutes === undefined ? told.minutes : null,
    bedtime: out.bedtime === undefined ? told.bedtime : null,
  }
}

/** Several children or nights: what can be stored, without those of whom nothing is left, and what cannot. */
export function allInRange<T extends Told>(list: readonly T[]): { kept: T[]; out: OutOfRange | null } {
  const outs = list.map(outOfRangeOf).filter(out => out !== null)
  const kept = list.map(told => inRange(told)).filter(told => told.minutes !== null || told.bedtime !== null)
  return { kept, out: outs.length === 0 ? null : Object.assign({}, ...outs) }
}
