import { createCipheriv, createDecipheriv, createHash, timingSafeEqual } from 'node:crypto'

/** WeCom pads to 32 bytes, 1 to 32 of them, where AES alone would pad to 16. */
const BLOCK = 32
const RANDOM = 16
const HEAD = RANDOM + 4

/** What a callback carried, once it is known to be ours. */
export interface Decrypted {
  message: string
}

/** `msg_signature`: SHA-1 over token, timestamp, nonce and ciphertext, sorted by their bytes. */
export const signatureOf = (token: string, timestamp: string, nonce: string, encrypted: string): string => {
  const parts = [token, timestamp, nonce, encrypted].map(text => Buffer.from(text)).sort(Buffer.compare)
  return createHash('sha1').update(Buffer.concat(parts)).digest('hex')
}

const digest = (bytes: string | Uint8Array): Buffer => createHash('sha256').update(bytes).digest()

/** Whether two texts are the same, in constant time. */
export const same = (given: string | Uint8Array, expected: string | Uint8Array): boolean =>
  timingSafeEqual(digest(given), digest(expected))

const keyOf = (encodingAesKey: string): Buffer => Buffer.from(`${encodingAesKey}=`, 'base64')

const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/

/**
 * Decrypts a callback's ciphertext; undefined when it is damaged or meant for another corp. The padding is looked at
 * byte by byte, the length against what is there, the receive id against ours: nothing may be taken on trust, since
 * the platform's own samples check none of it.
 */
export const decrypt = (encrypted: string, encodingAesKey: string, receiveId: string): Decrypted | undefined => {
  const body = BASE64.test(encrypted) ? Buffer.from(encrypted, 'base64') : Buffer.alloc(0)
  if (body.length < BLOCK || body.length % BLOCK !== 0) return undefined
  const key = keyOf(encodingAesKey)
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  const plain = unpadded(Buffer.concat([decipher.update(body), decipher.final()]))
  if (!plain || plain.length < HEAD) return undefined
  const length = plain.readUInt32BE(RANDOM)
  if (length > plain.length - HEAD) return undefined
  const message = plain.subarray(HEAD, HEAD + length)
  return same(plain.subarray(HEAD + length), receiveId) ? { message: message.toString('utf8') } : undefined
}

/** Without its padding; undefined when that is none of 1 to 32 equal bytes. */
const unpadded = (plain: Buffer): Buffer | undefined => {
  const pad = plain.at(-1) ?? 0
  if (pad < 1 || pad > BLOCK || pad > plain.length) return undefined
  const tail = plain.subarray(plain.length - pad)
  return same(tail, Buffer.alloc(pad, pad)) ? plain.subarray(0, plain.length - pad) : undefined
}

/** Encrypts an answer. `random` is 16 bytes. */
export const encrypt = (message: string, encodingAesKey: string, receiveId: string, random: Uint8Array): string => {
  const body = Buffer.from(message)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(body.length)
  const plain = Buffer.concat([random, length, body, Buffer.from(receiveId)])
  const pad = BLOCK - (plain.length % BLOCK)
  const key = keyOf(encodingAesKey)
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  return Buffer.concat([cipher.update(Buffer.concat([plain, Buffer.alloc(pad, pad)])), cipher.final()]).toString(
    'base64',
  )
}
