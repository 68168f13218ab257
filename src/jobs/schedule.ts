/** When jobs fall due. Pure: the moment, the zone and the calendar are passed in. */
import { Temporal } from 'temporal-polyfill'
import {
  addDays,
  type CivilCalendar,
  type Day,
  dayOf,
  instantOf,
  isSchoolDay,
  isWorkday,
  weekdayOf,
  weekOfNights,
} from '../calendar/index.ts'
import type { DayRule, Schedule, Slot } from './job.ts'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
/** How far `nextSlot` looks: longer than any holiday. */
const FAR_DAYS = 90

/** Where and by which calendar a schedule is read. */
export interface Place {
  /** IANA name of the county's zone. */
  zone: string
  calendar: CivilCalendar
}

/** The latest slot of a schedule that is due at `now` (epoch ms) and not yet too late; undefined when there is none. */
export const dueSlot = (schedule: Schedule, now: number, place: Place): Slot | undefined =>
  latestSlot(schedule, now, place, 'every' in schedule ? 0 : schedule.lateMin * MINUTE_MS)

/** The latest slot at or before `now`, at most `lateMs` and the rest of its minute ago. */
export const latestSlot = (schedule: Schedule, now: number, place: Place, lateMs: number): Slot | undefined => {
  if ('every' in schedule) return slotAt(Math.floor(now / MINUTE_MS) * MINUTE_MS, place.zone)
  const today = dayIn(now, place.zone)
  for (let back = 0; back <= lateMs / DAY_MS + 1; back++) {
    const date = addDays(today, -back)
    const at = instantOf(date, minutesOf(schedule.daily), place.zone).epochMilliseconds
    if (at <= now && falls(schedule.on, date, place.calendar))
      return now - at < lateMs + MINUTE_MS ? slotAt(at, place.zone) : undefined
  }
  return undefined
}

/** The first slot after `now`; undefined when there is none in the next three months. */
export const nextSlot = (schedule: Schedule, now: number, { zone, calendar }: Place): Slot | undefined => {
  if ('every' in schedule) return slotAt((Math.floor(now / MINUTE_MS) + 1) * MINUTE_MS, zone)
  const today = dayIn(now, zone)
  for (let ahead = 0; ahead <= FAR_DAYS; ahead++) {
    const date = addDays(today, ahead)
    const at = instantOf(date, minutesOf(schedule.daily), zone).epochMilliseconds
    if (at > now && falls(schedule.on, date, calendar)) return slotAt(at, zone)
  }
  return undefined
}

const dayIn = (ms: number, zone: string): Day => dayOf(Temporal.Instant.fromEpochMilliseconds(ms), zone)

const minutesOf = (clock: string): number => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  return hours * 60 + minutes
}

const RULES: Record<DayRule, (calendar: CivilCalendar, date: Day) => boolean> = {
  'school day': isSchoolDay,
  'last school day of the week': (calendar, date) => weekOfNights(calendar, date).lastSchoolDay === date,
  'first workday of the week': (calendar, date) =>
    isWorkday(calendar, date) &&
    Array.from({ length: weekdayOf(date) - 1 }, (_, i) => addDays(date, -i - 1)).every(
      day => !isWorkday(calendar, day),
    ),
}

const falls = (rule: DayRule | undefined, date: Day, calendar: CivilCalendar): boolean =>
  rule === undefined || RULES[rule](calendar, date)

const slotAt = (ms: number, zone: string): Slot => ({
  id: Temporal.Instant.fromEpochMilliseconds(ms)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' }),
  at: ms,
})
