// Amounts of time in English words: an hour and a half, half an hour, two and a half hrs, three quarters of an hour.

import type { FoundDuration } from './duration.ts'
import { EN_NUM, englishValue } from './numerals.ts'

const HOUR = '(?:hours?|hrs?|h(?![a-z]))'
const MINUTE = '(?:minutes?|mins?|m(?![a-z]))\\.?'
const pattern = (source: string) => new RegExp(source, 'y')

const HALF_HOUR = pattern('(?:a )?half(?: an?|-an)?[ -]hour|0?\\.5 (?:hours?|hrs?)')
const QUARTERS = pattern('(three[- ]quarters|a quarter|quarter|3/4|1/4) of an hour')
const AND_A_HALF = pattern(
  `(an?|${EN_NUM}) (?:and a half|1/2|½) ${HOUR}|(an?|${EN_NUM})[ -]${HOUR} and (a half|half|a quarter|three[- ]quarters)|${HOUR} and a half`,
)
const HOURS = pattern(
  `(an|a|${EN_NUM})[ -]?(?:whole |full |solid |good )?${HOUR}(?: and)?,?(?: ?(${EN_NUM}) ?${MINUTE}| ?(${EN_NUM})(?![\\d:]|\\s?(?:am|pm|pages?|questions?|worksheets?)))?`,
)
const MINUTES = pattern(`(${EN_NUM})[ -]?(?:whole |full |solid |good |or so )?${MINUTE}(?![a-z])`)
const LOTS = pattern(
  `(two|three|four|2|3|4) (?:lots|blocks|sessions|sittings|goes|rounds|x|times) (?:of )?(${EN_NUM})[ -]?${MINUTE}`,
)
const VAGUE = pattern(
  `(?:a (?:couple|few) (?:of )?|several |some |${EN_NUM}\\+ ?|${EN_NUM}-odd |${EN_NUM} (?:or|to) ${EN_NUM} )(?:${HOUR}|${MINUTE})|(?:${EN_NUM}) ?(?:${MINUTE}|${HOUR})\\+(?! ?[a-z\\d\u4e00-\u9fa5])|hours(?= and hours)|(?:hours|ages|forever)(?![a-z])`,
)

function run(regex: RegExp, text: string, at: number): RegExpExecArray | null {
  regex.lastIndex = at
  return regex.exec(text)
}

function count(word: string | undefined): number {
  return word === 'a' || word === 'an' || word === undefined ? 1 : englishValue(word)
}

function fraction(word: string | undefined): number {
  if (word === undefined || word.endsWith('half')) return 30
  return word.startsWith('three') || word.startsWith('3') ? 45 : 15
}

function found(minutes: number, match: RegExpExecArray): FoundDuration | null {
  return Number.isFinite(minutes)
    ? { minutes: Math.round(minutes), length: match[0].trimEnd().length, vague: false }
    : null
}

function withHours(text: string, at: number): FoundDuration | null {
  const match = run(HOURS, text, at)
  if (!match) return null
  const bare = match[3] === undefined ? 0 : englishValue(match[3])
  const rest = match[2] === undefined ? bare : englishValue(match[2])
  if (match[3] !== undefined && (bare < 5 || bare > 59)) return found(count(match[1]) * 60, cut(match))
  return found(count(match[1]) * 60 + rest, match)
}

/** Gives the number behind the hours back to the text. */
function cut(match: RegExpExecArray): RegExpExecArray {
  match[0] = match[0].slice(0, match[0].length - (match[3]?.length ?? 0)).replace(/[\s,]*(?:and)?[\s,]*$/, '')
  return match
}

/** The English amount of time that starts at `at` in lower-case `text`, or null. */
export function englishDurationAt(text: string, at: number): FoundDuration | null {
  const vague = run(VAGUE, text, at)
  if (vague) return { minutes: 0, length: vague[0].length, vague: true }
  const lots = run(LOTS, text, at)
  if (lots) return found(englishValue(lots[1] ?? '') * englishValue(lots[2] ?? ''), lots)
  const quarters = run(QUARTERS, text, at)
  if (quarters) return found(fraction(quarters[1]), quarters)
  const half = run(HALF_HOUR, text, at)
  if (half) return found(30, half)
  const mixed = run(AND_A_HALF, text, at)
  if (mixed) {
    const whole = mixed[0].startsWith('h') ? 1 : count(mixed[1] ?? mixed[2])
    return found(whole * 60 + (mixed[1] === undefined ? fraction(mixed[3]) : 30), mixed)
  }
  const hours = withHours(text, at)
  if (hours) return hours
  const minutes = run(MINUTES, text, at)
  return minutes && found(englishValue(minutes[1] ?? ''), minutes)
}
