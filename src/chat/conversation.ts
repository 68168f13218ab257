import * as z from 'zod'
import type { Database } from '../db/database.ts'
import type { Keys } from '../db/keys.ts'
import { conversation, turn } from '../db/schema/index.ts'
import { insert, type Row, type Statement, statement } from '../db/statement.ts'
import { HELD } from './due.ts'
import type { ChannelName, Inbound, Lang } from './inbound.ts'
import { DIALOG_LIFE_MS } from './limits.ts'

const choice = z.object({ id: z.string(), label: z.string() })

/** The last choices shown: what a digit, a label typed out or a tap without age refers to. */
export const promptShape = z.object({
  seq: z.number(),
  say: z.string(),
  choices: z.array(choice),
  /** The platform showed the choices as numbered lines. */
  numbered: z.boolean().optional(),
})

export type Prompt = z.infer<typeof promptShape>

/** An open dialog, the steps behind it, and the dialog that waits under it. */
export interface Open {
  name: string
  state: unknown
  prompt: Prompt | null
  trail: { state: unknown; prompt: Prompt | null }[]
  under: Open | null
}

const openShape: z.ZodType<Open> = z.lazy(() =>
  z.object({
    name: z.string(),
    state: z.unknown(),
    prompt: promptShape.nullable(),
    trail: z.array(z.object({ state: z.unknown(), prompt: promptShape.nullable() })),
    under: openShape.nullable(),
  }),
)

/** Where a person stands with us on one channel, as read at the start of a turn. */
export interface Conversation {
  id: string
  lang: Lang
  /** They chose it with 语言; until then a Chinese sentence makes it Chinese. */
  langChosen: boolean
  guardianId: string | null
  /** 0 before the first turn. */
  seq: number
  open: Open | null
  prompt: Prompt | null
  minute: number
  turnsInMinute: number
}

/** The HMAC that stands for (channel, account) in every table. */
export const conversationId = (keys: Keys, channel: ChannelName, account: string): string =>
  keys.lookup('account', channel, account)

/** What the first read of a turn tells: was this update handled before, who is this, what waits in front. */
export interface FirstRead {
  handledSeq: number | null
  conversation: Conversation
  /** The last outbox row that has not left yet; null when none waits. */
  inFront: string | null
}

const HANDLED = 'SELECT seq FROM turn WHERE conversation = ? AND update_id = ?'
const STANDING = `SELECT lang, lang_chosen, guardian_id, seq, dialog, prompt, minute, turns_in_minute, inbound_at FROM conversation WHERE id = ?`
/** News that nobody asked for holds no answer up, unless this person's word is what it waits for. */
const WAITING = `SELECT id FROM outbox
  WHERE conversation = ? AND (seq IS NOT NULL OR error = '${HELD}') AND sent_at IS NULL AND dead_at IS NULL ORDER BY n DESC LIMIT 1`

/** The first of a turn's two reads. */
export const readStanding = async (db: Database, id: string, inbound: Inbound, now: number): Promise<FirstRead> => {
  const [handled = [], standing = [], waiting = []] = await db.read([
    statement(HANDLED, id, inbound.updateId),
    statement(STANDING, id),
    statement(WAITING, id),
  ])
  const seq = handled[0]?.[0]
  return {
    handledSeq: typeof seq === 'number' ? seq : null,
    conversation: standing[0] ? conversationOf(id, standing[0], now) : newConversation(id, inbound),
    inFront: waiting[0] ? String(waiting[0][0]) : null,
  }
}

const newConversation = (id: string, inbound: Inbound): Conversation => ({
  id,
  lang: inbound.platformLang.toLowerCase().startsWith('en') ? 'en' : 'zh',
  langChosen: false,
  guardianId: null,
  seq: 0,
  open: null,
  prompt: null,
  minute: 0,
  turnsInMinute: 0,
})

const conversationOf = (id: string, row: Row, now: number): Conversation => {
  const [lang, langChosen, guardianId, seq, dialog, prompt, minute, turnsInMinute, inboundAt] = row
  const fresh = now - Number(inboundAt) < DIALOG_LIFE_MS
  return {
    id,
    lang: lang === 'en' ? 'en' : 'zh',
    langChosen: langChosen === 1,
    guardianId: typeof guardianId === 'string' ? guardianId : null,
    seq: Number(seq),
    open: fresh ? parsed(openShape, dialog) : null,
    prompt: fresh ? parsed(promptShape, prompt) : null,
    minute: Number(minute),
    turnsInMinute: Number(turnsInMinute),
  }
}

/** A stored shape that no longer parses is as good as none: the dialog restarts politely. */
const parsed = <T>(shape: z.ZodType<T>, cell: Row[number] | undefined): T | null => {
  if (typeof cell !== 'string') return null
  const result = shape.safeParse(JSON.parse(cell))
  return result.success ? result.data : null
}

/** First in every batch: a clash on either key stops all of it. */
export const turnRow = (id: string, inbound: Inbound, seq: number, now: number): Statement =>
  insert(turn, { conversation: id, updateId: inbound.updateId, seq, at: now })

const UPSERT = `ON CONFLICT (id) DO UPDATE SET address = excluded.address, lang = excluded.lang, lang_chosen = excluded.lang_chosen,
  guardian_id = excluded.guardian_id, seq = excluded.seq, dialog = excluded.dialog, prompt = excluded.prompt,
  minute = excluded.minute, turns_in_minute = excluded.turns_in_minute, inbound_at = excluded.inbound_at, gone_at = NULL`

/** The conversation as it stands after the turn. `address` is sealed for it. */
export const conversationRow = (after: Conversation, inbound: Inbound, address: string, now: number): Statement =>
  insert(
    conversation,
    {
      id: after.id,
      channel: inbound.channel,
      address,
      lang: after.lang,
      langChosen: after.langChosen,
      guardianId: after.guardianId,
      seq: after.seq,
      dialog: after.open && JSON.stringify(after.open),
      prompt: after.prompt && JSON.stringify(after.prompt),
      minute: after.minute,
      turnsInMinute: after.turnsInMinute,
      inboundAt: now,
    },
    UPSERT,
  )
