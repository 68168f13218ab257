import { addDays, type CivilCalendar, daysFromTo, makeCalendar, schoolDay, schoolNight } from '../../calendar/index.ts'
import type { Judgement } from '../../calendar/judge.ts'
import type { Database } from '../../db/database.ts'
import { calendarOverride } from '../../db/schema/index.ts'
import { insert, type Statement, statement } from '../../db/statement.ts'

/** A change of the county's calendar: the days from `from` to `until`, both included (`YYYY-MM-DD`). */
export interface CalendarChange {
  from: string
  until: string
  schoolDay: boolean
  reason: string
}

/** A day as it is and as it would be, with the evening before it. */
export interface DayPreview {
  day: string
  before: Judgement
  after: Judgement
  nightBefore: Judgement
  nightAfter: Judgement
}

/** What a change would do to each of its days. Pure. */
export const previewOf = (calendar: CivilCalendar, change: CalendarChange, unit: string): DayPreview[] => {
  const days = daysFromTo(change.from, change.until)
  const changed = makeCalendar({
    terms: calendar.terms,
    overrides: [
      ...calendar.overrides.values(),
      ...days.map(date => ({ date, schoolDay: change.schoolDay, reason: change.reason, unit })),
    ],
  })
  return days.map(day => ({
    day,
    before: schoolDay(calendar, day),
    after: schoolDay(changed, day),
    nightBefore: schoolNight(calendar, addDays(day, -1)),
    nightAfter: schoolNight(changed, addDays(day, -1)),
  }))
}

export interface KnownOverride {
  date: string
  schoolDay: boolean
  reason: string
}

export interface KnownTerm {
  name: string
  from: string
  until: string
}

/** The county's exceptions from a day on, and its terms. */
export const readChanges = async (
  db: Pick<Database, 'read'>,
  unit: string,
  since: string,
): Promise<{ overrides: KnownOverride[]; terms: KnownTerm[] }> => {
  const [overrides = [], terms = []] = await db.read([
    statement(
      'SELECT date, school_day, reason FROM calendar_override WHERE unit = ? AND date >= ? ORDER BY date',
      unit,
      since,
    ),
    statement(
      'SELECT name, from_date, until_date FROM term WHERE county_id = ? AND until_date >= ? ORDER BY from_date',
      unit,
      since,
    ),
  ])
  return {
    overrides: overrides.map(([date, isOn, reason]) => ({
      date: String(date),
      schoolDay: isOn === 1,
      reason: String(reason),
    })),
    terms: terms.map(([name, from, until]) => ({ name: String(name), from: String(from), until: String(until) })),
  }
}

/** Writes each day of a change; a day that was changed before is changed again. */
export const putChange = (
  { from, until, schoolDay: isOn, reason }: CalendarChange,
  unit: string,
  by: string,
  at: number,
): Statement[] =>
  daysFromTo(from, until).map(date =>
    insert(
      calendarOverride,
      { unit, date, schoolDay: isOn, reason, by, at },
      `ON CONFLICT (unit, date) DO UPDATE SET school_day = excluded.school_day, reason = excluded.reason,
        by = excluded.by, at = excluded.at`,
    ),
  )

export const removeChange = (unit: string, date: string): Statement =>
  statement('DELETE FROM calendar_override WHERE unit = ? AND date = ?', unit, date)
