import * as z from 'zod'
import { isAnswer, readCard, type Tappable } from './cards.ts'
import type { Delivered } from './courier.ts'
import type { SentMessage, State } from './state.ts'

/** How what people do reaches the app: by webhook, or over the long connection. */
export interface Line {
  event(payload: object): Promise<Delivered>
  callback(payload: object): Promise<Delivered>
}

export interface People {
  /** Writes a text in the private chat with the bot. */
  say(openId: string, text: string): Promise<Delivered>
  /** Sends any message: its type and its content. */
  post(openId: string, type: string, content: object): Promise<Delivered>
  /** Taps the newest button or option with this label; what the answer changes is changed. */
  tap(openId: string, label: string): Promise<Delivered>
  /** Opens the chat with the bot; `first` when there has been no message yet. */
  enter(openId: string, first: boolean): Promise<Delivered>
  /** Any event of the platform. */
  push(type: string, event: object): Promise<Delivered>
}

const TENANT = 'tenant-1'

const Answered = z.object({
  toast: z.object({ type: z.string(), content: z.string() }).optional(),
  card: z.object({ type: z.literal('raw'), data: z.unknown() }).optional(),
})

/** The people of the tenant: what they do becomes an event or a callback. */
export const peopleOf = (state: State, line: Line, toasts: string[]): People => {
  const headerOf = (type: string, created: string) => ({
    event_id: `ev_${String(state.next++).padStart(8, '0')}`,
    event_type: type,
    create_time: created,
    token: state.verificationToken,
    app_id: state.appId,
    tenant_key: TENANT,
  })
  const idsOf = (openId: string) => ({ open_id: openId, union_id: `on_${openId.slice(3)}`, user_id: openId.slice(3) })
  const push = (type: string, event: object) =>
    line.event({ schema: '2.0', header: headerOf(type, String(state.now())), event })

  const post: People['post'] = (openId, type, content) => {
    state.people.add(openId)
    return push('im.message.receive_v1', {
      sender: { sender_id: idsOf(openId), sender_type: 'user', tenant_key: TENANT },
      message: {
        message_id: `om_in_${state.next++}`,
        create_time: String(state.now()),
        chat_id: `oc_${openId.slice(3)}`,
        chat_type: 'p2p',
        message_type: type,
        content: JSON.stringify(content),
      },
    })
  }

  return {
    post,
    push,
    say: (openId, text) => post(openId, 'text', { text }),
    enter(openId, first) {
      state.people.add(openId)
      return push('im.chat.access_event.bot_p2p_chat_entered_v1', {
        chat_id: `oc_${openId.slice(3)}`,
        operator_id: idsOf(openId),
        ...(first ? {} : { last_message_id: 'om_1', last_message_create_time: String(state.now() - 1000) }),
      })
    },
    async tap(openId, label) {
      const [message, tapped] = find(state, openId, label)
      const delivered = await line.callback({
        schema: '2.0',
        header: headerOf('card.action.trigger', `${state.now()}000`),
        event: {
          operator: { tenant_key: TENANT, ...idsOf(openId) },
          token: `c-${state.next++}`,
          action: actionOf(tapped),
          host: 'im_message',
          context: { open_message_id: message.message_id, open_chat_id: `oc_${openId.slice(3)}` },
        },
      })
      applied(message, delivered, toasts)
      return delivered
    },
  }
}

const actionOf = ({ tag, value, option }: Tappable) => ({
  value,
  tag,
  timezone: 'Asia/Shanghai',
  ...(option === undefined ? {} : { option }),
})

const find = ({ sent }: State, openId: string, label: string): [SentMessage, Tappable] => {
  for (const message of sent.toReversed()) {
    const tapped = message.receive_id === openId && message.tappable.find(one => one.label === label)
    if (tapped) return [message, tapped]
  }
  throw new Error(`nobody has sent this person a button ${label}`)
}

/** What the client does with the answer: shows the toast, draws the card anew, or says that something went wrong. */
const applied = (message: SentMessage, { statuses, body }: Delivered, toasts: string[]): void => {
  const answered = statuses.at(-1) === 200 ? Answered.safeParse(fromJson(body)) : undefined
  if (!answered?.success) {
    toasts.push('error 200340')
    return
  }
  const { toast, card } = answered.data
  if (toast) toasts.push(`${toast.type} ${toast.content}`)
  if (!card) return
  const drawn = readCard(JSON.stringify(card.data))
  if (isAnswer(drawn)) toasts.push('error 200672')
  else Object.assign(message, { ...drawn, edits: message.edits + 1 })
}

const fromJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
