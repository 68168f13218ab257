// The decision: report, correction, ambiguous, or no report.

import { childrenOf } from './children.ts'
import { clausesOf, numbersRead } from './clauses.ts'
import { changeOf } from './correction.ts'
import { isMeant } from './meant.ts'
import { namesLabelled } from './names.ts'
import { nightsAgoOf, nightsOf, nightTokens, nightWordOf } from './nights.ts'
import { allInRange, inRange, MOST_MINUTES, outOfRangeOf, type Told } from './range.ts'
import type { ReportReading } from './reading.ts'
import { remarksOf } from './remarks.ts'
import { says } from './status.ts'
import { isWord, type Token } from './tokens.ts'
import { type Values, valuesOf } from './values.ts'

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
  if (value?.kind !== 'duration' || value.vague || value.minutes > MOST_MINUTES) return { tokens: kept }
  return { tokens: kept, moved: { nightsAgo: /前/.test(tokens[at]?.text ?? '') ? 2 : 1, minutes: value.minutes } }
}

/** Two people who differ about the minutes leave the question open. */
function isDisputed(values: Values): boolean {
  const told = new Set(
    values.items.filter(item => item.kind === 'duration' && item.role === 'homework').map(item => item.token.text),
  )
  return told.size > 1 && says(values.clauses, 'forgot')
}

function single(reading: ReportReading, tokens: readonly Token[], values: Values, correcting: boolean): void {
  const told = { minutes: isDisputed(values) ? null : values.minutes, bedtime: values.bedtime }
  Object.assign(reading, inRange(told), { outOfRange: outOfRangeOf(told) })
  reading.unfinished = values.unfinished
  const stored = (reading.minutes ?? reading.bedtime) !== null
  const open = reading.outOfRange !== null || isMeant(tokens, values) || reading.bareNumber !== null
  if (correcting) reading.kind = 'correction'
  else if (stored) reading.kind = 'report'
  else reading.kind = open ? 'ambiguous' : 'not_report'
  if (reading.kind === 'not_report') reading.unfinished = null
}

/** Puts several children or nights in the place of the one value; false if none of them can be stored. */
function several<T extends Told>(
  reading: ReportReading,
  list: readonly T[] | undefined,
  correcting: boolean,
): T[] | null {
  const { kept, out } = allInRange(list ?? [])
  if (kept.length === 0) return null
  reading.kind = correcting ? 'correction' : 'report'
  reading.minutes = null
  reading.bedtime = null
  reading.unfinished = null
  reading.outOfRange = out
  return kept
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
  const { tokens: settled, moved } = movedOf(namesLabelled(lexed))
  const change = changeOf(numbersRead(settled), low)
  const tokens = change.tokens
  const values = valuesOf(tokens)
  reading.movedMinutes = moved
  single(reading, tokens, values, change.correcting)
  const children = several(reading, childrenOf(tokens, values, change.correcting), change.correcting)
  const nights = children ? null : several(reading, nightsOf(tokens), change.correcting)
  if (children) reading.children = children
  if (nights) reading.nights = nights
  reading.retraction = change.retracting && (reading.minutes ?? reading.bedtime) === null && !children
  if (reading.retraction) reading.unfinished = null
  reading.nightWord = nightWordOf(nightTokens(tokens))
  if (reading.kind !== 'not_report' && !nights)
    reading.nightsAgo = reading.retraction ? 0 : nightsAgoOf(reading.nightWord)
  Object.assign(reading, remarksOf(values, clausesOf(lexed), low))
  return reading
}
