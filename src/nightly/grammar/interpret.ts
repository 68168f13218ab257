// The decision: report, correction, ambiguous, or no report.

import { childrenOf } from './children.ts'
import { type Clause, clausesOf, numbersRead } from './clauses.ts'
import { changeOf } from './correction.ts'
import { nightsAgoOf, nightsOf, nightWordOf } from './nights.ts'
import type { ReportReading } from './reading.ts'
import { remarksOf } from './remarks.ts'
import { says } from './status.ts'
import { isAdultsSleep } from './subject.ts'
import { isBedtime } from './sums.ts'
import { isQuantity, isWord, type Token } from './tokens.ts'
import { meantSomething, type Values, valuesOf } from './values.ts'

/** The most minutes of homework that can be stored for one night. */
const MOST_MINUTES = 300

/** A reading that says nothing. */
export function emptyReading(): ReportReading {
  return {
    kind: 'not_report',
    minutes: null,
    bedtime: null,
    nightsAgo: null,
    unfinished: null,
    lightOutNow: false,
    nightWord: null,
    retraction: false,
    doneAtSchool: null,
    otherMin: null,
    wakeTime: null,
    lateReason: null,
    flags: [],
    stoppedForBed: false,
    planned: null,
    bareNumber: null,
    outOfRange: null,
  }
}

/** The number of a message that is nothing but a number, or null. */
function bareNumberOf(tokens: readonly Token[]): number | null {
  const weighty = tokens.filter(
    token => token.kind !== 'mark' && token.text.trim() !== '' && !isWord(token, 'hedge', 'filler'),
  )
  const [only] = weighty
  return weighty.length === 1 && only?.kind === 'number' ? only.value : null
}

/** Withdrawn from another night: 60分钟是昨天的. */
function movedOf(tokens: readonly Token[]): { tokens: Token[]; moved?: ReportReading['movedMinutes'] } {
  const at = tokens.findIndex(token => isWord(token, 'moved'))
  const value = tokens[at - 1]?.text.trim() === '' ? tokens[at - 2] : tokens[at - 1]
  if (at === -1) return { tokens: [...tokens] }
  const kept = tokens.filter((token, index) => index !== at && token !== value)
  if (value?.kind !== 'duration') return { tokens: kept }
  return { tokens: kept, moved: { nightsAgo: /前/.test(tokens[at]?.text ?? '') ? 2 : 1, minutes: value.minutes } }
}

const SUBJECTS = ['sleep', 'light', 'bed', 'homework', 'write', 'tonight', 'last_night'] as const

/** 几点睡的没注意 asks nothing; 忘了怎么报？ does. */
function asksForHelp(clauses: readonly Clause[]): boolean {
  return clauses.some(
    ({ tokens, asked }) =>
      asked || tokens.some(token => isWord(token, 'question') && !/^(?:几点|几时|多[少久长]|什么时候|多长时间)/.test(token.text)),
  )
}

/** Means a report without a value: a blur, a bare done, same as yesterday, quite late. */
function isMeant(tokens: readonly Token[], values: Values): boolean {
  if (meantSomething(values)) return true
  const clauses = values.clauses.filter(clause => !isAdultsSleep(clause.tokens))
  if (says(clauses, 'forgot') && !asksForHelp(clauses)) return says(clauses, ...SUBJECTS)
  const asks = says(clauses, 'question', 'judge') || clauses.some(clause => clause.asked)
  if (asks || says(clauses, 'other_family', 'childhood', 'habit')) return false
  if (values.unfinished !== null || says(clauses, 'same') || says(clauses, 'now')) return true
  if (says(clauses, 'late'))
    return says(clauses, ...SUBJECTS) || tokens.filter(token => token.kind !== 'mark' && token.text.trim() !== '').length <= 2
  return tokens.some((token, at) => token.kind === 'number' && (token.vague || isWord(tokens[at - 1], 'vague_before')))
}

