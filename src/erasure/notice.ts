import { Temporal } from 'temporal-polyfill'
import type { Moment, Notice } from '../chat/dialog.ts'
import type { Lang } from '../chat/inbound.ts'
import type { Reply } from '../chat/reply.ts'
import { NOD_DAYS } from '../roster/erasure-rules.ts'
import type { Standing } from './facts.ts'

/** Nobody is told anything unasked before 07:00 or after 20:30, county time. */
const DAY_BEGINS = Temporal.PlainTime.from('07:00')
const DAY_ENDS = Temporal.PlainTime.from('20:30')

/** The first moment from `now` (epoch ms) at which somebody may be told something unasked. */
export const tellFrom = (now: number, zone: string): number => {
  const local = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone)
  const time = local.toPlainTime()
  if (Temporal.PlainTime.compare(time, DAY_BEGINS) < 0) return local.withPlainTime(DAY_BEGINS).epochMilliseconds
  if (Temporal.PlainTime.compare(time, DAY_ENDS) < 0) return now
  return local.add({ days: 1 }).withPlainTime(DAY_BEGINS).epochMilliseconds
}

/** The same message to several guardians, each in their language, by day. It is not worth saying after a week. */
export const noticesTo = (
  { others }: Standing,
  guardians: string[],
  zone: string,
  moment: Moment,
  reply: (lang: Lang) => Reply,
): Notice[] =>
  others
    .filter(one => guardians.includes(one.guardianId))
    .map(({ conversation, channel, lang }) => ({
      conversation,
      channel,
      reply: reply(lang),
      notBefore: tellFrom(moment.now, zone),
      expiresAt: moment.now + NOD_DAYS * 24 * 3600_000,
    }))
