import type { Answer } from './answers.ts'

export interface Button {
  text: string
  callback_data: string
}

/** A message that the bot sent, as the person sees it now. */
export interface SentMessage {
  chat_id: number
  message_id: number
  method: string
  /** The text, or the caption of a picture or file. */
  text: string
  buttons: Button[][]
  /** Epoch ms at which the platform took it. */
  at: number
  /** The URL or id of what was sent, or the number of bytes uploaded. */
  photo?: string | number
  document?: string | number
  edits: number
}

export interface Call {
  method: string
  params: Record<string, unknown>
  at: number
}

export interface Update {
  update_id: number
  [type: string]: unknown
}

/** What became of an update: the answers of the webhook in order (status 0: none), or confirmed by `getUpdates`. */
export interface Delivered {
  updateId: number
  attempts: { status: number; body: string; at: number }[]
  taken: boolean
}

export type Gone = 'blocked' | 'deactivated' | 'kicked' | 'deleted'

export interface Limits {
  /** Off unless given: messages a second to one chat, after a burst of so many. */
  perChat?: { perSecond: number; burst: number }
  /** Off unless given: messages in any one second, all chats together. */
  overall?: number
}

export interface Webhook {
  url: string
  secret: string
  maxConnections: number
}

export interface State {
  token: string
  /** 1 is the platform's own pace; 0.01 makes its retries and expiries a hundred times faster. */
  pace: number
  /** Whether any chat id is taken as one that has started the bot. */
  anyChat: boolean
  limits: Limits
  /** Milliseconds for which a tap can be answered, and for which `slow` holds an answer. */
  queryLife: number
  slowMs: number
  /** The platform's clock, in epoch ms: what it writes on messages. */
  now: () => number

  sent: SentMessage[]
  calls: Call[]
  messages: Map<string, SentMessage>
  chats: Set<number>
  gone: Map<number, Gone>
  migrated: Map<number, number>
  queries: Map<string, number>
  files: Map<string, { path: string; bytes: Uint8Array }>
  commands: Map<string, unknown>
  recent: { all: number[]; chats: Map<number, number[]> }

  webhook?: Webhook
  allowed?: string[]
  queue: { update: Update; settle: (delivered: Delivered) => void }[]
  waiting?: (answer: Answer | undefined) => void
  /** Called when the webhook is set, so that what waits in the queue is delivered. */
  onWebhook: () => void
  nextMessage: number
  nextUpdate: number
}

export type Options = Partial<Pick<State, 'pace' | 'anyChat' | 'limits' | 'queryLife' | 'slowMs' | 'now'>> & {
  token: string
}

export const newState = (options: Options): State => ({
  pace: 1,
  anyChat: false,
  limits: {},
  queryLife: 150_000,
  slowMs: 300,
  now: Date.now,
  ...options,
  sent: [],
  calls: [],
  messages: new Map(),
  chats: new Set(),
  gone: new Map(),
  migrated: new Map(),
  queries: new Map(),
  files: new Map(),
  commands: new Map(),
  recent: { all: [], chats: new Map() },
  queue: [],
  onWebhook: () => {},
  nextMessage: 100,
  nextUpdate: 700_000_001,
})

export const BOT = { id: 100200300, is_bot: true, first_name: '晚铃', username: 'wanling_test_bot' }

export const chatOf = (id: number) => ({ id, type: id < 0 ? 'supergroup' : 'private' })

/** A message as the Bot API shows it. */
export const asMessage = (message: SentMessage) => ({
  message_id: message.message_id,
  from: BOT,
  chat: chatOf(message.chat_id),
  date: Math.floor(message.at / 1000),
  [message.method === 'sendMessage' ? 'text' : 'caption']: message.text,
  ...(message.buttons.length > 0 && { reply_markup: { inline_keyboard: message.buttons } }),
})
