import * as z from 'zod'
import type { Database } from '../db/database.ts'
import type { Keys } from '../db/keys.ts'
import { outbox } from '../db/schema/index.ts'
import { insert, type Row, type Statement, statement } from '../db/statement.ts'
import type { Delivery } from './channel.ts'
import { CLAIM_MS, REPLY_LIFE_MS } from './limits.ts'
import { type Reach, type Reply, reaches } from './reply.ts'

const replyShape = z.object({
  say: z.string(),
  choices: z.array(z.object({ id: z.string(), label: z.string() })).optional(),
  image: z.string().optional(),
  file: z.object({ name: z.string(), url: z.string() }).optional(),
  link: z.object({ label: z.string(), url: z.string() }).optional(),
})

/** The reply as stored and as answered: one key order, so that a repeat gives the same bytes. */
const canonical = ({ say, choices, image, file, link }: Reply): Reply => ({
  say,
  ...(choices && choices.length > 0 ? { choices: choices.map(({ id, label }) => ({ id, label })) } : {}),
  ...(image ? { image } : {}),
  ...(file ? { file: { name: file.name, url: file.url } } : {}),
  ...(link ? { link: { label: link.label, url: link.url } } : {}),
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
  at: number
  notBefore?: number
  expiresAt?: number
  /** Carried by the response itself: born delivered. */
  delivered: boolean
}

/** An outbox row. @throws RangeError when the conversation's reach cannot carry it: such a row is never queued. */
export const outboxRow = (letter: Letter, reach: Reach, keys: Keys): Statement => {
  if (!reaches(reach, letter.needs))
    throw new RangeError(`a message that needs ${letter.needs} cannot go where the reach is ${reach}`)
  const text = JSON.stringify(letter.reply)
  return insert(outbox, {
    id: letter.id,
    conversation: letter.conversation,
    seq: letter.seq,
    payload: letter.sealed ? keys.seal(text, letter.id) : text,
    sealed: letter.sealed,
    reach: letter.needs,
    at: letter.at,
    notBefore: letter.notBefore ?? letter.at,
    expiresAt: letter.expiresAt ?? letter.at + REPLY_LIFE_MS,
    claimedUntil: letter.at + CLAIM_MS,
    tries: 0,
    sentAt: letter.delivered ? letter.at : null,
  })
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

/** Recent messages sent unasked, newest first: a tap may be on one of them. */
const RECENT = `SELECT id, payload, sealed FROM outbox
  WHERE conversation = ? AND seq IS NULL AND payload IS NOT NULL AND sealed = 0 ORDER BY n DESC LIMIT 10`

/** The reply that showed this choice, while it is kept: for platforms that mark a tapped button by redrawing its message. */
export const replyWithChoice = async (
  db: Database,
  keys: Keys,
  conversation: string,
  choice: string,
): Promise<Reply | undefined> => {
  const seq = Number(/^p(\d{1,9})\./.exec(choice)?.[1] ?? -1)
  const [rows = []] = await db.read([statement(RECENT, conversation)])
  const unasked = rows.map(row => readReply(String(row[1])))
  const replies = [...(await storedReplies(db, keys, conversation, seq)), ...unasked]
  return replies.find(reply => reply.choices?.some(({ id }) => id === choice))
}

export const readReply = (payload: string): Reply => canonical(replyShape.parse(JSON.parse(payload)))

const UNASKED = `SELECT n, id, payload, sealed FROM outbox
  WHERE conversation = ? AND n > ? AND seq IS NULL AND payload IS NOT NULL AND not_before <= ? AND expires_at > ?
  ORDER BY n LIMIT 50`

/** What was sent unasked to a page that fetches: the rows behind `after`, oldest first. */
export const unaskedSince = async (db: Database, keys: Keys, conversation: string, after: number, now: number) => {
  const [rows = []] = await db.read([statement(UNASKED, conversation, after, now, now)])
  return rows.map(([n, id, payload, sealed]) => ({
    n: Number(n),
    ...readReply(sealed === 1 ? keys.unseal(String(payload), String(id)) : String(payload)),
  }))
}

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
  /** It goes to the person's notice address, not into the chat. */
  notice?: boolean
  /** It was held back until the person wrote again. */
  late?: boolean
}

/** What the error column says of a message that waits for the person's next word. */
const HELD = 'held'

const HEADS = `SELECT o.n, o.id, o.conversation, c.channel, c.address, o.payload, o.sealed, o.tries, o.expires_at,
    o.reach, c.notice_to, o.error
  FROM outbox o JOIN conversation c ON c.id = o.conversation
  WHERE o.sent_at IS NULL AND o.dead_at IS NULL AND o.not_before <= ? AND o.claimed_until <= ? AND c.gone_at IS NULL
    AND NOT EXISTS (SELECT 1 FROM outbox p WHERE p.conversation = o.conversation AND p.n < o.n AND p.sealed >= o.sealed
      AND p.sent_at IS NULL AND p.dead_at IS NULL AND p.error IS NOT '${HELD}')
  ORDER BY o.sealed DESC, o.n LIMIT ?`

/**
 * Claims the first waiting row of each recipient: nobody else sends it before `until`. Sealed rows come before all
 * others, a person's own older mail included: an emergency card is never kept by what went wrong before it.
 */
export const claimHeads = async (
  db: Database,
  keys: Keys,
  now: number,
  until: number,
  limit: number,
): Promise<Due[]> => {
  const [rows = []] = await db.read([statement(HEADS, now, now, limit)])
  if (rows.length === 0) return []
  const claimed = await db.write(rows.map(([n]) => statement(CLAIM, until, Number(n), now)))
  return rows.filter((_, i) => claimed[i]?.length === 1).flatMap(row => dueOf(row, keys))
}

const CLAIM = `UPDATE outbox SET claimed_until = ? WHERE n = ? AND claimed_until <= ? AND sent_at IS NULL RETURNING n`

const dueOf = (row: Row, keys: Keys): Due[] => {
  const [n, id, conversation, channel, address, payload, sealed, tries, expiresAt, reach, noticeTo, error] = row
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
      ...(notice ? { notice } : {}),
      ...(error === HELD ? { late: true } : {}),
    },
  ]
}

