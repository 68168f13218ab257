import type { Answer } from './answers.ts'
import type { Tappable } from './cards.ts'

/** A message of the bot as the person sees it now. */
export interface SentMessage {
  message_id: string
  receive_id: string
  msg_type: string
  say: string
  tappable: Tappable[]
  at: number
  edits: number
}

export type Gone = 'unavailable' | 'stopped' | 'resigned'

/**
 * What may go wrong with the next call of a path: an answer of the platform's own · `hang` no answer · `drop` the
 * connection closed, nothing done · `slow` done, answered late.
 */
export type Fault = Answer | 'hang' | 'drop' | 'slow'

export interface Options {
  appId: string
  appSecret: string
  encryptKey: string
  verificationToken: string
  /** 1 is the platform's own pace; 0.001 makes its retries a thousand times faster. */
  pace?: number
  /** Seconds for which a token is good. */
  tokenSeconds?: number
  /** Messages to one person in a second; the platform's own is 5. */
  perUser?: number
  /** The platform's clock, epoch ms: what it writes on events, counts rates and ages cards by. */
  now?: () => number
}

export interface State extends Required<Options> {
  tokens: Map<string, number>
  sent: SentMessage[]
  uuids: Map<string, SentMessage>
  people: Set<string>
  gone: Map<string, Gone>
  images: Map<string, Uint8Array>
  recent: Map<string, number[]>
  calls: { path: string; body: unknown }[]
  faults: { path: string; fault: Fault }[]
  groupBots: Map<string, { secret: string; heard: unknown[]; off?: boolean; recent: number[] }>
  next: number
}

export const newState = (options: Options): State => ({
  pace: 1,
  tokenSeconds: 7200,
  perUser: 5,
  now: Date.now,
  ...options,
  tokens: new Map(),
  sent: [],
  uuids: new Map(),
  people: new Set(),
  gone: new Map(),
  images: new Map(),
  recent: new Map(),
  calls: [],
  faults: [],
  groupBots: new Map(),
  next: 1,
})
