// The grammar of the clock in Chinese and in digits: 九点一刻, 差五分十点, 十点差五分, 21:20, 9;30, 2120, 凌晨一点.

import { BLUR, NUM, numberValue, ZH } from './numerals.ts'
import type { Clock } from './tokens.ts'

/** A clock found at the reading position. `length` in characters. */
export interface FoundClock extends Clock {
  length: number
  vague: boolean
}

const PARTS: readonly [RegExp, Clock['part']][] = [
  [/^(?:凌晨|早|清|上午|今早)/, 'am'],
  [/^(?:半夜|大半夜|后半夜|深夜|午夜|夜里|下半夜)/, 'night'],
  [/^中午/, 'noon'],
  [/^./, 'pm'],
]
const PART =
  '(凌晨|大半夜|后半夜|下半夜|半夜里?|深更半夜|深夜|午夜|夜里头?|夜间|大晚上|晚上|晚间|晚|夜|傍晚|下午|中午|早上|早晨|清晨|清早|大清早|上午)?的?'
const UNIT = '(分钟?|刻钟?|个字)?'
/** What may not follow a minute: the unit shows that the number belongs to something else. */
const NOT_A_MINUTE = '(?!分钟|个?半?小时|个?钟头|个钟|[十百\\d]|点(?!睡)|min|[页张道题岁遍篇页:：])'

const pattern = (source: string) => new RegExp(source, 'y')
const BEFORE_HOUR = pattern(`${PART}[差欠缺]个?(${NUM})${UNIT}(?:钟)?(?:不?到|就)?(${NUM})点(半)?钟?`)
const AFTER_HOUR = pattern(`${PART}(${NUM})点钟?还?[差欠缺]个?(${NUM})${UNIT}`)
const ON_THE_HOUR = pattern(`${PART}(${NUM})点(?:钟)?(?:整|正|踏正)?`)
const PAST_HOUR = pattern(
  `${PART}(${NUM})点(?:钟)?[过又踏]?(?:(半)|([一两二三1-3])刻钟?|(${ZH}|\\d{1,2})个字|(零|0)?(${NUM})(分(?!钟))?${NOT_A_MINUTE})`,
)
const BLURRED_HOUR = pattern(
  `${PART}(?:${BLUR}|(${NUM}))点(?:钟)?(?:多|来钟|几分?|过(?!${NUM}|半|[一二两三]刻)|出头|不到(?:${NUM}分)?(?!${NUM})|(?:半)?(?:${BLUR})分?|半多)`,
)
const BLUR_ONLY_HOUR = pattern(`${PART}(?!几点)(${BLUR}|九十)点(?!\\d)`)
const DIGITAL = pattern(
  `${PART}(\\d{1,2})\\s?([:;.：·])\\s?(\\d{2})(?!\\d)分?\\s?(am|pm|a\\.m\\.?|p\\.m\\.?)?(?![a-z])`,
)
const DIGITAL_SPOKEN = pattern(`${PART}(\\d{1,2})[时點](\\d{1,2})分?`)
const COMPACT = pattern('(\\d{1,2})(\\d{2})(?![\\d.:%个页张道字题元块年班号人次m克米条])')
const TWELVE = pattern(`(?:零点|24点|二十四点)(?:(半)|([一三])刻|过?(零)?(${NUM})分?(?!钟))?|午夜|子夜`)

/** Reads the word for the part of the day. */
export function partOf(word: string | undefined): Clock['part'] {
  if (!word) return null
  return PARTS.find(([start]) => start.test(word))?.[1] ?? null
}

function amount(text: string | undefined, unit: string | undefined): number {
  const value = numberValue(text ?? '')
  if (unit?.startsWith('刻')) return value * 15
  return unit === '个字' ? value * 5 : value
}

function made(hour: number, minute: number, part: Clock['part'], length: number, vague = false): FoundClock | null {
  const sound =
    Number.isInteger(hour) && Number.isInteger(minute) && hour >= 0 && hour <= 24 && minute >= 0 && minute < 60
  return sound ? { hour: hour % 24 === 0 && hour > 0 ? 0 : hour, minute, part, length, vague } : null
}

/** So many minutes to an hour, or to half past it (差五分九点半 is 9:25). */
function to(hour: number, minutesLeft: number, part: Clock['part'], length: number, half = 0): FoundClock | null {
  if (minutesLeft <= 0 || minutesLeft >= 60 || hour <= 0) return null
  const minute = half - minutesLeft
  return minute >= 0 ? made(hour, minute, part, length) : made(hour - 1 || 12, 60 + minute, part, length)
}

