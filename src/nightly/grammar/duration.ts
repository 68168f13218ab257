// The grammar of amounts of time in Chinese and in digits: 一刻钟, 个半钟, 一小时四十, 1h20, 65', 俩钟头零五分.

import { BLUR, NUM, numberValue } from './numerals.ts'

/** An amount of time found at the reading position. Minutes; `points`: written with 分, which may be a test's points. */
export interface FoundDuration {
  minutes: number
  length: number
  vague: boolean
  points?: boolean
}

const MINUTES = "(?:分钟|分(?![贝数班段之])|min(?:ute)?s?(?![a-z])|m(?![a-z2²])|'(?!'|[a-z]))"
const pattern = (source: string) => new RegExp(source, 'y')
/** A number behind an hour is minutes unless it starts a clock or counts something. */
const TAIL_END = '(?![\\d十百]|点|(?<=(?<![二三四五])十)[一二]点|[:;.]\\d|[页张道题岁遍篇个年])'

const WITH_HOURS = pattern(`(${NUM})\\s?个?(半)?(?:小时|钟头|钟(?!头)|hours?|hrs?|h(?![a-z]))(半)?`)
const HOUR_WORD = pattern(`(${NUM})个(半)?点(?:儿|钟)?(?!${NUM})|([俩仨])点儿?(?!${NUM}|半|钟)`)
const HOUR_AND_HALF = pattern('个半(?:小时|钟头|钟|点)')
const WHOLE_HOUR = pattern('(?:整|成|足)个(?:小时|钟头|钟)(?!多)')
const HALF_HOUR = pattern('半个?(?:多)?(?:小时|钟头|钟|点钟)|半个点(?!钟)|半拉(?:点|钟头|小时|钟)?儿?钟?|0.5个?小时')
const TAIL = pattern(
  `\\s?[零又加过和外带]?\\s?(?:(${NUM})\\s?${MINUTES}|([一两二三1-3])刻钟?|(${NUM})个字|(半)(?!夜)|(${NUM})${TAIL_END})`,
)
const QUARTERS = pattern(`([一两二三俩仨1-3])刻钟|([一两二三俩仨1-3])刻(?![一-龥]*点)`)
const PLAIN = pattern(`(${NUM})\\s?${MINUTES}`)
const TIMES = pattern(
  `([两二三四2-4])(?:次|轮|段|趟|回|门|科),?(?:各|每[次轮段趟回门科])(?:写了?|做了?)?(${NUM})\\s?${MINUTES}`,
)
const FIVES = pattern(`(${NUM})个字`)
const BLURRED = pattern(
  `(?:${BLUR})\\s?(?:个)?(?:半)?(?:来)?(?:小时|钟头|钟(?!头)|${MINUTES})|(?:${NUM})(?:个)?(?:半)?(?:来|多|把|几)(?:小时|钟头|钟(?!头))|(?:${NUM})\\s?(?:个)?半?(?:小时|钟头|分钟|分|h|min|mins|hours?)(?:多(?!少)|来钟|几分?|\\+(?![\\d\u4e00-\u9fa5a-z]))`,
)
const BLURRED_WORDS = pattern(
  '(?:[大小多]半)个?(?:小时|钟头|钟|点)|(?:小|大|好)(?:一|两|三)?个?(?:多|来|几)?(?:小时|钟头)|个(?:把|多|来|几)(?:小时|钟头|钟)|半个?多(?:小时|钟头|钟)|大?半(?:天|晌|宿|夜)|一晚上|一整晚|一节课|一顿饭|一会儿?功夫|(?:两|一)袋烟',
)

function run(regex: RegExp, text: string, at: number): RegExpExecArray | null {
  regex.lastIndex = at
  return regex.exec(text)
}

function tailMinutes(match: RegExpExecArray): number {
  const [, minutes, quarters, fives, half, bare] = match
  if (quarters) return numberValue(quarters) * 15
  if (fives) return numberValue(fives) * 5
  if (half) return 30
  return numberValue(minutes ?? bare ?? '')
}

function hours(text: string, at: number): FoundDuration | null {
  const match = run(WITH_HOURS, text, at) ?? run(HOUR_WORD, text, at)
  const one = run(WHOLE_HOUR, text, at)
  if (one) return { minutes: 60, length: one[0].length, vague: false }
  const head = match ? null : (run(HOUR_AND_HALF, text, at) ?? run(HALF_HOUR, text, at))
  if (head)
    return { minutes: head[0].startsWith('个') ? 90 : 30, length: head[0].length, vague: head[0].includes('多') }
  if (!match) return null
  const whole = numberValue(match[1] ?? match[3] ?? '') * 60
  const half = match[2] === '半' || match[0].endsWith('半') ? 30 : 0
  let minutes = whole + half
  let length = match[0].length
  const tail = half ? null : run(TAIL, text, at + length)
  const more = tail ? tailMinutes(tail) : 0
  if (tail && more > 0 && more < 60 && Number.isInteger(more)) {
    minutes += more
    length += tail[0].length
  }
  return { minutes: Math.round(minutes), length, vague: false }
}

/** The amount of time that starts at `at` in lower-case `text`, or null. `fives`: three 字 are a quarter of an hour. */
export function durationAt(text: string, at: number, fives: boolean): FoundDuration | null {
  const blurred = run(BLURRED, text, at) ?? run(BLURRED_WORDS, text, at)
  const times = run(TIMES, text, at)
  if (times)
    return { minutes: numberValue(times[1] ?? '') * numberValue(times[2] ?? ''), length: times[0].length, vague: false }
  const sharp = hours(text, at)
  if (blurred && blurred[0].length >= (sharp?.length ?? 0))
    return { minutes: 0, length: blurred[0].length, vague: true }
  if (sharp) return sharp
  const quarters = run(QUARTERS, text, at)
  if (quarters)
    return { minutes: numberValue(quarters[1] ?? quarters[2] ?? '') * 15, length: quarters[0].length, vague: false }
  const plain = run(PLAIN, text, at)
  if (plain) {
    const points = plain[0].endsWith('分')
    return { minutes: Math.round(numberValue(plain[1] ?? '')), length: plain[0].length, vague: false, points }
  }
  const five = fives ? run(FIVES, text, at) : null
  return five && { minutes: numberValue(five[1] ?? '') * 5, length: five[0].length, vague: false }
}
