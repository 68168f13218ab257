/** When we may speak without being asked. Answers leave at any hour; what has an hour of its own brings its own bounds. */
import { Temporal } from 'temporal-polyfill'

/** Minutes after midnight, county time: from seven in the morning to half past eight in the evening. */
const OPENS = 7 * 60
const CLOSES = 20 * 60 + 30

const minuteOfDay = (at: number, zone: string): number => {
  const { hour, minute } = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)
  return hour * 60 + minute
}

/** Whether unasked messages rest at `at` (epoch ms). */
export const isQuiet = (at: number, zone: string): boolean => {
  const minute = minuteOfDay(at, zone)
  return minute < OPENS || minute >= CLOSES
}

/** When the quiet hours before `at` ended, epoch ms: until then nobody can have waited for an unasked message. */
export const lastOpening = (at: number, zone: string): number => {
  const opening = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).withPlainTime('07:00')
  return (opening.epochMilliseconds <= at ? opening : opening.subtract({ days: 1 })).epochMilliseconds
}
