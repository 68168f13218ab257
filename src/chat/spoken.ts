import { clockOf } from '../calendar/index.ts'
import type { Lang } from './inbound.ts'

/** A clock as one says it, from minutes after 18:00: 9点40, 9点零5分, 夜里12点20; in English 9:40 and 12:20 a.m. */
export const spokenClock = (offset: number, lang: Lang): string => {
  const [hour = 0, minute = 0] = clockOf(offset).split(':').map(Number)
  return lang === 'zh' ? inChinese(hour, minute) : inEnglish(hour, minute)
}

const inChinese = (hour: number, minute: number): string => {
  const said = hour < 6 ? `夜里${hour === 0 ? 12 : hour}点` : `${hour > 12 ? hour - 12 : hour}点`
  if (minute === 0) return said
  return `${said}${minute < 10 ? `零${minute}分` : minute}`
}

const inEnglish = (hour: number, minute: number): string => {
  const said = `${hour % 12 === 0 ? 12 : hour % 12}:${String(minute).padStart(2, '0')}`
  return hour < 6 ? `${said} a.m.` : said
}

/** Sentences one after another: Chinese ones need no space between them. */
export const joined = (sentences: string[], lang: Lang): string =>
  sentences.filter(Boolean).join(lang === 'zh' ? '' : ' ')
