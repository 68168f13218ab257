/** When the light went out, as minutes after 18:00 of the night: clock texts cannot be compared or averaged. */
import type { Temporal } from 'temporal-polyfill'
import type { Day } from './days.ts'
import { instantOf } from './night.ts'

const EVENING = 18 * 60
const NOON = 12 * 60
const DAY = 24 * 60

/** Minutes after 18:00: 21:20 is 200, 00:30 is 390; from 12:00 to 17:59 negative. RangeError if it is no clock `HH:MM`. */
export const bedOffset = (clock: string): number => {
  const [, hour, minute] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(clock) ?? []
  if (hour === undefined || minute === undefined) throw new RangeError('not a clock of the form HH:MM')
  const minutes = Number(hour) * 60 + Number(minute)
  return (minutes < NOON ? minutes + DAY : minutes) - EVENING
}

/** The clock `HH:MM` of an offset, the reverse of `bedOffset`. */
export const clockOf = (offset: number): string => {
  const minutes = (((offset + EVENING) % DAY) + DAY) % DAY
  const two = (part: number) => String(part).padStart(2, '0')
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

/** The moment a light went out (or is said to go out): night, minutes after 18:00, the county's zone. */
export const bedInstant = (night: Day, offset: number, zone: string): Temporal.Instant =>
  instantOf(night, EVENING + offset, zone)
