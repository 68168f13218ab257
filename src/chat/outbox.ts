import * as z from 'zod'
import type { Database } from '../db/database.ts'
import type { Keys } from '../db/keys.ts'
import { outbox } from '../db/schema/index.ts'
import { insert, type Row, type Statement, statement } from '../db/statement.ts'
import type { Delivery } from './channel.ts'
import { type Conditions, conditionOf } from './condition.ts'
import { CLAIM_MS, REPLY_LIFE_MS } from './limits.ts'
import { type Reach, type Reply, reaches } from './reply.ts'

const replyShape = z.object({
  say: z.string(),
  choices: z.array(z.object({ id: z.string(), label: z.string() })).optional(),
  image: z.string().optional(),
  file: z.object({ name: z.string(), url: z.string() }).optional(),
})

/** The reply as stored and as answered: one key order, so that a repeat gives the same bytes. */
const canonical = ({ say, choices, image, file }: Reply): Reply => ({
  say,
  ...(choices && choices.length > 0 ? { choices: choices.map(({ id, label }) => ({ id, label })) } : {}),
  ...(image ? { image } : {}),
  ...(file ? { file: { name: file.name, url: file.url } } : {}),
})

/** Puts the turn's prefix before every choice, so that an old button is known by it. */
export const prefixed = (reply: Reply, seq: number): Reply =>
  canonical({ ...reply, choices: reply.choices?.map(({ id, label }) => ({ id: `p${seq}.${id}`, label })) })

export interface Letter {
  id: string
  conversation: string
  /** The turn it answers; null for what is sent unasked. */
  seq: number | null
  reply: Reply
  sealed: boolean
  /** The least reach that can carry it. */
  needs: Reach
  /** It may leave only while this holds (condition.ts), at an hour of its own; absent: whenever it is due. */
  onlyWhile?: string
  at: number
  notBefore?: number
  expiresAt?: number
  /** Carried by the response itself: born delivered. */
  delivered: boolean
}

/**
 * An outbox row; `onConflict` as `insert` takes it, for rows whose id may be there already.
 * @throws RangeError when the conversation's reach cannot carry it: such a row is never queued.
 */
export const outboxRow = (letter: Letter, reach: Reach, keys: Keys, onConflict = ''): Statement => {
  if (!reaches(reach, letter.needs))
    throw new RangeError(`a message that needs ${letter.needs} cannot go where the reach is ${reach}`)
  const text = JSON.stringify(letter.reply)
  const row = {
    id: letter.id,
    conversation: letter.conversation,
    seq: letter.seq,
    payload: letter.sealed ? keys.seal(text, letter.id) : text,
    sealed: letter.sealed,
    reach: letter.needs,
    onlyWhile: letter.onlyWhile,
    at: letter.at,
    notBefore: letter.notBefore ?? letter.at,
    expiresAt: letter.expiresAt ?? letter.at + REPLY_LIFE_MS,
    claimedUntil: letter.seq === null ? 0 : letter.at + CLAIM_MS,
    tries: 0,
    sentAt: letter.delivered ? letter.at : null,
  }
  return insert(outbox, row, onConflict)
}

const REPLIES = 'SELECT id, payload, sealed FROM outbox WHERE conversation = ? AND seq = ? ORDER BY n'

/** The replies of an earlier turn, for a repeat of its update. Empty once they were erased. */
export const storedReplies = async (db: Database, keys: Keys, conversation: string, seq: number): Promise<Reply[]> => {
  const [rows = []] = await db.read([statement(REPLIES, conversation, seq)])
  return rows.flatMap(([id, payload, sealed]) => {
    if (typeof payload !== 'string') return []
    return [readReply(sealed === 1 ? keys.unseal(payload, String(id)) : payload)]
  })
}

export const readReply = (payload: string): Reply => canonical(replyShape.parse(JSON.parse(payload)))

const UNASKED = `SELECT n, id, payload, sealed, only_while FROM outbox
  WHERE conversation = ? AND n > ? AND seq IS NULL AND payload IS NOT NULL AND sent_at IS NOT NULL AND expires_at > ?
  ORDER BY n LIMIT 50`

export interface Unasked {
  db: Database
  keys: Keys
  conditions: Conditions
  now: number
}

/** What was sent unasked to a page that fetches: the rows behind `after`, oldest first, but for those overtaken since. */
export const unaskedSince = async ({ db, keys, conditions, now }: Unasked, conversation: string, after: number) => {
  const [rows = []] = await db.read([statement(UNASKED, conversation, after, now)])
  const shown = await Promise.all(
    rows.map(async ([, id, , , onlyWhile]) => {
      if (typeof onlyWhile !== 'string') return true
      const { condition, about } = conditionOf(conditions, onlyWhile)
      return (await condition?.holds({ id: String(id), conversation, about })) ?? false
    }),
  )
  return rows
    .filter((_, i) => shown[i])
    .map(([n, id, payload, sealed]) => ({
      n: Number(n),
      ...readReply(sealed === 1 ? keys.unseal(String(payload), String(id)) : String(payload)),
    }))
}

/** A row that is due, with the address it goes to. */
export interface Due {
  n: number
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
}

