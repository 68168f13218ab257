import type { Hono } from 'hono'
import type { Channel, TakeTurn } from '../../src/chat/channel.ts'
import type { Reply } from '../../src/chat/reply.ts'
import { larkCalls } from './client.ts'
import { isNumbered } from './render.ts'
import { sender } from './send.ts'
import { type Log, openSocket } from './socket.ts'
import { type HookDeps, webhook } from './webhook.ts'

const CALL_TIMEOUT = 10_000
const FEISHU = 'https://open.feishu.cn'

export interface LarkOptions {
  appId: string
  appSecret: string
  /** Needed in `webhook` mode, both: without them nothing proves who pushes. */
  encryptKey?: string
  verificationToken?: string
  /** Origin of the open platform: Feishu's unless given; `https://open.larksuite.com` abroad. */
  domain?: string
  mode: 'webhook' | 'socket'
  /** Where this deployment is reached, to fetch pictures of our own from. */
  publicUrl?: string
  /** The reply that showed this choice to this account, while it is kept. */
  shown: (account: string, choice: string) => Promise<Reply | undefined>
  /** Counts pushes that take no turn, by a word of a closed list. */
  onUnknown: (kind: string) => void
  log: Log
  now?: () => number
  callTimeoutMs?: number
}

/** The Lark (飞书) channel. Makes no call before `begin` or `send`. Throws on set-up that cannot work, naming the variable. */
export const larkChannel = (options: LarkOptions): Channel => {
  const { appId, appSecret, mode, encryptKey = '', verificationToken = '', log, now = Date.now } = options
  if (mode === 'webhook' && !encryptKey) throw new Error('LARK_ENCRYPT_KEY is missing: webhook mode needs it')
  if (mode === 'webhook' && !verificationToken)
    throw new Error('LARK_VERIFICATION_TOKEN is missing: webhook mode needs it')
  const app = { appId, appSecret, domain: (options.domain || FEISHU).replace(/\/+$/, '') }
  const depsOf = (take: TakeTurn): HookDeps => ({
    take,
    shown: options.shown,
    appId,
    now,
    onUnknown: options.onUnknown,
  })
  let socket: Promise<{ close: (how?: { force?: boolean }) => void } | undefined> = Promise.resolve(undefined)

  return {
    name: 'lark',
    passive: false,
    reach: 'tap',
    // Five a second to one person, shared with every other bot; a turn's few replies may go at once.
    pacing: { perRecipient: 1, overall: 50 },
    numbered: isNumbered,
    mount(hono: Hono, take: TakeTurn) {
      if (mode === 'webhook') hono.post('/hooks/lark', webhook({ encryptKey, verificationToken }, depsOf(take)))
    },
    send: sender(larkCalls(app, options.callTimeoutMs ?? CALL_TIMEOUT), options.publicUrl, log),
    async begin(take) {
      if (mode !== 'socket') return
      socket = openSocket(app, depsOf(take), log).catch(() => {
        log('lark.socket.failed', { error: 'could not begin' })
        return undefined
      })
    },
    async end() {
      const opened = await socket
      opened?.close({ force: true })
    },
  }
}
