import { createCipheriv, createDecipheriv, createHmac, createSecretKey, type KeyObject, randomBytes } from 'node:crypto'
import type { Database } from './database.ts'
import { random } from './random.ts'
import { keyRing } from './schema/index.ts'
import { isSignedText, signText } from './signing.ts'
import { insert, statement } from './statement.ts'

/** What the keys of the ring are for. Look-up keys never change: every stored HMAC depends on them. */
export type KeyPurpose = 'lookup' | 'field' | 'audit'

const PURPOSES = ['lookup', 'field', 'audit'] as const satisfies readonly KeyPurpose[]

/** The keys in use, unwrapped, for the life of the process. */
export interface Keys {
  /** 128 bits of HMAC-SHA256 as base64url: the same input is found again and nothing can be read back. */
  lookup(...parts: string[]): string
  /** Encrypts a text for one place (`aad` names it), so that it cannot be moved to another row unseen. */
  seal(text: string, aad: string): string
  /** Reads back what `seal` wrote. Throws `Unsealable` when key, place or text do not fit. */
  unseal(sealed: string, aad: string): string
  /** A secret of 256 bits for one use, the same for the life of the database. */
  secret(use: string): string
  /** Signs a text of the audit (Ed25519). `key` names the key for whoever checks it later. */
  sign(text: string): { key: string; signature: string }
  /** Whether a key of this ring signed this text. */
  isSigned(text: string, by: { key: string; signature: string }): boolean
}

/** A sealed text that this key ring cannot open. */
export class Unsealable extends Error {
  override name = 'Unsealable'
}

/** The ring was wrapped by another SECRET_KEY. */
export class WrongSecretKey extends Error {
  override name = 'WrongSecretKey'
}

interface RingKey {
  id: string
  purpose: string
  bytes: Buffer
}

/**
 * Opens the key ring with SECRET_KEY (32 bytes), making missing keys first. Two processes that start together agree:
 * the ring is read again after writing, and the oldest key of a purpose counts.
 * @throws WrongSecretKey when the database was made with another SECRET_KEY.
 */
export const openKeys = async (db: Database, secret: Buffer, now: number): Promise<Keys> => {
  let ring = await readRing(db, secret)
  const missing = PURPOSES.filter(purpose => !ring.some(key => key.purpose === purpose))
  if (missing.length > 0) {
    await db.write(missing.map(purpose => newKey(purpose, secret, now)))
    ring = await readRing(db, secret)
  }
  return keysOf(ring)
}

/**
 * Whether `secret` opens every key that the database holds; nothing is made or written.
 * @throws WrongSecretKey when it does not.
 */
export const wrappedKeysOpen = async (db: Pick<Database, 'read'>, secret: Buffer): Promise<void> => {
  await readRing(db, secret)
}

const readRing = async (db: Pick<Database, 'read'>, secret: Buffer): Promise<RingKey[]> => {
  const [rows = []] = await db.read([statement('SELECT id, purpose, wrapped FROM key_ring ORDER BY at, id')])
  return rows.map(([id, purpose, wrapped]) => unwrap(String(id), String(purpose), String(wrapped), secret))
}

const unwrap = (id: string, purpose: string, wrapped: string, secret: Buffer): RingKey => {
  try {
    return { id, purpose, bytes: Buffer.from(decrypt(createSecretKey(secret), wrapped, `${id} ${purpose}`), 'base64') }
  } catch {
    throw new WrongSecretKey(
      'SECRET_KEY does not open the keys in this database. Put back the SECRET_KEY it was first started with.',
    )
  }
}

const newKey = (purpose: KeyPurpose, secret: Buffer, now: number) => {
  const id = `k${randomBytes(3).toString('hex')}`
  const wrapped = encrypt(createSecretKey(secret), randomBytes(32).toString('base64'), `${id} ${purpose}`)
  return insert(keyRing, { id, purpose, at: now, wrapped })
}

const keysOf = (ring: RingKey[]): Keys => {
  const lookupKey = createSecretKey(need(ring.find(key => key.purpose === 'lookup')).bytes)
  const fieldKeys = ring
    .filter(key => key.purpose === 'field')
    .map(({ id, bytes }) => ({ id, key: createSecretKey(bytes) }))
  const newest = need(fieldKeys.at(-1))
  const auditKeys = ring.filter(key => key.purpose === 'audit')
  return {
    lookup: (...parts) =>
      createHmac('sha256', lookupKey).update(parts.join('\u0000')).digest().subarray(0, 16).toString('base64url'),
    seal: (text, aad) => `${newest.id}.${encrypt(newest.key, text, aad)}`,
    unseal: (sealed, aad) => {
      const [id, body = ''] = sealed.split('.')
      const found = fieldKeys.find(one => one.id === id)
      if (!found) throw new Unsealable('sealed with a key that is not in the ring')
      return decrypt(found.key, body, aad)
    },
    secret: use => createHmac('sha256', lookupKey).update(`secret\u0000${use}`).digest('base64url'),
    sign: text => {
      const key = need(auditKeys.at(-1))
      return { key: key.id, signature: signText(key.bytes, text) }
    },
    isSigned: (text, by) => {
      const key = auditKeys.find(one => one.id === by.key)
      return key !== undefined && isSignedText(key.bytes, text, by.signature)
    },
  }
}

const need = <K>(key: K | undefined): K => {
  if (!key) throw new Unsealable('the key ring is empty')
  return key
}

const encrypt = (key: KeyObject, text: string, aad: string): string => {
  const iv = random(12)
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(aad))
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')
}

const decrypt = (key: KeyObject, sealed: string, aad: string): string => {
  const bytes = Buffer.from(sealed, 'base64url')
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12)).setAAD(Buffer.from(aad))
    decipher.setAuthTag(bytes.subarray(12, 28))
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
  } catch {
    throw new Unsealable('the sealed text, its key or its place do not fit')
  }
}
