import { type CivilCalendar, makeCalendar } from '../calendar/index.ts'
import type { Database } from '../db/database.ts'
import { statement } from '../db/statement.ts'

const TERMS = 'SELECT from_date, until_date FROM term ORDER BY from_date'
const OVERRIDES = `SELECT date, school_day, reason, unit FROM calendar_override
  WHERE unit IN (SELECT id FROM county) ORDER BY date`

/** The county's own civil calendar: its terms and its exceptions, without those of single schools. */
export const readCountyCalendar = async (db: Pick<Database, 'read'>): Promise<CivilCalendar> => {
  const [terms = [], overrides = []] = await db.read([statement(TERMS), statement(OVERRIDES)])
  return makeCalendar({
    terms: terms.map(([from, to]) => ({ from: String(from), to: String(to) })),
    overrides: overrides.map(([date, schoolDay, reason, unit]) => ({
      date: String(date),
      schoolDay: schoolDay === 1,
      reason: String(reason),
      unit: String(unit),
    })),
  })
}
