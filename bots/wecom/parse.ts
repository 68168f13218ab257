import type { Content, Inbound } from '../../src/chat/inbound.ts'
import { type Element, only, readXml, textOf } from './xml.ts'

export type Parsed =
  | { is: 'turn'; inbound: Inbound }
  /** A tap on a card: the turn, after which the card's button is replaced. */
  | { is: 'tap'; inbound: Inbound }
  /** 微信客服 has something in its feed. */
  | { is: 'kf'; openKfId: string; token: string }
  /** 家校通讯录 has changed. */
  | { is: 'school' }
  /** Well-formed and not for us; `kind` is a word of a closed list, safe to count. */
  | { is: 'ignored'; kind: string }

export interface ParseDeps {
  agentId: number
  /** Makes the id of an event, which has none of its own, from what tells it from others. */
  eventId: (...parts: string[]) => string
  now: number
}

const MEDIA: Record<string, Content> = {
  image: { kind: 'photo', caption: '' },
  voice: { kind: 'voice' },
  video: { kind: 'file' },
  location: { kind: 'location' },
  file: { kind: 'file' },
}

/** Events that take no turn here; anything else counts as `other`. */
const KNOWN = new Set([
  'unsubscribe',
  'enter_agent',
  'location',
  'click',
  'view',
  'template_card_menu_event',
  'change_contact',
  'change_external_contact',
  'change_external_chat',
  'batch_job_result',
])

/** Reads one decrypted message. Never throws, whatever it is given. */
export const parseMessage = (text: string, deps: ParseDeps): Parsed => {
  const message = only(readXml(text), 'xml')
  const type = textOf(message, 'MsgType')
  if (!message || !type) return { is: 'ignored', kind: 'malformed' }
  const agent = textOf(message, 'AgentID')
  if (agent && Number(agent) !== deps.agentId) return { is: 'ignored', kind: 'other_agent' }
  return type === 'event' ? fromEvent(message, deps) : fromMessage(message, type, deps)
}

const fromMessage = (message: Element, type: string, { now }: ParseDeps): Parsed => {
  const id = textOf(message, 'MsgId')
  const user = textOf(message, 'FromUserName')
  if (!id || !user) return { is: 'ignored', kind: 'message.malformed' }
  const content = type === 'text' ? fromText(message) : MEDIA[type]
  if (!content) return { is: 'ignored', kind: 'message.other' }
  return { is: 'turn', inbound: inboundOf(user, id, sentAt(message, now), content) }
}

const fromText = (message: Element): Content => ({ kind: 'text', text: textOf(message, 'Content') ?? '' })

const fromEvent = (message: Element, deps: ParseDeps): Parsed => {
  const event = (textOf(message, 'Event') ?? '').toLowerCase()
  switch (event) {
    case 'kf_msg_or_event': {
      const openKfId = textOf(message, 'OpenKfId')
      if (!openKfId) return { is: 'ignored', kind: 'event.malformed' }
      return { is: 'kf', openKfId, token: textOf(message, 'Token') ?? '' }
    }
    case 'change_school_contact':
      return { is: 'school' }
    case 'subscribe':
      return eventTurn(message, event, { kind: 'start', code: '' }, 'turn', deps)
    case 'template_card_event': {
      const id = chosenIn(message)
      if (!id) return { is: 'ignored', kind: 'event.malformed' }
      return eventTurn(message, event, { kind: 'choice', id }, 'tap', deps)
    }
    default:
      return { is: 'ignored', kind: KNOWN.has(event) ? event : 'other' }
  }
}

/** A button's own key; of a vote or a list to pick from, the first option that was picked. */
const chosenIn = (message: Element): string | undefined => {
  const items = only(message, 'SelectedItems')?.children.get('SelectedItem') ?? []
  const picked = items.flatMap(item => only(item, 'OptionIds')?.children.get('OptionId') ?? [])
  return picked[0]?.text || textOf(message, 'EventKey')
}

/** The platform's own key of an event, sender and second, is too coarse for two taps in one second. */
const eventTurn = (
  message: Element,
  event: string,
  content: Content,
  is: 'turn' | 'tap',
  { eventId, now }: ParseDeps,
): Parsed => {
  const user = textOf(message, 'FromUserName')
  if (!user) return { is: 'ignored', kind: 'event.malformed' }
  const names = ['CreateTime', 'EventKey', 'TaskId', 'ResponseCode'] as const
  const id = eventId(user, event, ...names.map(name => textOf(message, name) ?? ''))
  return { is, inbound: inboundOf(user, id, sentAt(message, now), content) }
}

const sentAt = (message: Element, now: number): number => {
  const seconds = Number(textOf(message, 'CreateTime'))
  return seconds > 0 ? seconds * 1000 : now
}

const inboundOf = (user: string, updateId: string, at: number, content: Content): Inbound => ({
  channel: 'wecom',
  account: user,
  address: user,
  updateId,
  sentAt: at,
  content,
  platformLang: '',
})
