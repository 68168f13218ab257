/**
 * Is it a workday, a school day, a school night, a homework night? Every answer is given, also past the last covered
 * date, and says whether it is provisional: families are always served, nothing is judged or charged on such a day.
 */
import { type CivilCalendar, termAt } from './calendar.ts'
import { fixedStatutoryDays } from './data/years.ts'
import { addDays, type Day, weekdayOf, yearOf } from './days.ts'

/** An answer, and whether a holiday notice or term date that we do not have could still turn it round. */
export interface Judgement {
  readonly value: boolean
  readonly provisional: boolean
}

const certainly = (value: boolean): Judgement => ({ value, provisional: false })

// A certain "no" settles the whole, whatever the other half may turn out to be.
const both = (a: Judgement, b: Judgement): Judgement => {
  const refused = [a, b].some(({ value, provisional }) => !value && !provisional)
  return refused ? certainly(false) : { value: a.value && b.value, provisional: a.provisional || b.provisional }
}

/** Do offices work on this day? By notice, else by statute, else by weekday (provisional where no notice covers it). */
export const workday = (calendar: CivilCalendar, date: Day): Judgement => {
  const named = calendar.named.get(date)
  if (named) return certainly(!named.off)
  const file = calendar.years.get(yearOf(date))
  if (!file && fixedStatutoryDays.includes(date.slice(5))) return certainly(false)
  const covered = file && !file.provisional && file.covers.from <= date && date <= file.covers.to
  return { value: weekdayOf(date) <= 5, provisional: !covered }
}

/** Is there school on this day? An override decides; else a workday in term. Unknown terms count as term, provisionally. */
export const schoolDay = (calendar: CivilCalendar, date: Day): Judgement => {
  const known = judged.get(calendar) ?? new Map<Day, Judgement>()
  judged.set(calendar, known)
  const judgement = known.get(date) ?? judgeSchoolDay(calendar, date)
  known.set(date, judgement)
  return judgement
}

// A calendar never changes, and the same few dates are asked for at every turn.
const judged = new WeakMap<CivilCalendar, Map<Day, Judgement>>()

const judgeSchoolDay = (calendar: CivilCalendar, date: Day): Judgement => {
  const override = calendar.overrides.get(date)
  if (override) return certainly(override.schoolDay)
  const term = termAt(calendar, date)
  return both({ value: term !== 'out', provisional: term === 'unknown' }, workday(calendar, date))
}

/** Is there school tomorrow? This is what a bedtime is judged by. */
export const schoolNight = (calendar: CivilCalendar, night: Day): Judgement => schoolDay(calendar, addDays(night, 1))

/** School today and tomorrow: only such evenings enter the daily homework average. */
export const homeworkNight = (calendar: CivilCalendar, night: Day): Judgement =>
  both(schoolDay(calendar, night), schoolNight(calendar, night))

/** `workday` without its mark. */
export const isWorkday = (calendar: CivilCalendar, date: Day): boolean => workday(calendar, date).value

/** `schoolDay` without its mark. */
export const isSchoolDay = (calendar: CivilCalendar, date: Day): boolean => schoolDay(calendar, date).value

/** `schoolNight` without its mark. */
export const isSchoolNight = (calendar: CivilCalendar, night: Day): boolean => schoolNight(calendar, night).value

/** `homeworkNight` without its mark. */
export const isHomeworkNight = (calendar: CivilCalendar, night: Day): boolean => homeworkNight(calendar, night).value

/** May the missing notice or term date still change whether this is a school day? Then nothing is charged for it. */
export const isProvisionalDay = (calendar: CivilCalendar, date: Day): boolean => schoolDay(calendar, date).provisional

/** May it still change what kind of night this is? Then the night is shown to the family and judged nowhere. */
export const isProvisionalNight = (calendar: CivilCalendar, night: Day): boolean =>
  schoolNight(calendar, night).provisional || homeworkNight(calendar, night).provisional
