import { Temporal } from 'temporal-polyfill'
import type { Lang } from './inbound.ts'
import { LATE_MS } from './limits.ts'
import type { Reply } from './reply.ts'
import { chatWords } from './words.ts'

/** When a message was sent and when it is answered (epoch ms), in the county's zone. */
export interface Times {
  sentAt: number
  now: number
  zone: string
}

/**
 * Says with the answer when its message was sent, if that was more than two hours ago: what follows speaks of that
 * time. The first `ahead` replies tell of distress; nothing is put before them.
 */
export const dated = (replies: Reply[], times: Times, lang: Lang, ahead: number): Reply[] => {
  if (replies.length === 0 || times.now - times.sentAt <= LATE_MS) return replies
  const line = chatWords[lang].late(spokenMoment(times, lang))
  const next = replies[ahead]
  const told = next ? { ...next, say: `${line}\n${next.say}` } : { say: line }
  return [...replies.slice(0, ahead), told, ...replies.slice(ahead + 1)]
}

/** A past moment as one says it today: 昨晚9点50, 今天下午3点, 11月20日晚上8点05; `at 9:50 last night`. */
export const spokenMoment = ({ sentAt, now, zone }: Times, lang: Lang): string => {
  const then = inZone(sentAt, zone)
  const daysAgo = then.toPlainDate().until(inZone(now, zone).toPlainDate()).days
  return lang === 'zh' ? inChinese(then, daysAgo) : inEnglish(then, daysAgo)
}

const inZone = (at: number, zone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)

/** The parts of a day by the hour they begin at. */
const PARTS: [number, string, string][] = [
  [18, '晚上', 'evening'],
  [13, '下午', 'afternoon'],
  [12, '中午', 'afternoon'],
  [9, '上午', 'morning'],
  [5, '早上', 'morning'],
  [0, '凌晨', 'morning'],
]

const partOf = (hour: number): [string, string] => {
  const [, zh = '', en = ''] = PARTS.find(([from]) => hour >= from) ?? []
  return [zh, en]
}

const inChinese = (then: Temporal.ZonedDateTime, daysAgo: number): string => {
  const { hour, minute, month, day } = then
  const [part] = partOf(hour)
  const clock = `${hour > 12 ? hour - 12 : hour}点${minute === 0 ? '' : String(minute).padStart(2, '0')}`
  if (part === '晚上' && daysAgo < 2) return `${daysAgo === 0 ? '今晚' : '昨晚'}${clock}`
  return `${['今天', '昨天', '前天'][daysAgo] ?? `${month}月${day}日`}${part}${clock}`
}

const inEnglish = (then: Temporal.ZonedDateTime, daysAgo: number): string => {
  const { hour, minute } = then
  const [, part] = partOf(hour)
  const clock = `at ${hour % 12 === 0 ? 12 : hour % 12}:${String(minute).padStart(2, '0')}`
  if (daysAgo === 0) return `${clock} this ${part}`
  if (daysAgo === 1) return part === 'evening' ? `${clock} last night` : `${clock} yesterday ${part}`
  return `on ${then.toLocaleString('en-GB', { day: 'numeric', month: 'long' })} ${clock} ${hour < 12 ? 'a.m.' : 'p.m.'}`
}