function run(regex: RegExp, text: string, at: number): RegExpExecArray | null {
  regex.lastIndex = at
  return regex.exec(text)
}

/** Cantonese says 九点三 for three fives past nine; Mandarin names the tens or says 分. */
function minuteOf(match: RegExpExecArray, cantonese: boolean): number {
  const [, , , half, quarters, fives, zero, plain, unit] = match
  if (half) return 30
  if (quarters) return numberValue(quarters) * 15
  if (fives) return numberValue(fives) * 5
  const value = numberValue(plain ?? '')
  const spokenFive =
    !zero && !unit && plain !== undefined && (/^[一二三四五六七八九]$/.test(plain) || (cantonese && plain.length === 1))
  if (spokenFive && plain === '一' && !cantonese) return Number.NaN
  return spokenFive ? value * 5 : value
}

function spoken(text: string, at: number, cantonese: boolean): FoundClock | null {
  const before = run(BEFORE_HOUR, text, at)
  if (before) {
    const half = before[5] ? 30 : 0
    return to(numberValue(before[4] ?? ''), amount(before[2], before[3]), partOf(before[1]), before[0].length, half)
  }
  const after = run(AFTER_HOUR, text, at)
  if (after) return to(numberValue(after[2] ?? ''), amount(after[3], after[4]), partOf(after[1]), after[0].length)
  const blurred = run(BLURRED_HOUR, text, at) ?? run(BLUR_ONLY_HOUR, text, at)
  if (blurred) return { hour: 0, minute: 0, part: partOf(blurred[1]), length: blurred[0].length, vague: true }
  const past = run(PAST_HOUR, text, at)
  const pastClock = past && made(numberValue(past[2] ?? ''), minuteOf(past, cantonese), partOf(past[1]), past[0].length)
  if (pastClock) return pastClock
  const sharp = run(ON_THE_HOUR, text, at)
  return sharp && made(numberValue(sharp[2] ?? ''), 0, partOf(sharp[1]), sharp[0].length)
}

function suffixPart(suffix: string | undefined): Clock['part'] {
  if (!suffix) return null
  return suffix.startsWith('a') ? 'am' : 'pm'
}

/** Decimals are clocks only where an evening hour makes sense; a unit behind them makes them something else. */
function digital(text: string, at: number): FoundClock | null {
  const match = run(DIGITAL, text, at)
  if (match) {
    const [whole, part, hour, sign, minute, suffix] = match
    const h = Number(hour)
    const rest = text.slice(at + whole.length, at + whole.length + 3)
    const unit = /^\s?(?:小时|个|h\b|hr|hour|元|块|%|度|°|米|秒|斤|kg|万|分钟|折)/.test(rest)
    const plausible = sign === '.' ? (h >= 6 && h <= 12) || (h >= 17 && h <= 23) || h === 0 : true
    if (!unit && plausible) return made(h, Number(minute), suffixPart(suffix) ?? partOf(part), whole.length)
  }
  const named = run(DIGITAL_SPOKEN, text, at)
  return named && made(Number(named[2]), Number(named[3]), partOf(named[1]), named[0].length)
}

/** 2120, 930: an evening or night time in three or four digits. */
function compact(text: string, at: number): FoundClock | null {
  const match = run(COMPACT, text, at)
  if (!match) return null
  const hour = Number(match[1])
  const late =
    match[0].length === 4
      ? (hour >= 18 && hour <= 23) || (hour >= 10 && hour <= 12) || hour === 0
      : hour >= 7 && hour <= 9
  const unit = /^\s?(?:min|分|个|h|秒|°|页|元|块|%)/.test(text.slice(at + match[0].length, at + match[0].length + 4))
  return late && !unit ? made(hour, Number(match[2]), null, match[0].length) : null
}

function twelve(text: string, at: number): FoundClock | null {
  const match = run(TWELVE, text, at)
  if (!match) return null
  const [whole, half, quarters, , plain] = match
  const minute = half ? 30 : quarters ? numberValue(quarters) * 15 : plain ? numberValue(plain) : 0
  return made(0, minute, 'night', whole.length)
}

/** The clock that starts at `at`, or null. `cantonese`: the text shows Cantonese words, so 九点3 is 9:15 too. */
export function clockAt(text: string, at: number, cantonese: boolean): FoundClock | null {
  return digital(text, at) ?? twelve(text, at) ?? spoken(text, at, cantonese) ?? compact(text, at)
}
