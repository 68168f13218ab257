import * as z from 'zod'
import type { Content, Inbound } from '../../../src/chat/inbound.ts'

export type KfParsed =
  | { is: 'turn'; inbound: Inbound; spoke: boolean; welcome?: string }
  /** Well-formed and not for us; `kind` is a word of a closed list, safe to count. */
  | { is: 'ignored'; kind: string }

/** Who wrote a message of the feed: the customer, the system, or our own side. */
const ORIGIN = { customer: 3, system: 4 } as const

const Message = z.looseObject({
  msgid: z.string().min(1),
  open_kfid: z.string().optional(),
  external_userid: z.string().optional(),
  send_time: z.number().optional(),
  origin: z.number(),
  msgtype: z.string(),
})

const Text = z.object({ text: z.object({ content: z.string(), menu_id: z.string().optional() }) })

const Entered = z.object({
  event: z.object({
    event_type: z.literal('enter_session'),
    open_kfid: z.string(),
    external_userid: z.string(),
    scene_param: z.string().optional(),
    welcome_code: z.string().optional(),
  }),
})

const Event = z.object({ event: z.looseObject({ event_type: z.string() }) })

const MEDIA: Record<string, Content> = {
  image: { kind: 'photo', caption: '' },
  voice: { kind: 'voice' },
  video: { kind: 'file' },
  file: { kind: 'file' },
  location: { kind: 'location' },
  link: { kind: 'file' },
  business_card: { kind: 'file' },
  miniprogram: { kind: 'file' },
}

const KNOWN_EVENTS = new Set(['msg_send_fail', 'servicer_status_change', 'session_status_change', 'user_recall_msg'])

/** The address of a person in 微信客服: the account they write to, and who they are there. */
export const kfAddress = (openKfId: string, user: string): string => `${openKfId}|${user}`

/** Reads an address back. */
export const readKfAddress = (address: string): { openKfId: string; user: string } => {
  const [openKfId = '', user = ''] = address.split('|')
  return { openKfId, user }
}

type MessageShape = z.infer<typeof Message>

/** Reads one message of the feed. Never throws. */
export const parseKfMessage = (raw: unknown, openKfId: string, now: number): KfParsed => {
  const message = Message.safeParse(raw)
  if (!message.success) return { is: 'ignored', kind: 'malformed' }
  if (message.data.msgtype === 'event') return fromEvent(raw, message.data, openKfId, now)
  if (message.data.origin !== ORIGIN.customer) return { is: 'ignored', kind: 'message.of_ours' }
  const user = message.data.external_userid
  const content = message.data.msgtype === 'text' ? fromText(raw) : MEDIA[message.data.msgtype]
  if (!user || !content) return { is: 'ignored', kind: 'message.other' }
  return { is: 'turn', spoke: true, inbound: inboundOf(message.data, openKfId, user, now, content) }
}

/** A tapped line of a menu comes as a text that carries the line's id. */
const fromText = (raw: unknown): Content | undefined => {
  const text = Text.safeParse(raw)
  if (!text.success) return undefined
  const { content, menu_id } = text.data.text
  return menu_id ? { kind: 'choice', id: menu_id } : { kind: 'text', text: content }
}

/**
 * Coming in with a parameter is a start with that code; without one it is a greeting, which the platform allows only
 * to somebody who has not written for two days.
 */
const fromEvent = (raw: unknown, message: MessageShape, openKfId: string, now: number): KfParsed => {
  const entered = Entered.safeParse(raw)
  if (!entered.success) {
    const type = Event.safeParse(raw).data?.event.event_type ?? ''
    return { is: 'ignored', kind: KNOWN_EVENTS.has(type) ? type : 'event.other' }
  }
  const { external_userid, scene_param = '', welcome_code } = entered.data.event
  if (!scene_param && !welcome_code) return { is: 'ignored', kind: 'entered.again' }
  const inbound = inboundOf(message, openKfId, external_userid, now, { kind: 'start', code: scene_param })
  return { is: 'turn', spoke: false, inbound, ...(welcome_code ? { welcome: welcome_code } : {}) }
}

const inboundOf = (
  { msgid, send_time }: MessageShape,
  openKfId: string,
  user: string,
  now: number,
  content: Content,
): Inbound => ({
  channel: 'wecom_kf',
  account: user,
  address: kfAddress(openKfId, user),
  updateId: msgid,
  sentAt: send_time ? send_time * 1000 : now,
  content,
  platformLang: '',
})