/** Answers wait for earlier answers only; what is unasked waits for all that could leave now. */
const HEADS = `SELECT o.n, o.id, o.conversation, c.channel, c.address, o.payload, o.sealed, o.tries, o.expires_at, o.seq,
    o.only_while
  FROM outbox o JOIN conversation c ON c.id = o.conversation
  WHERE o.sent_at IS NULL AND o.dead_at IS NULL AND o.not_before <= ?1 AND o.claimed_until <= ?1 AND c.gone_at IS NULL
    AND (o.seq IS NOT NULL OR o.only_while IS NOT NULL OR ?2 OR o.expires_at <= ?1)
    AND NOT EXISTS (SELECT 1 FROM outbox p WHERE p.conversation = o.conversation AND p.n < o.n
      AND p.sent_at IS NULL AND p.dead_at IS NULL
      AND (p.seq IS NOT NULL OR (o.seq IS NULL AND p.not_before <= ?1 AND (p.only_while IS NOT NULL OR ?2))))
  ORDER BY o.n LIMIT ?3`

/** What one sweep goes by. Times in epoch ms. */
export interface Sweep {
  now: number
  /** Until when a claimed row is left alone by others. */
  until: number
  limit: number
  /** Unasked messages rest. */
  quiet: boolean
}

/** Claims the first waiting row of each recipient: nobody else sends it before `until`. */
export const claimHeads = async (db: Database, keys: Keys, { now, until, limit, quiet }: Sweep): Promise<Due[]> => {
  const [rows = []] = await db.read([statement(HEADS, now, quiet ? 0 : 1, limit)])
  if (rows.length === 0) return []
  const claimed = await db.write(rows.map(([n]) => statement(CLAIM, until, Number(n), now)))
  return rows.filter((_, i) => claimed[i]?.length === 1).flatMap(row => dueOf(row, keys))
}

const CLAIM = `UPDATE outbox SET claimed_until = ? WHERE n = ? AND claimed_until <= ? AND sent_at IS NULL RETURNING n`

const dueOf = (row: Row, keys: Keys): Due[] => {
  const [n, id, conversation, channel, address, payload, sealed, tries, expiresAt, seq, onlyWhile] = row
  if (typeof payload !== 'string') return []
  const text = sealed === 1 ? keys.unseal(payload, String(id)) : payload
  return [
    {
      n: Number(n),
      id: String(id),
      conversation: String(conversation),
      channel: String(channel),
      address: keys.unseal(String(address), String(conversation)),
      reply: readReply(text),
      tries: Number(tries),
      expiresAt: Number(expiresAt),
      unasked: seq === null,
      onlyWhile: typeof onlyWhile === 'string' ? onlyWhile : null,
    },
  ]
}

/** Back-off after the given number of tries, in ms: 1 s, 2 s, 4 s … 10 min, with up to half again of jitter. */
export const backOff = (tries: number, random: number): number =>
  Math.round(Math.min(1000 * 2 ** Math.min(tries, 12), 600_000) * (1 + random / 2))

/** Tries after which a message becomes a dead letter. */
export const MOST_TRIES = 12

/** What became of a row: what the platform said, or that it was not to leave any more. */
export type Outcome = Delivery | { outcome: 'dropped' }

const LAG = `SELECT min(CASE WHEN seq IS NULL AND only_while IS NULL THEN max(not_before, ?2) ELSE not_before END) FROM outbox
  WHERE sent_at IS NULL AND dead_at IS NULL AND not_before <= ?1 AND (seq IS NOT NULL OR only_while IS NOT NULL OR ?3)`

/** Since when the oldest message that could leave has waited. `opened`: when unasked ones last began to leave; epoch ms. */
export const oldestWaiting = (now: number, opened: number, quiet: boolean): Statement =>
  statement(LAG, now, opened, quiet ? 0 : 1)

/** What a delivery's outcome makes of its row. `by` names the row. */
export const outcomeStatements = (
  due: Pick<Due, 'id' | 'conversation' | 'tries'>,
  delivery: Outcome,
  now: number,
  random: number,
  keys: Keys,
): Statement[] => {
  switch (delivery.outcome) {
    case 'sent':
      return [statement('UPDATE outbox SET sent_at = ?, error = NULL WHERE id = ?', now, due.id)]
    case 'wait':
      return [statement('UPDATE outbox SET not_before = ?, claimed_until = 0 WHERE id = ?', now + delivery.ms, due.id)]
    case 'again':
      return due.tries + 1 >= MOST_TRIES
        ? [dead(due.id, now, delivery.error)]
        : [
            statement(
              'UPDATE outbox SET tries = tries + 1, not_before = ?, claimed_until = 0, error = ? WHERE id = ?',
              now + backOff(due.tries, random),
              delivery.error,
              due.id,
            ),
          ]
    case 'refused':
      return [dead(due.id, now, delivery.error)]
    case 'dropped':
      return [statement('DELETE FROM outbox WHERE id = ?', due.id)]
    case 'gone':
      return [
        statement('UPDATE conversation SET gone_at = ? WHERE id = ?', now, due.conversation),
        statement(
          'UPDATE outbox SET dead_at = ?, error = ? WHERE conversation = ? AND sent_at IS NULL AND dead_at IS NULL',
          now,
          delivery.error,
          due.conversation,
        ),
      ]
    case 'moved':
      return [
        statement(
          'UPDATE conversation SET address = ? WHERE id = ?',
          keys.seal(delivery.address, due.conversation),
          due.conversation,
        ),
        statement('UPDATE outbox SET claimed_until = 0, tries = tries + 1 WHERE id = ?', due.id),
      ]
  }
}

const dead = (id: string, now: number, error: string): Statement =>
  statement('UPDATE outbox SET dead_at = ?, error = ? WHERE id = ?', now, error, id)
