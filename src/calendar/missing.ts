/** Staff are told every day that the calendar is running out. */
import type { CivilCalendar } from './calendar.ts'
import { type Day, yearOf } from './days.ts'

/**
 * The year whose arrangement is missing: this year's, or from 1 November on next year's, when its file is absent or
 * holds the statutory days only. Undefined when all is well.
 */
export const calendarMissing = (calendar: CivilCalendar, today: Day): number | undefined => {
  const year = yearOf(today)
  const needed = today >= `${year}-11-01` ? [year, year + 1] : [year]
  return needed.find(each => calendar.years.get(each)?.provisional !== false)
}
