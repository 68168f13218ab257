import { Temporal } from 'temporal-polyfill'
import {
  addDays,
  demoTerms,
  instantOf,
  isHomeworkNight,
  isSchoolNight,
  makeCalendar,
  nightOf,
} from '../calendar/index.ts'
import { night, nightAnswer } from '../db/schema/index.ts'
import { insert, type Statement } from '../db/statement.ts'
import type { Chance } from './chance.ts'
import { type ClassHabit, childHabit, evening, type NightKind } from './evening.ts'
import type { DemoFamily } from './families.ts'

/** Nights on record before the present one. */
export const DEMO_NIGHTS = 28
const MINUTE_MS = 60_000
const EVENING_MIN = 18 * 60
/** The families who write in the evening do so soon after the light went out; the others over breakfast. */
const SHARE_EVENING = 0.7

/** The four weeks of nights before the present one, each with its kind by the demo terms. */
export const demoNights = (now: number, zone: string): NightKind[] => {
  const calendar = makeCalendar({ terms: demoTerms, overrides: [] })
  const tonight = nightOf(Temporal.Instant.fromEpochMilliseconds(now), zone)
  return Array.from({ length: DEMO_NIGHTS }, (_, i) => addDays(tonight, i - DEMO_NIGHTS)).map(date => ({
    night: date,
    midnight: instantOf(date, 0, zone).epochMilliseconds,
    schoolNight: isSchoolNight(calendar, date),
    homeworkNight: isHomeworkNight(calendar, date),
  }))
}

/** What a family reported: the statements, and when its first report came (epoch milliseconds; null for none). */
export const reportNights = (
  family: DemoFamily,
  habit: ClassHabit,
  nights: readonly NightKind[],
  newId: () => string,
  chance: Chance,
): { statements: Statement[]; firstReport: number | null } => {
  const child = childHabit(habit, chance)
  const told = chosenNights(family, nights, chance).map(kind => {
    const facts = evening(habit, child, kind, chance)
    return { kind, facts, at: saidAt(kind, facts.bedOffset, chance) }
  })
  return {
    statements: told.flatMap(({ kind, facts, at }) => {
      const guardianId = writer(family, chance)
      const key = { childId: family.child.id, night: kind.night }
      return [
        insert(nightAnswer, { id: newId(), ...key, guardianId, at, kind: 'report', ...facts }),
        insert(night, {
          ...key,
          ...facts,
          version: 1,
          classId: family.child.classId,
          firstAt: at,
          changedAt: at,
          by: guardianId,
          late: false,
        }),
      ]
    }),
    firstReport: told[0]?.at ?? null,
  }
}

/** Each family has its own persistence; nobody is drawn. Who reports at all has at least one night. */
const chosenNights = ({ reports }: DemoFamily, nights: readonly NightKind[], chance: Chance): NightKind[] => {
  if (!reports) return []
  const share = chance.between(0.25, 0.9)
  const chosen = nights.filter(kind => chance.often(kind.schoolNight ? share : share * 0.5))
  return chosen.length > 0 ? chosen : nights.slice(-1)
}

const saidAt = ({ midnight }: NightKind, bedOffset: number, chance: Chance): number => {
  const minute = chance.often(SHARE_EVENING)
    ? EVENING_MIN + bedOffset + chance.whole(1, 30)
    : 24 * 60 + chance.whole(6 * 60 + 20, 9 * 60)
  return midnight + minute * MINUTE_MS + chance.whole(0, 59) * 1000
}

const writer = ({ guardians }: DemoFamily, chance: Chance): string => {
  const [first = '', second = first] = guardians
  return chance.often(0.8) ? first : second
}
