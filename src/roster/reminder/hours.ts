/** The hours at which a family may be reminded. Pure; minutes after midnight, county time. */
import { bedBy, type Stage } from '../../policy/index.ts'

const EVENING = [19 * 60, 19 * 60 + 30, 20 * 60, 20 * 60 + 30, 21 * 60, 21 * 60 + 30]
/** The morning after, told apart from the evening by being before noon. */
const MORNING = [7 * 60, 7 * 60 + 30, 8 * 60]
/** A morning reminder is of no use once school has begun. */
export const MORNING_ENDS = 8 * 60 + 30
const NOON = 12 * 60
const SIX_PM = 18 * 60
/** How long after its hour a reminder may still leave, in minutes: after an outage, or when very many go at once. */
export const LATE_MIN = 30
/** The most common evening hour, and the one to begin with. */
const USUAL: Record<'primary' | 'junior', number> = { primary: 20 * 60 + 30, junior: 21 * 60 }

export const isMorning = (minute: number): boolean => minute < NOON

/** The latest bedtime (SL-02) that none of the children may be reminded past: the earliest of theirs. */
export const bedOf = (stages: readonly Stage[]): number =>
  SIX_PM + Math.min(...stages.map(stage => bedBy(stage).offset))

/** The hours that a family may choose from: evenings before the bedtime, then the mornings after. */
export const hoursFor = (stages: readonly Stage[]): number[] => [
  ...EVENING.filter(minute => minute < bedOf(stages)),
  ...MORNING,
]

/** The hour to begin with, until the family taps another. */
export const usualHour = (stages: readonly Stage[]): number =>
  hourFor(stages.includes('junior') ? USUAL.junior : USUAL.primary, stages)

/** The hour as chosen, or, where a younger child has joined the family since, the last one before its bedtime. */
export const hourFor = (chosen: number, stages: readonly Stage[]): number => {
  if (isMorning(chosen) || chosen < bedOf(stages)) return chosen
  return EVENING.findLast(minute => minute < bedOf(stages)) ?? chosen
}

/** The first minute at which a reminder of this hour may no longer leave. */
export const hourEnds = (hour: number, stages: readonly Stage[]): number =>
  Math.min(hour + LATE_MIN, isMorning(hour) ? MORNING_ENDS : bedOf(stages))

/** The hours that may be at hand at a minute of the day, from and to: none outside evenings and mornings. */
export const hoursAround = (minute: number): { from: number; to: number } | undefined => {
  const [list, ends] = isMorning(minute) ? [MORNING, MORNING_ENDS] : [EVENING, bedOf(['junior'])]
  const [first = 0] = list
  if (minute < first || minute >= ends) return undefined
  // An hour past a younger child's bedtime is brought forward, so from nine on all later ones are looked at.
  return { from: minute - LATE_MIN + 1, to: minute >= 21 * 60 ? ends : minute }
}
