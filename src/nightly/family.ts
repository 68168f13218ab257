import type { FamilyChild } from '../roster/family.ts'
import type { NightFacts } from './change.ts'
import type { ReportReading } from './understand.ts'

/** One child's part of a message: which of the family's children, and what was told. */
export interface Part {
  child: FamilyChild
  nightsAgo: number | null
  told: NightFacts
  bedtime: string | null
}

const OLDER = /老大|大宝|大的|大娃|姐|哥|older|elder|first|big|1号|一号/i
const YOUNGER = /老二|老幺|二宝|小宝|小的|小娃|妹|弟|细佬|younger|little|second|small|2号|二号/i
const GRADE = /([一二三四五六七八九]|[1-9])年级|初([一二三])/
const NUMERALS = '一二三四五六七八九'

const STANDS_FOR = ['老大', '老二', '老三', '老四'] as const

/** A text in which the family's own names are replaced, and which child each word then means. */
export interface Unnamed {
  text: string
  called: Map<string, FamilyChild>
}

/**
 * Takes the children's names out of a text before it is read: 小九 is no clock, and two names are two children. One name
 * becomes 孩子, several become 老大, 老二 …, which the reader knows.
 */
export const withoutNames = (text: string, children: FamilyChild[]): Unnamed => {
  const named = children
    .filter(child => text.includes(child.label))
    .sort((a, b) => text.indexOf(a.label) - text.indexOf(b.label))
  const called = new Map<string, FamilyChild>()
  if (named.length === 0 || STANDS_FOR.some(word => text.includes(word))) return { text, called }
  const plain = named.reduce((rest, child, i) => {
    const word = named.length === 1 ? '孩子' : (STANDS_FOR[i] ?? '孩子')
    called.set(word, child)
    return rest.replaceAll(child.label, word)
  }, text)
  return { text: plain, called }
}

/** Which of the family's children a parent's own word means; undefined when it could be more than one. */
export const childCalled = (name: string, children: FamilyChild[]): FamilyChild | undefined => {
  const labelled = children.filter(child => name.includes(child.label) || child.label.includes(name))
  if (labelled.length === 1) return labelled[0]
  const grade = gradeCalled(name)
  const inGrade = children.filter(child => child.grade === grade)
  if (inGrade.length === 1) return inGrade[0]
  const byAge = [...children].sort((a, b) => b.grade - a.grade)
  const ages = new Set(children.map(child => child.grade))
  if (children.length < 2 || ages.size !== children.length) return undefined
  if (YOUNGER.test(name)) return byAge.at(-1)
  return OLDER.test(name) ? byAge[0] : undefined
}

const gradeCalled = (name: string): number | undefined => {
  const match = GRADE.exec(name)
  if (!match) return undefined
  if (match[2]) return NUMERALS.indexOf(match[2]) + 7
  const told = match[1] ?? ''
  return NUMERALS.includes(told) ? NUMERALS.indexOf(told) + 1 : Number(told)
}

/** The facts of a reading that are not a clock: those the dialog settles by the night. */
export const factsIn = (reading: ReportReading, minutes: number | null, unfinished: boolean | null): NightFacts => ({
  ...(minutes === null ? {} : { writtenMin: minutes }),
  ...(unfinished === null ? {} : { finished: !unfinished }),
  ...(reading.doneAtSchool === null ? {} : { doneAtSchool: reading.doneAtSchool }),
  ...(reading.otherMin === null ? {} : { otherMin: reading.otherMin }),
  ...(reading.lateReason === null ? {} : { lateReason: reading.lateReason }),
  ...(reading.flags.length > 0 ? { flags: reading.flags.join(',') } : {}),
  ...(reading.stoppedForBed ? { stoppedForBed: true, finished: false } : {}),
})

/**
 * Splits a reading over the family's children and nights. `whose` when it is not clear which child is meant: then the
 * dialog asks, and nothing is guessed.
 */
export const partsOf = (
  reading: ReportReading,
  children: FamilyChild[],
  inView: FamilyChild | undefined,
  called: Map<string, FamilyChild> = new Map(),
): Part[] | 'whose' => {
  if (reading.children) return severalChildren(reading, children, called)
  const child = children.length === 1 ? children[0] : inView
  if (!child) return 'whose'
  if (reading.nights) {
    return reading.nights.map(one => ({
      child,
      nightsAgo: one.nightsAgo,
      told: factsIn(reading, one.minutes, null),
      bedtime: one.bedtime,
    }))
  }
  const own = {
    child,
    nightsAgo: reading.nightsAgo,
    told: factsIn(reading, reading.minutes, reading.unfinished),
    bedtime: reading.bedtime,
  }
  const { movedMinutes } = reading
  if (!movedMinutes) return [own]
  return [own, { child, nightsAgo: movedMinutes.nightsAgo, told: { writtenMin: movedMinutes.minutes }, bedtime: null }]
}

const severalChildren = (
  reading: ReportReading,
  children: FamilyChild[],
  called: Map<string, FamilyChild>,
): Part[] | 'whose' => {
  const told = reading.children ?? []
  const unnamed = told.every(one => one.name === undefined)
  if (unnamed && told.length !== children.length) return 'whose'
  const parts: Part[] = []
  for (const [i, one] of told.entries()) {
    const child = one.name === undefined ? children[i] : (called.get(one.name) ?? childCalled(one.name, children))
    if (!child || parts.some(part => part.child === child)) return 'whose'
    const facts = factsIn({ ...reading, doneAtSchool: null, stoppedForBed: false }, one.minutes, one.unfinished ?? null)
    parts.push({ child, nightsAgo: reading.nightsAgo, told: facts, bedtime: one.bedtime })
  }
  return parts
}
