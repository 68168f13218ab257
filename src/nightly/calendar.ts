import { type CivilCalendar, makeCalendar } from '../calendar/index.ts'
import type { Family, FamilyChild } from '../roster/family.ts'

/** Calendars kept, since making one costs more than asking it; a county has few, and they change rarely. */
const MOST_KEPT = 64
const kept = new Map<string, CivilCalendar>()

/** The civil calendar of a child's school: the county's terms and exceptions, then the school's own. */
export const calendarOf = (
  { terms, overrides }: Pick<Family, 'terms' | 'overrides'>,
  child: Pick<FamilyChild, 'schoolId' | 'countyId'>,
): CivilCalendar => {
  const own = overrides.filter(one => one.unit === child.schoolId)
  const county = overrides.filter(one => one.unit === child.countyId)
  const key = JSON.stringify([terms, county, own])
  const known = kept.get(key)
  if (known) return known
  const calendar = makeCalendar({ terms, overrides: [...county, ...own] })
  if (kept.size >= MOST_KEPT) kept.clear()
  kept.set(key, calendar)
  return calendar
}