/** Two people who differ about the minutes leave the question open. */
function isDisputed(values: Values): boolean {
  const told = new Set(
    values.items.filter(item => item.kind === 'duration' && item.role === 'homework').map(item => item.token.text),
  )
  return told.size > 1 && says(values.clauses, 'forgot')
}

function ranged(reading: ReportReading, minutes: number | null, bedtime: string | null): void {
  const tooMuch = minutes !== null && minutes > MOST_MINUTES
  const tooEarly = bedtime !== null && !isBedtime(bedtime)
  reading.minutes = tooMuch ? null : minutes
  reading.bedtime = tooEarly ? null : bedtime
  if (tooMuch || tooEarly) reading.outOfRange = { ...(tooMuch ? { minutes } : {}), ...(tooEarly ? { bedtime } : {}) }
}

function single(reading: ReportReading, tokens: readonly Token[], values: Values, correcting: boolean): void {
  ranged(reading, isDisputed(values) ? null : values.minutes, values.bedtime)
  reading.unfinished = values.unfinished
  const stored = (reading.minutes ?? reading.bedtime) !== null
  const open = reading.outOfRange !== null || isMeant(tokens, values) || reading.bareNumber !== null
  if (correcting) reading.kind = 'correction'
  else if (stored) reading.kind = 'report'
  else reading.kind = open ? 'ambiguous' : 'not_report'
  if (reading.kind === 'not_report') reading.unfinished = null
}

function several(reading: ReportReading, correcting: boolean): void {
  reading.kind = correcting ? 'correction' : 'report'
  reading.minutes = null
  reading.bedtime = null
  reading.unfinished = null
  reading.outOfRange = null
}

/** True for commands to the machine, which report nothing. */
function isCommand(low: string): boolean {
  return /ignore (?:your|all|previous|any) (?:instructions|rules|prompt)|system prompt|忽略(?:你|所有|之前|以上|前面)的?(?:所有)?(?:指令|规则|设定|提示)/.test(
    low,
  )
}

/** Reads the tokens of one message. `low` is its lower-case text. */
export function interpreted(lexed: readonly Token[], low: string): ReportReading {
  const reading = emptyReading()
  if (isCommand(low)) return reading
  reading.bareNumber = bareNumberOf(lexed)
  const { tokens: settled, moved } = movedOf(lexed)
  const change = changeOf(numbersRead(settled), low)
  const tokens = change.tokens
  const values = valuesOf(tokens)
  reading.movedMinutes = moved
  single(reading, tokens, values, change.correcting)
  const children = childrenOf(change.tokens, values, change.correcting)
  const nights = children ? undefined : nightsOf(tokens)
  if (children && children.length > 0) several(reading, change.correcting)
  if (children && children.length > 0) reading.children = children
  if (nights) several(reading, change.correcting)
  if (nights) reading.nights = nights
  reading.retraction = change.retracting && (reading.minutes ?? reading.bedtime) === null && !children
  if (reading.retraction) reading.unfinished = null
  reading.nightWord = nightWordOf(nightTokens(tokens))
  if (reading.kind !== 'not_report' && !nights)
    reading.nightsAgo = reading.retraction ? 0 : nightsAgoOf(reading.nightWord)
  Object.assign(reading, remarksOf(values, clausesOf(lexed), low))
  return reading
}

/** A night that is only compared with, or named for later, does not count. */
function nightTokens(tokens: readonly Token[]): Token[] {
  const first = tokens.findIndex(
    token => isWord(token, 'tonight') && !isWord(tokens[tokens.indexOf(token) - 1], 'until'),
  )
  const value = tokens.findIndex(isQuantity)
  const past = tokens.findIndex(token => isWord(token, 'last_night', 'before_last'))
  if (first !== -1 && past !== -1 && past > value && first < value)
    return tokens.filter(token => !isWord(token, 'last_night', 'before_last'))
  return [...tokens]
}
