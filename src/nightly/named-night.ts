import { addDays, weekdayOf } from '../calendar/index.ts'

/** A night that a message names by date, weekday or distance, and the message without those words. */
export interface NamedNight {
  night: string
  rest: string
}

const NUMERAL = '[0-9]{1,2}|[一二三四五六七八九十]{1,3}'
const AFTER = '(?=作业|功课|晚|夜|那|的|写|做|睡|[，,:：\\s]|\\d)'
const DATE = new RegExp(`(${NUMERAL})月(${NUMERAL})[日号]?(?:的?晚上|晚|那天)?`)
const DAY = new RegExp(`(?<![0-9一二三四五六七八九十第])(${NUMERAL})号(?:的?晚上|晚|那天)?${AFTER}`)
const WEEKDAY = /(上个?|这个?|本)?(?:周|星期|礼拜)([一二三四五六日天])(?:的?晚上|晚|那天)?/
const AGO = new RegExp(`(${NUMERAL})天(?:之?前)(?:的?晚上|晚|那天)?`)
const THREE_AGO = /大前[天晚](?:的?晚上|晚)?/
const ENGLISH = /\b(?:on |(last) )?(mon|tues|wednes|thurs|fri|satur|sun)day(?: night| evening)?\b/i

const DIGITS = '〇一二三四五六七八九'
const ENGLISH_DAYS = ['mon', 'tues', 'wednes', 'thurs', 'fri', 'satur', 'sun']

const numberOf = (text: string): number => {
  if (/^\d/.test(text)) return Number(text)
  const [tens = '', ones = ''] = text.includes('十') ? text.split('十') : ['', text]
  const ten = text.includes('十') ? (tens === '' ? 1 : DIGITS.indexOf(tens)) * 10 : 0
  return ten + (ones === '' ? 0 : DIGITS.indexOf(ones))
}

/**
 * Reads 11月20日, 20号, 周五, 上周五, 三天前, 大前天, on Friday. Relative to `tonight` (county date); a weekday is the
 * latest one not after tonight. Undefined when no night is named so. Whether it may still be reported is not its business.
 */
export const namedNight = (text: string, tonight: string): NamedNight | undefined => {
  const found = ([byDate, byDay, byWeekday, byDistance, byEnglish] as const)
    .map(read => read(text, tonight))
    .find(one => one !== undefined)
  if (!found) return undefined
  return { night: found.night, rest: text.replace(found.words, ' ') }
}

interface Found {
  night: string
  words: string
}

const two = (n: number): string => String(n).padStart(2, '0')

const byDate = (text: string, tonight: string): Found | undefined => {
  const match = DATE.exec(text)
  if (!match) return undefined
  const month = numberOf(match[1] ?? '')
  const day = numberOf(match[2] ?? '')
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined
  const year = Number(tonight.slice(0, 4))
  const thisYear = `${year}-${two(month)}-${two(day)}`
  return {
    night: thisYear <= addDays(tonight, 31) ? thisYear : `${year - 1}-${two(month)}-${two(day)}`,
    words: match[0],
  }
}

const byDay = (text: string, tonight: string): Found | undefined => {
  const match = DAY.exec(text)
  const day = match ? numberOf(match[1] ?? '') : 0
  if (!match || day < 1 || day > 31) return undefined
  for (let back = 0; back < 62; back++) {
    const night = addDays(tonight, -back)
    if (Number(night.slice(8)) === day) return { night, words: match[0] }
  }
  return undefined
}

const latest = (weekday: number, tonight: string): string => addDays(tonight, -((weekdayOf(tonight) - weekday + 7) % 7))

/** The day of last week, whichever day it is now. */
const ofLastWeek = (weekday: number, tonight: string): string => addDays(tonight, weekday - weekdayOf(tonight) - 7)

const byWeekday = (text: string, tonight: string): Found | undefined => {
  const match = WEEKDAY.exec(text)
  if (!match) return undefined
  const weekday = '一二三四五六'.indexOf(match[2] ?? '') + 1 || 7
  const last = match[1]?.startsWith('上') ?? false
  return { night: last ? ofLastWeek(weekday, tonight) : latest(weekday, tonight), words: match[0] }
}

const byEnglish = (text: string, tonight: string): Found | undefined => {
  const match = ENGLISH.exec(text)
  if (!match) return undefined
  const weekday = ENGLISH_DAYS.indexOf((match[2] ?? '').toLowerCase()) + 1
  return { night: latest(weekday, match[1] ? addDays(tonight, -1) : tonight), words: match[0] }
}

const byDistance = (text: string, tonight: string): Found | undefined => {
  const three = THREE_AGO.exec(text)
  if (three) return { night: addDays(tonight, -3), words: three[0] }
  const match = AGO.exec(text)
  return match ? { night: addDays(tonight, -numberOf(match[1] ?? '')), words: match[0] } : undefined
}
