// The clock in English words: quarter to ten, half past nine, nine twenty, ten oh five, 9pm, midnight, half nine.

import type { FoundClock } from './clock.ts'
import { EN_HOUR, englishValue } from './numerals.ts'
import type { Clock } from './tokens.ts'

const HOUR = `(${EN_HOUR}|\\d{1,2}(?!\\d|[:.]\\d)|midnight)`
const WORD_HOUR = `(${EN_HOUR})`
const SUFFIX =
  "(?:\\s?o'?clock)?\\s?(?:sharp|on the dot|exactly)?(?:\\s?(am|pm|a\\.m\\.?|p\\.m\\.?)(?![a-z]))?(?: (?:at|in the) (?:night|evening|morning))?"
const pattern = (source: string) => new RegExp(source, 'y')

const QUARTER = pattern(`(?:a )?quarter (to|till|til|of|before|past|after) ${HOUR}${SUFFIX}`)
const HALF = pattern(`half[- ](?:past )?${HOUR}(?! hours?| hrs?)${SUFFIX}`)
const MINUTES = pattern(
  `(five|ten|twenty[- ]five|twenty|25|20|10|(?:\\d{1,2}|[a-z-]+) (?:minutes|mins)) (to|till|til|before|past|after) ${HOUR}(?! min| mins| hour)${SUFFIX}`,
)
const WORDS = pattern(
  `${WORD_HOUR}[ -](?:(?:oh|o)[ -](one|two|three|four|five|six|seven|eight|nine)|(ten|fifteen|twelve|(?:twenty|thirty|forty|fifty)(?:[ -]?(?:one|two|three|four|five|six|seven|eight|nine))?))(?![a-z]| min| hour| page| question)${SUFFIX}`,
)
const CLOCK_SIGN = pattern(`${HOUR}(?:\\s?o'?clock|\\s?(?=am|pm|a\\.m|p\\.m))${SUFFIX}`)
const SHARP = pattern(`${HOUR} (?:sharp|on the dot|exactly)`)
const MIDNIGHT = pattern('midnight|twelve midnight')
const BETWEEN = pattern(
  `(?:somewhere |sometime |some time )?between (?:\\d{1,2}(?:[:.]\\d\\d)?|${EN_HOUR}) and (?:\\d{1,2}(?:[:.]\\d\\d)?|${EN_HOUR})(?! ?(?:min|hour|h\\b))`,
)
const ISH = pattern(`${HOUR}[- ]?ish`)

function hourOf(word: string | undefined): number {
  if (!word) return Number.NaN
  return word === 'midnight' ? 12 : englishValue(word)
}

function partOfDay(whole: string, suffix: string | undefined): Clock['part'] {
  if (suffix) return suffix.startsWith('a') ? 'am' : 'pm'
  if (whole.endsWith('morning')) return 'am'
  return whole.endsWith('night') && whole !== 'midnight' ? 'pm' : null
}

function made(hour: number, minute: number, match: RegExpExecArray, suffix?: string): FoundClock | null {
  if (!Number.isInteger(hour) || !Number.isInteger(minute) || hour < 0 || hour > 24 || minute > 59) return null
  const whole = match[0].trimEnd()
  return { hour, minute, part: partOfDay(whole, suffix), length: whole.length, vague: false }
}

function around(
  hour: number,
  minutes: number,
  direction: string,
  match: RegExpExecArray,
  suffix?: string,
): FoundClock | null {
  if (direction === 'past' || direction === 'after') return made(hour, minutes, match, suffix)
  return minutes > 0 && minutes < 60 ? made(hour - 1 || 12, 60 - minutes, match, suffix) : null
}

function run(regex: RegExp, text: string, at: number): RegExpExecArray | null {
  regex.lastIndex = at
  return regex.exec(text)
}

/** The English clock that starts at `at` in lower-case `text`, or null. A lone number is not a clock here. */
export function englishClockAt(text: string, at: number): FoundClock | null {
  const between = /home ?work|\bhw\b|wrote|stud/.test(text) ? null : run(BETWEEN, text, at)
  if (between) return { hour: 9, minute: 0, part: null, length: between[0].length, vague: true }
  const quarter = run(QUARTER, text, at)
  if (quarter) return around(hourOf(quarter[2]), 15, quarter[1] ?? '', quarter, quarter[3])
  const minutes = run(MINUTES, text, at)
  if (minutes) {
    const found = around(
      hourOf(minutes[3]),
      englishValue((minutes[1] ?? '').split(' ')[0] ?? ''),
      minutes[2] ?? '',
      minutes,
      minutes[4],
    )
    if (found) return found
  }
  const half = run(HALF, text, at)
  if (half) return made(hourOf(half[1]), 30, half, half[2])
  const words = run(WORDS, text, at)
  if (words) return made(hourOf(words[1]), englishValue(words[2] ?? words[3] ?? ''), words, words[4])
  const signed = run(CLOCK_SIGN, text, at) ?? run(SHARP, text, at)
  if (signed) return made(hourOf(signed[1]), 0, signed, signed[2])
  const midnight = run(MIDNIGHT, text, at)
  if (midnight) return made(12, 0, midnight)
  const ish = run(ISH, text, at)
  return ish && made(hourOf(ish[1]), 0, ish)
}
