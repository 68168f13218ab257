import type { Answer } from './answers.ts'

/** What can be tapped on a message: its label, and what the platform sends back. */
export interface Tappable {
  label: string
  kind: 'button' | 'option' | 'menu'
  key: string
  /** Of an option: the question it answers, and the key of the button that submits. */
  question?: string
  submit?: string
}

/** A message as the person sees it now. */
export interface SentMessage {
  to: string
  /** `app` in the app's chat, `kf` in 微信客服, `notice` as 学校通知. */
  where: 'app' | 'kf' | 'notice'
  type: string
  say: string
  tappable: Tappable[]
  url?: string
  taskId?: string
  responseCode?: string
  passive: boolean
  at: number
}

/** One message of the 微信客服 feed. */
export type KfMessage = Record<string, unknown> & { msgid: string }

/**
 * What may go wrong with the next call of a path: an answer of the platform's own · `hang` no answer · `drop` the
 * connection closed, nothing done.
 */
export type Fault = Answer | 'hang' | 'drop'

export interface Options {
  corpId: string
  agentId: number
  secret: string
  kfSecret?: string
  token: string
  encodingAesKey: string
  /** 1 is the platform's own pace; less makes its retries faster. */
  pace?: number
  tokenSeconds?: number
  now?: () => number
}

export interface Parent {
  parent_userid: string
  external_userid: string
  is_subscribe: 0 | 1
  children: { student_userid: string; name: string; relation: string; department: number }[]
}

export interface State extends Required<Options> {
  /** Token to the secret it was issued for and its end. */
  tokens: Map<string, { secret: string; until: number }>
  issued: number
  sent: SentMessage[]
  /** Messages over the rate of one member: the platform drops them and says nothing. */
  dropped: SentMessage[]
  members: Set<string>
  unlicensed: Set<string>
  taskIds: Set<string>
  responseCodes: Map<string, { message: SentMessage; at: number; used: boolean }>
  media: Map<string, { type: string; bytes: Uint8Array }>
  feed: KfMessage[]
  kfUsers: Map<string, { at: number; sent: number }>
  welcome: Map<string, { user: string; until: number }>
  parents: Parent[]
  departments: { id: number; name: string }[]
  robots: Map<string, { heard: unknown[]; recent: number[]; gone: boolean }>
  calls: { path: string; body: unknown }[]
  faults: { path: string; fault: Fault }[]
  hasCallback: boolean
  next: number
}

export const KFID = 'wkAJ2GCAAA_school'

export const newState = (options: Options): State => ({
  kfSecret: '',
  pace: 1,
  tokenSeconds: 7200,
  now: Date.now,
  ...options,
  tokens: new Map(),
  issued: 0,
  sent: [],
  dropped: [],
  members: new Set(),
  unlicensed: new Set(),
  taskIds: new Set(),
  responseCodes: new Map(),
  media: new Map(),
  feed: [],
  kfUsers: new Map(),
  welcome: new Map(),
  parents: [],
  departments: [],
  robots: new Map(),
  calls: [],
  faults: [],
  hasCallback: true,
  next: 1,
})
