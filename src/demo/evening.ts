import type { Stage } from '../policy/index.ts'
import { bedBy, homeworkLimit, stageOf } from '../policy/index.ts'
import type { Chance } from './chance.ts'

/** What a class's evenings are like. */
export interface ClassHabit {
  grade: number
  stage: Stage
  /** Written homework of a usual evening, minutes; in grades 1 and 2 of an evening on which any is set. */
  minutes: number
  /** Share of homework nights on which written homework is set. */
  setShare: number
}

/** What one child's evenings are like, beside their class's. */
export interface ChildHabit {
  /** Of the class's minutes. */
  pace: number
  /** Light out, minutes after 18:00, on an easy school night. */
  bed: number
}

/** What kind of night it is by the civil calendar. */
export interface NightKind {
  night: string
  /** Midnight at the beginning of the night's date, epoch milliseconds. */
  midnight: number
  schoolNight: boolean
  homeworkNight: boolean
}

/** The facts that the demo tells of a night. */
export interface Evening {
  writtenMin: number | null
  bedOffset: number
  doneAtSchool: string | null
  wakeOffset: number | null
  setByTeacher: boolean | null
}

/** Most classes keep to the rule, some do not; a few classes of grades 1 and 2 set written homework all the same. */
export const classHabit = (grade: number, chance: Chance): ClassHabit => {
  const stage = stageOf(grade, '6-3')
  const { minutes } = homeworkLimit(stage)
  if (minutes === 0) return { grade, stage, minutes: chance.whole(10, 25), setShare: chance.often(0.2) ? 0.3 : 0.02 }
  return { grade, stage, minutes: minutes * chance.between(0.5, 1.15), setShare: 0.94 }
}

/** Beds spread around the rule's clock; the highest grade is later. */
export const childHabit = ({ grade, stage }: ClassHabit, chance: Chance): ChildHabit => ({
  pace: chance.between(0.6, 1.35),
  bed: bedBy(stage).offset + chance.between(-25, 20) + (grade === 9 ? 15 : 0),
})

/** One evening of one child. Minutes; offsets after 18:00. */
export const evening = (habit: ClassHabit, child: ChildHabit, kind: NightKind, chance: Chance): Evening => {
  const writtenMin = written(habit, child, kind, chance)
  return {
    writtenMin,
    bedOffset: lightOut(habit, child, kind, writtenMin ?? 0, chance),
    doneAtSchool: writtenMin === null || chance.often(0.5) ? null : doneAtSchool(habit, writtenMin),
    wakeOffset: chance.often(0.2) ? wake(habit, kind, chance) : null,
    setByTeacher: habit.stage === 'primary_lower' && writtenMin && chance.often(0.7) ? true : null,
  }
}

const written = (habit: ClassHabit, { pace }: ChildHabit, kind: NightKind, chance: Chance): number | null => {
  if (!kind.homeworkNight && chance.often(kind.schoolNight ? 0.4 : 0.8)) return null
  if (!chance.often(habit.setShare)) return 0
  return inSteps(Math.min(180, habit.minutes * pace * chance.between(0.7, 1.3)), 0)
}

const lightOut = (habit: ClassHabit, { bed }: ChildHabit, kind: NightKind, minutes: number, chance: Chance): number => {
  const pressed = Math.max(0, minutes - homeworkLimit(habit.stage).minutes) * 0.5
  const free = kind.schoolNight ? 0 : chance.between(10, 50)
  return inSteps(Math.min(390, bed + pressed + free + chance.between(-15, 20)), 120)
}

const doneAtSchool = ({ stage, minutes }: ClassHabit, told: number): string => {
  if (told === 0) return stage === 'primary_lower' ? 'none_set' : 'all'
  if (told < minutes * 0.6) return 'most'
  return told < minutes * 1.1 ? 'half' : 'little'
}

/** 06:10 to 06:55 before school, later on free mornings, in minutes after 18:00 of the night. */
const wake = ({ stage }: ClassHabit, { schoolNight }: NightKind, chance: Chance): number =>
  inSteps(chance.between(735, 765) + (stage === 'junior' ? -5 : 10) + (schoolNight ? 0 : 50), 700)

/** As people tell it: in fives, seldom more exactly. */
const inSteps = (minutes: number, least: number): number => Math.max(least, Math.round(minutes / 5) * 5)
