import * as z from 'zod'
import type { Content, Inbound } from '../../src/chat/inbound.ts'
import { contentOf, Message, type MessageShape } from './message.ts'

/** A button of an inline keyboard, as Telegram sends it back with a tap. */
export interface Button {
  text: string
  callback_data: string
}

/** What the channel still owes Telegram after a tap: an answer to the query and a mark on the tapped button. */
export interface Tap {
  query: string
  chosen: string
  /** Absent when the message is too old to be told, or carries other buttons than ours. */
  shown?: { chat: number; message: number; rows: Button[][] }
}

export type Parsed =
  | { is: 'turn'; inbound: Inbound; tap?: Tap }
  /** Well-formed and not for us; `kind` is a word of a closed list, safe to count. */
  | { is: 'ignored'; kind: string; tap?: Tap }
  /** No update of Telegram at all. */
  | { is: 'garbage' }

const Update = z.looseObject({ update_id: z.int() })

const Keyboard = z.array(z.array(z.object({ text: z.string(), callback_data: z.string() })))

const CallbackQuery = z.object({
  id: z.string(),
  from: z.object({ id: z.int(), language_code: z.string().optional().catch(undefined) }),
  data: z.string().optional(),
  message: z
    .object({
      message_id: z.int(),
      chat: z.object({ id: z.int(), type: z.string() }),
      reply_markup: z.object({ inline_keyboard: Keyboard }).optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
})

type CallbackShape = z.infer<typeof CallbackQuery>

/** Update types of the Bot API that take no turn here; anything else counts as `other`. */
const KNOWN_TYPES = new Set(
  `my_chat_member chat_member chat_join_request channel_post edited_channel_post business_connection business_message
  edited_business_message deleted_business_messages message_reaction message_reaction_count inline_query
  chosen_inline_result shipping_query pre_checkout_query purchased_paid_media poll poll_answer chat_boost
  removed_chat_boost`.split(/\s+/),
)

/**
 * Reads one update of the Bot API. `now` (epoch ms) stands in where Telegram tells no time, as with taps.
 * Never throws, whatever it is given.
 */
export const parseUpdate = (update: unknown, now: number): Parsed => {
  const parsed = Update.safeParse(update)
  if (!parsed.success) return { is: 'garbage' }
  const body = parsed.data
  const updateId = String(body.update_id)
  if ('message' in body) return fromMessage(body.message, updateId, now, false)
  if ('edited_message' in body) return fromMessage(body.edited_message, updateId, now, true)
  if ('callback_query' in body) return fromTap(body.callback_query, updateId, now)
  return { is: 'ignored', kind: Object.keys(body).find(key => KNOWN_TYPES.has(key)) ?? 'other' }
}

/** An edit is an update of its own and says what a fresh message would; only words can be edited into a turn. */
const fromMessage = (raw: unknown, updateId: string, now: number, edited: boolean): Parsed => {
  const message = Message.safeParse(raw)
  if (!message.success) return { is: 'ignored', kind: 'message.malformed' }
  const { chat, from } = message.data
  if (chat.type !== 'private' || !from) return { is: 'ignored', kind: 'message.not_private' }
  const content = contentOf(message.data)
  if (typeof content === 'string') return { is: 'ignored', kind: content }
  if (edited && !saysWords(content)) return { is: 'ignored', kind: 'edited.no_words' }
  const inbound = inboundOf(updateId, from, chat.id, sentAt(message.data, edited, now), content)
  return { is: 'turn', inbound }
}

const saysWords = (content: Content): boolean =>
  content.kind === 'text' || content.kind === 'start' || (content.kind === 'photo' && content.caption !== '')

const sentAt = (message: MessageShape, edited: boolean, now: number): number => {
  const seconds = edited ? (message.edit_date ?? message.date) : message.date
  return seconds ? seconds * 1000 : now
}

const fromTap = (raw: unknown, updateId: string, now: number): Parsed => {
  const query = CallbackQuery.safeParse(raw)
  if (!query.success) return { is: 'ignored', kind: 'callback.malformed' }
  const { from, data, message } = query.data
  const tap = tapOf(query.data)
  if (message && message.chat.type !== 'private') return { is: 'ignored', kind: 'callback.not_private', tap }
  if (!data) return { is: 'ignored', kind: 'callback.no_data', tap }
  const inbound = inboundOf(updateId, from, message?.chat.id ?? from.id, now, { kind: 'choice', id: data })
  return { is: 'turn', inbound, tap }
}

const tapOf = ({ id, data, message }: CallbackShape): Tap => {
  const rows = message?.reply_markup?.inline_keyboard
  const shown = message && rows ? { chat: message.chat.id, message: message.message_id, rows } : undefined
  return { query: id, chosen: data ?? '', shown }
}

const inboundOf = (
  updateId: string,
  from: { id: number; language_code?: string },
  chat: number,
  sentAt: number,
  content: Content,
): Inbound => ({
  channel: 'telegram',
  account: String(from.id),
  address: String(chat),
  updateId,
  sentAt,
  content,
  platformLang: from.language_code ?? '',
})
