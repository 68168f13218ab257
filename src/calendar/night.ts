/** Which night a message tells of. All in the county's time zone; the present moment is passed in. */
import { Temporal } from 'temporal-polyfill'
import { Kept } from '../kept.ts'
import { addDays, type Day } from './days.ts'

/** Nights that may be reported or corrected, the night of the present moment being the first of them. */
export const REPORTABLE_NIGHTS = 7
/** Until this hour of the next day a report counts as on time. */
export const ON_TIME_UNTIL_HOUR = 20

const CUT_OVER_HOURS = 12

/** In every zone a day begins on a quarter of an hour of the world's clock: within one the date stays. */
const QUARTER_MS = 15 * 60_000
/** Messages come from the present and the last few days. */
const dates = new Kept<Day>(2000)

/** The calendar date at an instant. */
export const dayOf = (instant: Temporal.Instant, zone: string): Day =>
  dates.get(`${zone} ${Math.floor(instant.epochMilliseconds / QUARTER_MS)}`, () =>
    instant.toZonedDateTimeISO(zone).toPlainDate().toString(),
  )

/** The night a moment belongs to: the date of twelve hours ago, so that one night gives way to the next at noon. */
export const nightOf = (instant: Temporal.Instant, zone: string): Day =>
  dayOf(instant.subtract({ hours: CUT_OVER_HOURS }), zone)

/**
 * The night a message tells of. No word, 今天 or 今晚 (`nightsAgo` null or 0): `nightOf`. 昨晚 (1): the message's date
 * less one; 前天 (2): less two. So at 08:00 昨晚 and no word are one night, and at 00:40 昨晚 is the evening just over.
 * `besideTonight`: the same message names 今晚 too; then the nights are neighbours, counted back from tonight.
 */
export const nightFor = (
  instant: Temporal.Instant,
  zone: string,
  nightsAgo: number | null,
  besideTonight = false,
): Day => {
  const ago = nightsAgo ?? 0
  if (ago === 0 || besideTonight) return addDays(nightOf(instant, zone), -ago)
  return addDays(dayOf(instant, zone), -ago)
}

/** The nights of one message that names several, in its order. */
export const nightsFor = (instant: Temporal.Instant, zone: string, nightsAgo: readonly (number | null)[]): Day[] => {
  const besideTonight = nightsAgo.some(ago => !ago)
  return nightsAgo.map(ago => nightFor(instant, zone, ago, besideTonight))
}

/** The earliest night that may still be reported or corrected. */
export const lastReportable = (instant: Temporal.Instant, zone: string): Day =>
  addDays(nightOf(instant, zone), 1 - REPORTABLE_NIGHTS)

/** Whether a night may be reported now: one of the last seven, and not one still to come. */
export const isReportable = (night: Day, instant: Temporal.Instant, zone: string): boolean =>
  lastReportable(instant, zone) <= night && night <= nightOf(instant, zone)

/** After 20:00 on the next day: shown to the family at once, in released figures as a restatement. */
export const isLate = (night: Day, instant: Temporal.Instant, zone: string): boolean =>
  Temporal.Instant.compare(instant, instantOf(addDays(night, 1), ON_TIME_UNTIL_HOUR * 60, zone)) > 0

/** The instant `minutes` after midnight of a date. */
export const instantOf = (date: Day, minutes: number, zone: string): Temporal.Instant =>
  Temporal.PlainDateTime.from(`${date}T00:00`).add({ minutes }).toZonedDateTime(zone).toInstant()
