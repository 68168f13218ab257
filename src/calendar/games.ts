/** On which days minors may play online games (SL-08), with make-up workdays taken out as the platforms do (SL-09). */
import type { CivilCalendar } from './calendar.ts'
import { type Day, weekdayOf } from './days.ts'

const FRIDAY = 5

/** Whether 20:00–21:00 of this day is open for games: Friday to Sunday and days off, not a weekend that is worked. */
export const isGameDay = (calendar: CivilCalendar, date: Day): boolean => {
  const named = calendar.named.get(date)
  return named ? named.off : weekdayOf(date) >= FRIDAY
}
