/** When the term that a day belongs to is over. */
import type { Day } from './days.ts'

/** Where no term is entered: the days by which terms of the usual kind have ended. */
const USUAL_ENDS = ['01-31', '07-15'] as const

/**
 * The last day of the term that `date` lies in, in the holidays of the next one. Where no such term is known, the next
 * 31 January or 15 July.
 */
export const termEnd = (terms: readonly { readonly to: Day }[], date: Day): Day => {
  const ends = terms.map(({ to }) => to).filter(to => to >= date)
  if (ends.length > 0) return ends.reduce((a, b) => (a < b ? a : b))
  const year = Number(date.slice(0, 4))
  const usual = [year, year + 1].flatMap(each => USUAL_ENDS.map(end => `${each}-${end}`))
  return usual.find(end => end >= date) ?? date
}
