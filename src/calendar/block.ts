/** Weekends and holidays as one stretch of evenings: homework is totalled over the block, never per day (HW-04). */
import { type CivilCalendar, termAt } from './calendar.ts'
import { addDays, type Day, daysFromTo } from './days.ts'
import { isHomeworkNight, isProvisionalNight, isSchoolDay } from './judge.ts'

export interface Block {
  /** A holiday has at least four days without school. */
  readonly kind: 'weekend' | 'holiday'
  /** First and last evening. */
  readonly from: Day
  readonly to: Day
  /** Days without school among them. */
  readonly days: number
  readonly provisional: boolean
}

const HOLIDAY_DAYS = 4

/**
 * The block an evening belongs to: the longest run of evenings without a homework night, inside the term. None for a
 * homework night, for 寒暑假, and for the evening on which a term ends.
 */
export const block = (calendar: CivilCalendar, night: Day): Block | undefined => {
  const belongs = (evening: Day) => termAt(calendar, evening) !== 'out' && !isHomeworkNight(calendar, evening)
  if (!belongs(night)) return undefined
  const from = edge(belongs, night, -1)
  const to = edge(belongs, night, 1)
  const days = daysFromTo(from, to).filter(date => !isSchoolDay(calendar, date)).length
  if (days === 0) return undefined
  const looked = daysFromTo(addDays(from, -1), addDays(to, 1))
  return {
    kind: days >= HOLIDAY_DAYS ? 'holiday' : 'weekend',
    from,
    to,
    days,
    provisional: looked.some(evening => isProvisionalNight(calendar, evening)),
  }
}

const edge = (belongs: (evening: Day) => boolean, night: Day, step: 1 | -1): Day => {
  let last = night
  while (belongs(addDays(last, step))) last = addDays(last, step)
  return last
}
