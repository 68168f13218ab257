import { createHash, createHmac } from 'node:crypto'

/** What happened, before it stands in the chain. `content` is hashed with a key and kept nowhere. */
export interface AuditEntry {
  /** The product's word in the past tense: `StaffAdded`, `PageRefused`. */
  event: string
  /** The staff member, or a word for who is none: `cli`, `job`, `nobody`. */
  actor: string
  /** The record it is about. */
  subject?: string
  /** What was done or opened, in whatever detail makes it provable later. */
  content?: unknown
}

/** The end of the chain: the last row's number, 0 before the first, and its link. */
export interface Head {
  n: number
  chain: string
}

/** What comes before the first row. */
export const ORIGIN: Head = { n: 0, chain: 'origin' }

/** Access and security logs are kept for twelve months (policy §7.2; six at least). */
export const AUDIT_LIFE_MS = 365 * 24 * 3600_000

export interface AuditRow {
  n: number
  at: number
  event: string
  actor: string | null
  subject: string | null
  content: string | null
  salt: string | null
  ids: string
  chain: string
}

/** The rows that follow `head` when these entries are added at `at` (epoch ms). `salts`: 16 random bytes each, as text. */
export const linked = (
  head: Head,
  entries: readonly AuditEntry[],
  at: number,
  key: string,
  salts: readonly string[],
): AuditRow[] => {
  let last = head
  return entries.map((entry, i) => {
    const salt = salts[i] ?? ''
    const subject = entry.subject ?? null
    const content = entry.content === undefined ? null : hmac(key, ['content', JSON.stringify(entry.content)])
    const facts = { n: last.n + 1, at, event: entry.event, content, ids: idsOf(salt, entry.actor, subject) }
    const row = { ...facts, actor: entry.actor, subject, salt, chain: linkOf(last.chain, facts, key) }
    last = row
    return row
  })
}

/** The salted hash of whom a row is about. It stays when the ids and the salt are erased, and tells nothing then. */
export const idsOf = (salt: string, actor: string | null, subject: string | null): string =>
  createHash('sha256')
    .update(JSON.stringify([salt, actor, subject]))
    .digest('base64url')

/** A row's link: keyed, so that who can write the table cannot make a chain that holds. */
export const linkOf = (
  before: string,
  { n, at, event, content, ids }: Pick<AuditRow, 'n' | 'at' | 'event' | 'content' | 'ids'>,
  key: string,
): string => hmac(key, [before, n, at, event, content, ids])

const hmac = (key: string, parts: unknown[]): string =>
  createHmac('sha256', key).update(JSON.stringify(parts)).digest('base64url')

/** A row's place in the chain, signed at `at`. Times: epoch ms. */
export interface Mark extends Head {
  rowAt: number
  at: number
}

/** What a checkpoint signs. */
export const checkpointText = ({ n, chain, rowAt, at }: Mark): string => `wanling audit ${n} ${chain} ${rowAt} ${at}`
