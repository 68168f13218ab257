import type { Database } from '../db/database.ts'
import type { Keys } from '../db/keys.ts'
import { type Row, type Statement, statement } from '../db/statement.ts'
import { readReply } from './outbox.ts'
import type { Reply } from './reply.ts'

/** A row that is due, with the address it goes to. */
export interface Due {
  n: number
  /** Found by the sweeper, and so sent at the pace of its channel. */
  swept: boolean
  id: string
  conversation: string
  channel: string
  address: string
  reply: Reply
  tries: number
  expiresAt: number
  /** No turn asked for it. */
  unasked: boolean
  onlyWhile: string | null
  /** It goes to the person's notice address, not into the chat. */
  notice?: boolean
  /** It was held back until the person wrote again. */
  late?: boolean
}

/** What the error column says of a message that waits for the person's next word. */
export const HELD = 'held'

/**
 * Answers wait for earlier answers, and for what was held until this word; what is unasked waits for all that could
 * leave now. Whoever has just written is up: what was held leaves in quiet hours too.
 */
const HEADS = `SELECT o.n, o.id, o.conversation, c.channel, c.address, o.payload, o.sealed, o.tries, o.expires_at,
    o.reach, c.notice_to, o.error, o.seq, o.only_while
  FROM outbox o JOIN conversation c ON c.id = o.conversation
  WHERE o.sent_at IS NULL AND o.dead_at IS NULL AND o.not_before <= ?1 AND o.claimed_until <= ?1 AND c.gone_at IS NULL
    AND (o.seq IS NOT NULL OR o.only_while IS NOT NULL OR o.error = '${HELD}' OR ?2 OR o.expires_at <= ?1)
    AND NOT EXISTS (SELECT 1 FROM outbox p WHERE p.conversation = o.conversation AND p.n < o.n AND p.sealed >= o.sealed
      AND p.sent_at IS NULL AND p.dead_at IS NULL
      AND CASE WHEN p.error = '${HELD}' THEN p.not_before <= ?1
        ELSE p.seq IS NOT NULL OR (o.seq IS NULL AND p.not_before <= ?1 AND (p.only_while IS NOT NULL OR ?2)) END)
  ORDER BY o.sealed DESC, o.n LIMIT ?3`

/** What one sweep goes by. Times in epoch ms. */
export interface Sweep {
  now: number
  /** Until when a claimed row is left alone by others. */
  until: number
  limit: number
  /** Unasked messages rest. */
  quiet: boolean
}

/**
 * Claims the first waiting row of each recipient: nobody else sends it before `until`. Sealed rows come before all
 * others, a person's own older mail included: an emergency card is never kept by what went wrong before it.
 */
export const claimHeads = async (db: Database, keys: Keys, { now, until, limit, quiet }: Sweep): Promise<Due[]> => {
  const [rows = []] = await db.read([statement(HEADS, now, quiet ? 0 : 1, limit)])
  if (rows.length === 0) return []
  const claimed = await db.write(rows.map(([n]) => statement(CLAIM, until, Number(n), now)))
  return rows.filter((_, i) => claimed[i]?.length === 1).flatMap(row => dueOf(row, keys))
}

const CLAIM = `UPDATE outbox SET claimed_until = ? WHERE n = ? AND claimed_until <= ? AND sent_at IS NULL RETURNING n`

const dueOf = (row: Row, keys: Keys): Due[] => {
  const [n, id, conversation, channel, address, payload, sealed, tries, expiresAt, ...rest] = row
  const [reach, noticeTo, error, seq, onlyWhile] = rest
  if (typeof payload !== 'string') return []
  const text = sealed === 1 ? keys.unseal(payload, String(id)) : payload
  const notice = reach === 'link' && typeof noticeTo === 'string'
  return [
    {
      n: Number(n),
      swept: true,
      id: String(id),
      conversation: String(conversation),
      channel: String(channel),
      address: keys.unseal(String(notice ? noticeTo : address), String(conversation)),
      reply: readReply(text),
      tries: Number(tries),
      expiresAt: Number(expiresAt),
      unasked: seq === null,
      onlyWhile: typeof onlyWhile === 'string' ? onlyWhile : null,
      ...(notice ? { notice } : {}),
      ...(error === HELD ? { late: true } : {}),
    },
  ]
}

const LAG = `SELECT min(CASE WHEN seq IS NULL AND only_while IS NULL THEN max(not_before, ?2) ELSE not_before END) FROM outbox
  WHERE sent_at IS NULL AND dead_at IS NULL AND not_before <= ?1 AND (seq IS NOT NULL OR only_while IS NOT NULL OR ?3)`

/** Since when the oldest message that could leave has waited. `opened`: when unasked ones last began to leave; epoch ms. */
export const oldestWaiting = (now: number, opened: number, quiet: boolean): Statement =>
  statement(LAG, now, opened, quiet ? 0 : 1)
