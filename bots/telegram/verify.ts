import { createHash, timingSafeEqual } from 'node:crypto'

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** The header in which Telegram repeats the secret that was given to `setWebhook`. */
export const SECRET_HEADER = 'X-Telegram-Bot-Api-Secret-Token'

/** What Telegram takes as a webhook's secret: 1 to 256 of `A-Z a-z 0-9 _ -`. */
export const isWebhookSecret = (text: string): boolean => /^[\w-]{1,256}$/.test(text)

/**
 * Whether a request really comes from Telegram, by its secret header and in constant time: both sides are hashed
 * first, so that neither the length nor the first wrong letter shows. Without a secret nobody is believed.
 */
export const secretCheck = (secret: string | undefined): ((given: string | undefined) => boolean) => {
  if (!secret) return () => false
  const expected = digest(secret)
  return given => given !== undefined && timingSafeEqual(digest(given), expected)
}
