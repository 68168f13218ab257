/** The week of nights that a digest tells of: the evenings before that week's school days, usually Sunday to Thursday. */
import type { CivilCalendar } from './calendar.ts'
import { addDays, type Day, daysFromTo, weekdayOf } from './days.ts'
import { isHomeworkNight, isProvisionalDay, isProvisionalNight, isSchoolDay } from './judge.ts'

export interface WeekOfNights {
  /** Names the week. */
  readonly monday: Day
  readonly schoolDays: readonly Day[]
  /** The evening before each school day, in order. */
  readonly nights: readonly Day[]
  /** Those of them that enter the daily homework average. */
  readonly homeworkNights: readonly Day[]
  /** Class and grade digests go out on this day; none in a week without school. */
  readonly lastSchoolDay: Day | undefined
  readonly provisional: boolean
}

/** The week of nights of the calendar week (Monday to Sunday) that `date` lies in. */
export const weekOfNights = (calendar: CivilCalendar, date: Day): WeekOfNights => {
  const monday = addDays(date, 1 - weekdayOf(date))
  const week = daysFromTo(monday, addDays(monday, 6))
  const schoolDays = week.filter(day => isSchoolDay(calendar, day))
  const nights = schoolDays.map(day => addDays(day, -1))
  return {
    monday,
    schoolDays,
    nights,
    homeworkNights: nights.filter(night => isHomeworkNight(calendar, night)),
    lastSchoolDay: schoolDays.at(-1),
    provisional:
      week.some(day => isProvisionalDay(calendar, day)) || nights.some(night => isProvisionalNight(calendar, night)),
  }
}

/** The week that an evening counts in: that of the day after it, so Sunday evening opens the new week. */
export const weekOfNight = (calendar: CivilCalendar, night: Day): WeekOfNights =>
  weekOfNights(calendar, addDays(night, 1))
