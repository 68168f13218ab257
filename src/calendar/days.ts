/** Plain calendar dates as ISO strings, the form in which they are stored and compared. No time zone, no clock. */
import { Temporal } from 'temporal-polyfill'

/** A calendar date, `YYYY-MM-DD`. Sorts as text in date order. */
export type Day = string

const plain = (day: Day) => Temporal.PlainDate.from(day)

/** Sums that are remembered: an evening asks for the same few dates thousands of times. */
const MOST_KEPT = 2000
const kept = new Map<string, Day>()

/** The date `count` calendar days later (earlier when negative). RangeError if `day` is not a date. */
export const addDays = (day: Day, count: number): Day => {
  const asked = `${day} ${count}`
  const known = kept.get(asked)
  if (known !== undefined) return known
  const sum = plain(day).add({ days: count }).toString()
  if (kept.size >= MOST_KEPT) kept.clear()
  kept.set(asked, sum)
  return sum
}

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => plain(from).until(plain(to)).days

/** 1 = Monday … 7 = Sunday. */
export const weekdayOf = (day: Day): number => plain(day).dayOfWeek

/** The calendar year of a date. */
export const yearOf = (day: Day): number => plain(day).year

/** Every date from `from` to `to`, both included; empty when `to` is earlier. */
export const daysFromTo = (from: Day, to: Day): Day[] =>
  Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, index) => addDays(from, index))
