/** Plain calendar dates as ISO strings, the form in which they are stored and compared. No time zone, no clock. */
import { Temporal } from 'temporal-polyfill'
import { Kept } from '../kept.ts'

/** A calendar date, `YYYY-MM-DD`. Sorts as text in date order. */
export type Day = string

const plain = (day: Day) => Temporal.PlainDate.from(day)

/** An evening asks for the same few dates thousands of times. */
const sums = new Kept<Day>(2000)

/** The date `count` calendar days later (earlier when negative). RangeError if `day` is not a date. */
export const addDays = (day: Day, count: number): Day =>
  sums.get(`${day} ${count}`, () => plain(day).add({ days: count }).toString())

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => plain(from).until(plain(to)).days

/** 1 = Monday … 7 = Sunday. */
export const weekdayOf = (day: Day): number => plain(day).dayOfWeek

/** The calendar year of a date. */
export const yearOf = (day: Day): number => plain(day).year

/** Every date from `from` to `to`, both included; empty when `to` is earlier. */
export const daysFromTo = (from: Day, to: Day): Day[] =>
  Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, index) => addDays(from, index))
