/** The shape of a year's holiday arrangement as it is shipped: one file a year, written from the official notice. */
import * as z from 'zod'
import { type Day, daysFromTo, weekdayOf } from './days.ts'

const day = z.iso.date({ abort: true })
const span = z.object({ from: day, to: day }).refine(({ from, to }) => from <= to, 'ends before it begins')
const isWeekend = (date: Day) => weekdayOf(date) >= 6

/** Every single day off that a file names. */
const daysOff = (off: readonly { from: Day; to: Day }[]): Day[] => off.flatMap(({ from, to }) => daysFromTo(from, to))

/**
 * `provisional`: the State Council's notice for the year is not in the repository. Such a file holds the days that the
 * statute itself frees, and they are certain; every other day of the year may still be swapped (调休).
 */
export const yearFileSchema = z
  .object({
    year: z.int(),
    /** The dates about which the file may be believed. */
    covers: span,
    provisional: z.boolean(),
    source: z.object({ title: z.string().min(1), number: z.string().min(1).nullable(), issued: day }),
    /** Days off (放假), by festival. */
    off: z.array(span.extend({ name: z.string().min(1) })),
    /** Make-up workdays (调休上班): Saturdays and Sundays that are worked. */
    work: z.array(day),
  })
  .refine(file => file.work.every(isWeekend), 'a make-up workday is a Saturday or a Sunday')
  .refine(file => !file.provisional || file.work.length === 0, 'only a notice can make a weekend a workday')
  .refine(file => daysOff(file.off).every(date => !file.work.includes(date)), 'a day is both off and worked')

export type YearFile = z.infer<typeof yearFileSchema>
