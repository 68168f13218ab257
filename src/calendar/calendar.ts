/**
 * One school's civil calendar as a value: the shipped years, the school's terms, and the county's and school's own
 * exceptions. Everything that asks "is there school tomorrow?" asks this, and nothing else.
 */
import * as z from 'zod'
import { shippedYears } from './data/years.ts'
import { type Day, daysFromTo, yearOf } from './days.ts'
import type { YearFile } from './year.ts'

const day = z.iso.date({ abort: true })

/** A school term (学期), first and last school day included. `confirmed`: the dates come from the local 校历. */
export const termSchema = z
  .object({ from: day, to: day, confirmed: z.boolean().optional() })
  .refine(({ from, to }) => from <= to, 'a term ends before it begins')
export type Term = z.infer<typeof termSchema>

/** A day on which a county, a school or a grade decides otherwise: 儿童节, a snow day, a make-up day not taught. */
export const overrideSchema = z.object({
  date: day,
  schoolDay: z.boolean(),
  reason: z.string().min(1),
  /** Who decided it: the id of the county, school or grade. */
  unit: z.string().min(1),
})
export type Override = z.infer<typeof overrideSchema>

/** A day that a notice or the statute names. */
export interface NamedDay {
  readonly off: boolean
  readonly name: string
}

export interface CivilCalendar {
  readonly terms: readonly Term[]
  readonly overrides: ReadonlyMap<Day, Override>
  readonly named: ReadonlyMap<Day, NamedDay>
  readonly years: ReadonlyMap<number, YearFile>
  /** The dates between which the terms decide; outside them nobody has told us. */
  readonly termsKnown: { readonly from: Day; readonly to: Day } | undefined
}

export interface CalendarParts {
  readonly terms: readonly Term[]
  /** From broad to narrow: county first, then school, then grade. Of two on one date the later one counts. */
  readonly overrides: readonly Override[]
  /** The holiday files; those shipped with the product unless given. */
  readonly years?: readonly YearFile[]
}

/** Builds the calendar of one school. Throws a ZodError when a date or a term cannot be right. */
export const makeCalendar = ({ terms, overrides, years = shippedYears }: CalendarParts): CivilCalendar => {
  const sorted = z.array(termSchema).parse(terms).sort(byStart)
  const decided = z.array(overrideSchema).parse(overrides)
  return {
    terms: sorted,
    overrides: new Map(decided.map(entry => [entry.date, entry])),
    ...(years === shippedYears ? shipped : byYear(years)),
    termsKnown: knownSpan(sorted),
  }
}

/** Whether a date lies in a term. `unknown` before the first and after the last school year that has been entered. */
export const termAt = (calendar: CivilCalendar, date: Day): 'in' | 'out' | 'unknown' => {
  if (calendar.terms.some(({ from, to }) => from <= date && date <= to)) return 'in'
  const known = calendar.termsKnown
  return known && known.from <= date && date <= known.to ? 'out' : 'unknown'
}

const byStart = (a: Term, b: Term) => (a.from < b.from ? -1 : 1)

// A notice is named after its year but may move days of the December before: the later file counts.
const namedDays = (years: readonly YearFile[]): Map<Day, NamedDay> =>
  new Map(
    [...years]
      .sort((a, b) => a.year - b.year)
      .flatMap(file => [
        ...file.off.flatMap(({ name, from, to }) =>
          daysFromTo(from, to).map((date): [Day, NamedDay] => [date, { off: true, name }]),
        ),
        ...file.work.map((date): [Day, NamedDay] => [date, { off: false, name: '调休上班' }]),
      ]),
  )

const byYear = (years: readonly YearFile[]): Pick<CivilCalendar, 'named' | 'years'> => ({
  named: namedDays(years),
  years: new Map(years.map(file => [file.year, file])),
})

// Unfolded once: a calendar is made for every school, and often.
const shipped = byYear(shippedYears)

// A term that ends in summer closes its school year, so the holiday up to 31 August is known too.
const knownSpan = (terms: readonly Term[]): CivilCalendar['termsKnown'] => {
  const first = terms[0]
  const last = terms.at(-1)
  if (!first || !last) return undefined
  const summer = `${yearOf(last.to)}-08-31`
  return { from: first.from, to: last.to >= `${yearOf(last.to)}-05-01` && last.to < summer ? summer : last.to }
}
