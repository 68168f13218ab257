import * as z from 'zod'
import type { Database } from '../db/database.ts'
import type { Keys } from '../db/keys.ts'
import { outbox } from '../db/schema/index.ts'
import { insert, type Statement, statement } from '../db/statement.ts'
import { type Conditions, conditionOf } from './condition.ts'
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
