import * as z from 'zod'
import type { Content, Inbound } from '../../src/chat/inbound.ts'
import { contentOf } from './content.ts'

export type Parsed =
  | { is: 'turn'; inbound: Inbound }
  /** A tap on a card: answered in the response, with a word and the card drawn anew. */
  | { is: 'tap'; inbound: Inbound }
  /** Well-formed and not for us; `kind` is a word of a closed list, safe to count. */
  | { is: 'ignored'; kind: string }
  /** An event of another app. */
  | { is: 'refused' }

const Header = z.object({
  event_id: z.string().min(1),
  event_type: z.string(),
  app_id: z.string(),
  tenant_key: z.string(),
})

const Push = z.object({ schema: z.literal('2.0'), header: Header, event: z.unknown() })

const Person = z.object({ open_id: z.string().min(1) })

const Received = z.object({
  sender: z.object({ sender_id: Person, sender_type: z.string() }),
  message: z.object({
    message_id: z.string().min(1),
    create_time: z.string(),
    chat_type: z.string(),
    message_type: z.string(),
    content: z.string(),
  }),
})

const Entered = z.object({ operator_id: Person, last_message_id: z.string().optional() })

const Action = z.object({
  operator: Person,
  action: z.object({ value: z.unknown(), option: z.string().optional() }),
})

const Carried = z.object({ choice: z.string().min(1) })

/** Events that take no turn here; anything else counts as `other`. */
const KNOWN = new Set([
  'im.message.message_read_v1',
  'im.message.recalled_v1',
  'im.message.reaction.created_v1',
  'im.message.reaction.deleted_v1',
  'im.chat.member.bot.added_v1',
  'im.chat.member.bot.deleted_v1',
  'im.chat.updated_v1',
  'im.chat.disbanded_v1',
])

type HeaderShape = z.infer<typeof Header>

/**
 * Reads one verified push. `now` (epoch ms) stands in where Lark tells no time in milliseconds, as with taps.
 * Never throws, whatever it is given.
 */
export const parsePush = (payload: unknown, appId: string, now: number): Parsed => {
  const push = Push.safeParse(payload)
  if (!push.success) return { is: 'ignored', kind: 'malformed' }
  const { header, event } = push.data
  if (header.app_id !== appId) return { is: 'refused' }
  switch (header.event_type) {
    case 'im.message.receive_v1':
      return fromMessage(event, header, now)
    case 'card.action.trigger':
      return fromAction(event, header, now)
    case 'im.chat.access_event.bot_p2p_chat_entered_v1':
      return fromEntering(event, header, now)
    default:
      return { is: 'ignored', kind: KNOWN.has(header.event_type) ? header.event_type : 'other' }
  }
}

const fromMessage = (event: unknown, header: HeaderShape, now: number): Parsed => {
  const received = Received.safeParse(event)
  if (!received.success) return { is: 'ignored', kind: 'message.malformed' }
  const { sender, message } = received.data
  if (sender.sender_type !== 'user') return { is: 'ignored', kind: 'message.of_bot' }
  if (message.chat_type !== 'p2p') return { is: 'ignored', kind: 'message.not_private' }
  const content = contentOf(message.message_type, message.content)
  if (typeof content === 'string') return { is: 'ignored', kind: content }
  // A push that is repeated under a new event id is still the same message.
  const sentAt = Number(message.create_time) || now
  return { is: 'turn', inbound: inboundOf(header, sender.sender_id.open_id, message.message_id, sentAt, content) }
}

/** The chat is opened: a greeting when nothing was ever said in it, else no turn. */
const fromEntering = (event: unknown, header: HeaderShape, now: number): Parsed => {
  const entered = Entered.safeParse(event)
  if (!entered.success) return { is: 'ignored', kind: 'entered.malformed' }
  if (entered.data.last_message_id) return { is: 'ignored', kind: 'entered.again' }
  const { open_id } = entered.data.operator_id
  return { is: 'turn', inbound: inboundOf(header, open_id, header.event_id, now, { kind: 'start', code: '' }) }
}

/** A button carries the choice in its value, a select in its option. */
const fromAction = (event: unknown, header: HeaderShape, now: number): Parsed => {
  const acted = Action.safeParse(event)
  if (!acted.success) return { is: 'ignored', kind: 'action.malformed' }
  const { operator, action } = acted.data
  const carried = Carried.safeParse(action.value)
  const id = action.option || (carried.success ? carried.data.choice : undefined)
  if (!id) return { is: 'ignored', kind: 'action.other' }
  return { is: 'tap', inbound: inboundOf(header, operator.open_id, header.event_id, now, { kind: 'choice', id }) }
}

/** An open id is an app's own, and an app may be in several tenants: the account is all three. */
const inboundOf = (
  { tenant_key, app_id }: HeaderShape,
  openId: string,
  updateId: string,
  sentAt: number,
  content: Content,
): Inbound => ({
  channel: 'lark',
  account: `${tenant_key}:${app_id}:${openId}`,
  address: openId,
  updateId,
  sentAt,
  content,
  platformLang: '',
})
