/** Due dates. 工作日 follow the notices and their make-up days; 日 are calendar days and are never rolled past a holiday. */
import type { CivilCalendar } from './calendar.ts'
import { addDays, type Day, daysFromTo } from './days.ts'
import { workday } from './judge.ts'

/** A due date. `provisional`: it crossed a day that no notice covers; reckon it again when the year's file arrives. */
export interface DueDate {
  readonly date: Day
  readonly provisional: boolean
}

/** The `count`-th working day after `date` (before it when negative); `date` itself is not counted, 0 returns it. */
export const addWorkingDays = (calendar: CivilCalendar, date: Day, count: number): DueDate => {
  const step = count < 0 ? -1 : 1
  let due: DueDate = { date, provisional: false }
  for (let left = Math.abs(count); left > 0; ) {
    const next = addDays(due.date, step)
    const judged = workday(calendar, next)
    due = { date: next, provisional: due.provisional || judged.provisional }
    if (judged.value) left -= 1
  }
  return due
}

/** Working days after `from` up to and including `to`; negative, counting back the same way, when `to` is earlier. */
export const workingDaysBetween = (
  calendar: CivilCalendar,
  from: Day,
  to: Day,
): { readonly days: number; readonly provisional: boolean } => {
  const back = to < from
  const judged = (back ? daysFromTo(to, addDays(from, -1)) : daysFromTo(addDays(from, 1), to)).map(day =>
    workday(calendar, day),
  )
  const worked = judged.filter(({ value }) => value).length
  return { days: back && worked > 0 ? -worked : worked, provisional: judged.some(({ provisional }) => provisional) }
}

/** `count` calendar days after `date`. The date itself cannot move; the mark says that the count ran past the notices. */
export const addCalendarDays = (calendar: CivilCalendar, date: Day, count: number): DueDate => {
  const due = addDays(date, count)
  const crossed = count < 0 ? daysFromTo(due, addDays(date, -1)) : daysFromTo(addDays(date, 1), due)
  return { date: due, provisional: crossed.some(day => workday(calendar, day).provisional) }
}
