/** The one civil calendar: school nights, working days, weeks and due dates. Pure; nothing here reads the clock. */
export { bedInstant, bedOffset, clockOf } from './bed.ts'
export { type Block, block } from './block.ts'
export {
  type CalendarParts,
  type CivilCalendar,
  makeCalendar,
  type Override,
  overrideSchema,
  type Term,
  termAt,
  termSchema,
} from './calendar.ts'
export { demoTerms } from './data/terms.ts'
export { shippedYears } from './data/years.ts'
export { addDays, type Day, daysBetween, daysFromTo, weekdayOf } from './days.ts'
export { isGameDay } from './games.ts'
export {
  homeworkNight,
  isHomeworkNight,
  isProvisionalDay,
  isProvisionalNight,
  isSchoolDay,
  isSchoolNight,
  isWorkday,
  type Judgement,
  schoolDay,
  schoolNight,
  workday,
} from './judge.ts'
export { oldestKeptNight } from './kept.ts'
export { calendarMissing } from './missing.ts'
export {
  dayOf,
  instantOf,
  isLate,
  isReportable,
  lastReportable,
  nightFor,
  nightOf,
  nightsFor,
  ON_TIME_UNTIL_HOUR,
  REPORTABLE_NIGHTS,
} from './night.ts'
export { termEnd } from './term-end.ts'
export { type WeekOfNights, weekOfNight, weekOfNights } from './week.ts'
export { addCalendarDays, addWorkingDays, type DueDate, workingDaysBetween } from './working-days.ts'
export { type YearFile, yearFileSchema } from './year.ts'
