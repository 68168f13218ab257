import {
  addDays,
  type CivilCalendar,
  daysFromTo,
  isHomeworkNight,
  isProvisionalNight,
  isSchoolNight,
} from '../../calendar/index.ts'
import type { Lang } from '../../chat/inbound.ts'
import { bedBy, homeworkLimit, type Stage } from '../../policy/index.ts'
import type { FamilyChild } from '../../roster/family.ts'

/** How many nights the view goes back, tonight among them. */
export const NIGHTS_SHOWN = 14

/** One night of a child as its family sees it. */
export interface TrendNight {
  night: string
  writtenMin: number | null
  bedOffset: number | null
  saidAhead: boolean
  by: 'me' | 'parent' | 'helper'
}

/** Two weeks of one child: what was told, and what the rule says of which nights. Never anything about other children. */
export interface Fortnight {
  child: FamilyChild
  lang: Lang
  stage: Stage
  /** Every date, oldest first; nights without an answer are simply not among `told`. */
  dates: string[]
  told: Map<string, TrendNight>
  calendar: CivilCalendar
}

/** The dates of the view that ends with a night. */
export const datesUntil = (tonight: string): string[] => daysFromTo(addDays(tonight, 1 - NIGHTS_SHOWN), tonight)

/** Whether the rule on homework (HW-01..03), or on bedtime (SL-02), speaks of a night. Of a provisional one it does not. */
export const ruled = (calendar: CivilCalendar, night: string): { homework: boolean; bed: boolean } => {
  const settled = !isProvisionalNight(calendar, night)
  return { homework: settled && isHomeworkNight(calendar, night), bed: settled && isSchoolNight(calendar, night) }
}

/** The numbers of the child's stage and the rules that they come from. */
export const limitsOf = (stage: Stage) => ({ homework: homeworkLimit(stage), bed: bedBy(stage) })
