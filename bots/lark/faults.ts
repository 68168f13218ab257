import type { Delivery } from '../../src/chat/channel.ts'
import type { Answered } from './line.ts'

/** The token is no longer one: it is fetched anew once, and the call repeated. */
export const STALE_TOKEN = [99991661, 99991663, 99991664, 99991668]

/** This person has gone, or has stopped the bot. */
const GONE = [230013, 230029, 230053]

/** What a human must mend before anything is sent again: permissions, the bot's switch, credentials. */
const ALARM = [99991672, 230006, 10003, 10014]

/** Refused for its words (a filter took a number for a secret): this message never goes, and staff should know. */
const FILTERED = [230022, 230028]

const PER_PERSON_MS = 1000

type Failed = Exclude<Delivery, { outcome: 'sent' }>

/** What an answer with a code means for the message; `alarm` when somebody should be told. */
export const deliveryOf = ({ code, status, resetMs }: Answered): { delivery: Failed; alarm: boolean } => {
  const error = String(code || status)
  if (status === 429 || code === 99991400) {
    return quiet({ outcome: 'wait', ms: Math.max(1000, resetMs ?? 1000), scope: 'channel' })
  }
  if (code === 230020) return quiet({ outcome: 'wait', ms: PER_PERSON_MS, scope: 'recipient' })
  if (STALE_TOKEN.includes(code)) return loud({ outcome: 'again', error: 'unauthorized' })
  if (ALARM.includes(code)) return loud({ outcome: 'again', error })
  if (GONE.includes(code)) return quiet({ outcome: 'gone', error })
  if (FILTERED.includes(code)) return loud({ outcome: 'refused', error })
  const isPassing = status >= 500 || code === 0 || !Number.isInteger(code) || code === 230049
  return quiet(isPassing ? { outcome: 'again', error } : { outcome: 'refused', error })
}

const quiet = (delivery: Failed) => ({ delivery, alarm: false })
const loud = (delivery: Failed) => ({ delivery, alarm: true })
