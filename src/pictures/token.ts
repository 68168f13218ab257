import { timingSafeEqual } from 'node:crypto'
import type { Keys } from '../db/keys.ts'

/** How long a picture's address works, in ms. */
export const LINK_LIFE_MS = 24 * 3600_000

/** Names one message and the moment its address was made (epoch ms), signed with 128 bits of HMAC. */
export const tokenOf = (messageId: string, at: number, keys: Keys): string => {
  const since = at.toString(36)
  return `${since}.${messageId}.${keys.lookup('picture', messageId, since)}`
}

/** The message that a token names; undefined when it is not one of ours or its time is over. */
export const readToken = (token: string, keys: Keys, now: number): string | undefined => {
  const [since = '', messageId = '', mac = '', ...more] = token.split('.')
  const expected = Buffer.from(keys.lookup('picture', messageId, since))
  const given = Buffer.from(mac)
  if (more.length > 0 || given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined
  return now < Number.parseInt(since, 36) + LINK_LIFE_MS ? messageId : undefined
}