/** Back-off after the given number of tries, in ms: 1 s, 2 s, 4 s … 10 min, with up to half again of jitter. */
export const backOff = (tries: number, random: number): number =>
  Math.round(Math.min(1000 * 2 ** Math.min(tries, 12), 600_000) * (1 + random / 2))

/** Tries after which a message becomes a dead letter. */
export const MOST_TRIES = 12

/** What a delivery's outcome makes of its row. `by` names the row. */
export const outcomeStatements = (
  due: Pick<Due, 'id' | 'conversation' | 'tries' | 'expiresAt' | 'notice'>,
  delivery: Delivery,
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
    case 'hold':
      return [
        statement(
          'UPDATE outbox SET not_before = ?, claimed_until = 0, error = ? WHERE id = ?',
          due.expiresAt,
          HELD,
          due.id,
        ),
      ]
    case 'gone':
      if (due.notice) {
        const unset = statement('UPDATE conversation SET notice_to = NULL WHERE id = ?', due.conversation)
        return [unset, dead(due.id, now, delivery.error)]
      }
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

/** Lets go what waited for this person's next word. */
export const releaseHeld = (conversation: string, now: number): Statement =>
  statement(
    `UPDATE outbox SET not_before = ? WHERE conversation = ? AND error = '${HELD}' AND sent_at IS NULL AND dead_at IS NULL`,
    now,
    conversation,
  )

const dead = (id: string, now: number, error: string): Statement =>
  statement('UPDATE outbox SET dead_at = ?, error = ? WHERE id = ?', now, error, id)
