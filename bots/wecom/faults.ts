import * as z from 'zod'
import type { Delivery } from '../../src/chat/channel.ts'
import { type Answered, NoAnswer } from './api.ts'

/** What a human must mend: secret, corp id, permission, the app's switch, its trusted addresses, its callback. */
const ALARM = [40001, 40013, 43012, 48002, 50003, 60020, 301002]

/** The person: not a member, out of the app's sight, left, without WeChat. */
const GONE = [43004, 60011, 60111, 81013, 82001]

/** Our five messages are used up, or the conversation of 微信客服 has ended: the person must write first. */
const HOLD = [95001, 95013, 95016, 95017, 95018]

/** A card with this task stands there already: the earlier try got through. */
const REPEATED = 42014

const MINUTE = 60_000

export type Log = (event: string, fields: Record<string, string | number>) => void

const Partial = z.looseObject({
  invaliduser: z.string().optional(),
  unlicenseduser: z.string().optional(),
  invalid_parent_userid: z.array(z.string()).optional(),
})

/** What an answer of the API means for the message. A code of 0 may still say that this person was left out. */
export const deliveryOf = ({ errcode, body }: Answered, log: Log): Delivery => {
  const error = String(errcode)
  if (errcode === 0) return leftOut(body) ? { outcome: 'gone', error: 'left_out' } : { outcome: 'sent' }
  if (errcode === REPEATED) return { outcome: 'sent' }
  if (errcode === 45009) return { outcome: 'wait', ms: MINUTE, scope: 'channel' }
  if (HOLD.includes(errcode)) return { outcome: 'hold' }
  if (GONE.includes(errcode)) return { outcome: 'gone', error }
  if (ALARM.includes(errcode)) log('wecom.alarm', { code: errcode })
  const isPassing = ALARM.includes(errcode) || [-1, 45033, 40014, 42001, 41001].includes(errcode)
  if (isPassing) return { outcome: 'again', error: errcode > 40000 && errcode < 43000 ? 'unauthorized' : error }
  return { outcome: 'refused', error }
}

const leftOut = (body: unknown): boolean => {
  const { data } = Partial.safeParse(body)
  return Boolean(data?.invaliduser || data?.unlicenseduser || data?.invalid_parent_userid?.length)
}

/** One call as a delivery. Never throws. */
export const attempt = async (task: () => Promise<Answered>, log: Log): Promise<Delivery> => {
  try {
    return deliveryOf(await task(), log)
  } catch (error) {
    return { outcome: 'again', error: error instanceof NoAnswer ? error.message : 'network' }
  }
}
