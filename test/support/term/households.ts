import type { School } from './days.ts'
import type { Household, Person, Pupil } from './oracle.ts'

/** Numbers from a seed, so that a failing term can be seen again. */
export const chance = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** How one household lives: shares of evenings. */
export interface Habit {
  /** Answers of its own accord. */
  answers: number
  /** Answers a reminder. */
  reacts: number
  passes: number
}

export interface Living extends Household {
  habit: Habit
  plans: ChildPlan[]
}

export interface ChildPlan {
  id: string
  label: string
  /** A code for each grown-up of the household. */
  codes: string[]
  school: School
  grade: number
}

const LABELS = ['小雨', '安安', '豆豆', '大山']
const HABITS: Habit[] = [
  { answers: 0.6, reacts: 0.5, passes: 0.03 },
  { answers: 0.1, reacts: 0.3, passes: 0.05 },
  { answers: 0.02, reacts: 0.08, passes: 0.01 },
  { answers: 0, reacts: 0, passes: 0 },
]

/** Plans households with one or two children in two schools (the other one by the 5-4 system). */
export const planHouseholds = (count: number, roll: () => number): { homes: Living[]; children: ChildPlan[] } => {
  const children: ChildPlan[] = []
  const homes = Array.from({ length: count }, (_, i): Living => {
    const size = roll() < 0.3 ? 2 : 1
    const first = Math.floor(roll() * LABELS.length)
    const plans = Array.from({ length: size }, (_, n): ChildPlan => {
      const school: School = roll() < 0.7 ? 'school' : 'other'
      const label = LABELS[(first + n) % LABELS.length] ?? ''
      const codes = [0, 1].map(who => codeOf((children.length + n) * 2 + who))
      return { id: `child-${i}-${n}`, label, school, grade: 1 + Math.floor(roll() * 9), codes }
    })
    children.push(...plans)
    const people = roll() < 0.35 ? [`mum-${i}`, `dad-${i}`] : [`mum-${i}`]
    return {
      people: people.map(personOf),
      pupils: plans.map(pupilOf),
      answers: [],
      habit: HABITS[Math.floor(roll() * HABITS.length)] ?? { answers: 0, reacts: 0, passes: 0 },
      plans,
    }
  })
  return { homes, children }
}

const personOf = (account: string): Person => ({
  account,
  wants: false,
  hour: undefined,
  since: 0,
  unanswered: 0,
  lastNight: '',
  lastAt: 0,
  rests: false,
})

const pupilOf = ({ label, school, grade }: ChildPlan): Pupil => ({
  label,
  school,
  // 五四学制: the sixth grade is junior secondary.
  junior: grade >= (school === 'other' ? 6 : 7),
  recorded: true,
  agreedBy: new Set(),
  boundTo: new Set(),
})

/** A code of ten that nobody else has: four letters, and a number written with the digits that codes have. */
const codeOf = (n: number): string =>
  `TERM${[0, 1, 2, 3, 4, 5].map(place => 2 + (Math.floor(n / 8 ** place) % 8)).join('')}`
