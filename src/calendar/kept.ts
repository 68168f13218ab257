/** Which nights a family's record still holds: those of a term go when the next one has ended. */
import type { Day } from './days.ts'

interface Dates {
  from: Day
  to: Day
}

/** Terms as they usually fall, for years that no 校历 is known of: generous, so that nothing goes too early. */
const usualTerms = (year: number): Dates[] => [
  { from: `${year}-02-15`, to: `${year}-07-31` },
  { from: `${year}-09-01`, to: `${year + 1}-01-31` },
]

const overlap = (a: Dates, b: Dates): boolean => a.from <= b.to && b.from <= a.to

/**
 * The oldest night that is still kept on a day: the first of the last term that has ended. Every earlier night belongs to
 * a term whose next one has ended.
 */
export const oldestKeptNight = (today: Day, terms: readonly Dates[]): Day => {
  const year = Number(today.slice(0, 4))
  const usual = [year - 2, year - 1, year].flatMap(usualTerms).filter(one => !terms.some(term => overlap(one, term)))
  const ended = [...terms, ...usual].filter(term => term.to < today).map(term => term.from)
  return ended.sort().at(-1) ?? `${year - 2}-01-01`
}
