import { createDecipheriv, createHash, timingSafeEqual } from 'node:crypto'
import * as z from 'zod'

/** The keys that prove a request is Lark's, from 事件与回调 → 加密策略. */
export interface LarkKeys {
  encryptKey: string
  verificationToken: string
}

/** The headers of a signed push, as they came; undefined where absent. */
export interface SignedHeaders {
  timestamp: string | undefined
  nonce: string | undefined
  signature: string | undefined
}

export type Opened =
  | { is: 'challenge'; challenge: string }
  /** A verified event or callback, decrypted. */
  | { is: 'push'; payload: unknown }
  /** Forged, damaged or not encrypted. Nobody is told which. */
  | { is: 'refused' }

const REFUSED: Opened = { is: 'refused' }

const Envelope = z.object({ encrypt: z.string() })
const Challenge = z.object({ type: z.literal('url_verification'), challenge: z.string(), token: z.string() })
const Tokened = z.object({ header: z.object({ token: z.string() }) })

const sha256 = (...parts: (string | Uint8Array)[]): Buffer => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

const same = (given: string, expected: string): boolean => timingSafeEqual(sha256(given), sha256(expected))

/**
 * Opens the body of a request, as raw bytes. A signature must fit the bytes as they came; without one only a challenge
 * is believed, and that by its token. The verification token is compared always. Age is no reason to refuse: a retry
 * comes up to seven hours later, and a replay finds its turn taken already.
 */
export const openBody = (raw: Uint8Array, headers: SignedHeaders, keys: LarkKeys): Opened => {
  const { timestamp, nonce, signature } = headers
  if (signature !== undefined) {
    const expected = sha256(timestamp ?? '', nonce ?? '', keys.encryptKey, raw).toString('hex')
    if (!same(signature, expected)) return REFUSED
  }
  const payload = decrypted(raw, keys.encryptKey)
  const challenge = Challenge.safeParse(payload)
  if (challenge.success) {
    const { token, challenge: text } = challenge.data
    return same(token, keys.verificationToken) ? { is: 'challenge', challenge: text } : REFUSED
  }
  if (signature === undefined) return REFUSED
  const tokened = Tokened.safeParse(payload)
  return tokened.success && same(tokened.data.header.token, keys.verificationToken) ? { is: 'push', payload } : REFUSED
}

const decrypted = (raw: Uint8Array, encryptKey: string): unknown => {
  try {
    const envelope = Envelope.safeParse(JSON.parse(Buffer.from(raw).toString('utf8')))
    return envelope.success ? JSON.parse(decrypt(envelope.data.encrypt, encryptKey)) : undefined
  } catch {
    return undefined
  }
}

/**
 * AES-256-CBC under the SHA-256 of the Encrypt Key; the first 16 bytes are the iv. The bytes are joined before they
 * become text, so that no character is cut at a block's end.
 * @throws Error when it is no such ciphertext.
 */
export const decrypt = (encrypted: string, encryptKey: string): string => {
  const bytes = Buffer.from(encrypted, 'base64')
  if (bytes.length < 32 || bytes.length % 16 !== 0) throw new Error('no ciphertext')
  const decipher = createDecipheriv('aes-256-cbc', sha256(encryptKey), bytes.subarray(0, 16))
  return Buffer.concat([decipher.update(bytes.subarray(16)), decipher.final()]).toString('utf8')
}
