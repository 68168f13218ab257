// Adding up: several subjects, two sittings, from–to times, breaks; and the clock of light out.

import type { Placed, PlacedClock, PlacedDuration } from './roles.ts'
import type { Clock } from './tokens.ts'

const HALF_DAY = 720
/** Light out when several are told: what is nearer to sleep counts more. */
const RANK: Partial<Record<PlacedClock['role'], number>> = { light: 3, sleep: 2, bed: 2, bare: 1 }

/** Local `HH:MM` of a bedtime: 6 to 11 is evening, 12 is midnight, 1 to 3 after it. */
export function eveningClock(clock: Clock, text = ''): string {
  const { hour, minute, part } = clock
  const shown = (h: number) => `${String(h % 24).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
  if (hour > 12) return shown(hour)
  if (part === 'noon') return shown(12)
  if (hour === 12) return shown(0)
  if (part === 'am') return shown(hour)
  if (part === 'pm') return shown(hour < 12 && !(hour < 5 && /^[晚夜深]/.test(text)) ? hour + 12 : hour)
  if (hour >= 4 && part !== 'night') return shown(hour + 12)
  return shown(hour >= 6 ? hour + 12 : hour)
}

/** True for a bedtime that can be stored, 17:00–05:59. */
export function isBedtime(clock: string): boolean {
  return clock >= '17:00' || clock < '06:00'
}

/** Sighs, not amounts: what is told beside them counts. */
const FIGURATIVE = /^(?:大?半[天晌宿夜]|一晚上|一整晚|一会儿?功夫|[一两]袋烟|一顿饭|hours|ages|forever)$/i

function isFigurative(item: PlacedDuration): boolean {
  return !item.vague || FIGURATIVE.test(item.token.text)
}

function minuteOf(clock: Clock): number {
  return (clock.hour % 12) * 60 + clock.minute
}

/** 七点开始，八点写完数学，九点写完语文: the last finish counts, unless a second sitting has no start of its own. */
function endingLast(starts: readonly Placed[], ends: readonly Placed[]): number | null {
  const [start] = starts
  const end = ends.at(-1)
  if (starts.length !== 1 || start?.kind !== 'clock' || end?.kind !== 'clock') return null
  if (start.vague || end.vague || end.again) return null
  return (minuteOf(end.token) - minuteOf(start.token) + HALF_DAY) % HALF_DAY || null
}

/** Minutes between starts and the finishes behind or before them; null without a pair. */
function betweenClocks(items: readonly Placed[]): number | null {
  const starts = items.filter(item => item.role === 'start')
  const ends = items.filter(item => item.role === 'finish')
  if (starts.length === 0 || ends.length === 0) return null
  if (ends.length > starts.length) return endingLast(starts, ends)
  let sum = 0
  for (const [index, start] of starts.entries()) {
    const end = ends[index]
    if (!end || start.kind !== 'clock' || end.kind !== 'clock' || start.vague || end.vague) continue
    sum += (minuteOf(end.token) - minuteOf(start.token) + HALF_DAY) % HALF_DAY
  }
  return sum > 0 ? sum : null
}

function sum(items: readonly PlacedDuration[]): number {
  return items.reduce((total, item) => total + item.token.minutes, 0)
}

/** Minutes of homework, or null if none or a blurred amount was told. */
export function homeworkMinutes(items: readonly Placed[]): number | null {
  const durations = items.filter(item => item.kind === 'duration')
  const pick = (role: PlacedDuration['role']) => durations.filter(item => item.role === role)
  const total = pick('total').at(-1)
  if (total) return total.vague ? null : total.token.minutes
  const net = pick('net').at(-1)
  if (net) return net.vague ? null : net.token.minutes
  const parts = pick('homework')
  const pauses = sum(pick('break').filter(item => !item.vague))
  const clocks = betweenClocks(items)
  if (parts.length === 0) return clocks === null ? null : Math.max(0, clocks - pauses)
  const sharp = parts.filter(item => !item.vague)
  if (sharp.length > 0 && sharp.length < parts.length && parts.every(isFigurative))
    return Math.max(0, sum(sharp) - pauses)
  if (parts.some(item => item.vague)) return null
  const more = clocks !== null && parts.every(item => item.again) ? clocks : 0
  return Math.max(0, sum(parts) + more - pauses)
}

/** Minutes of everything told that is not homework, or null. */
export function otherMinutes(items: readonly Placed[]): number | null {
  const others = items.filter(item => item.kind === 'duration').filter(item => item.role === 'other' && !item.vague)
  return others.length === 0 ? null : sum(others)
}

/** The clock of light out, or null. */
export function bedtimeOf(items: readonly Placed[]): string | null {
  let best: { rank: number; clock: string } | null = null
  for (const item of items) {
    if (item.kind !== 'clock' || item.vague) continue
    const rank = RANK[item.role] ?? 0
    if (rank > 0 && rank >= (best?.rank ?? 0)) best = { rank, clock: eveningClock(item.token, item.token.text) }
  }
  return best?.clock ?? null
}
