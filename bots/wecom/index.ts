import type { Hono } from 'hono'
import type { Channel, TakeTurn } from '../../src/chat/channel.ts'
import type { Inbound } from '../../src/chat/inbound.ts'
import type { Memory } from '../../src/chat/memory.ts'
import type { Reply } from '../../src/chat/reply.ts'
import { wecomApi } from './api.ts'
import type { Log } from './faults.ts'
import { type KfSide, kfChannel } from './kf/index.ts'
import { isNumbered, passiveText } from './render.ts'
import type { SchoolParent } from './school.ts'
import { appSender } from './send.ts'
import { type HookDeps, verification, webhook } from './webhook.ts'

const CALL_TIMEOUT = 10_000
const WECOM = 'https://qyapi.weixin.qq.com'

export interface WecomOptions {
  corpId: string
  agentId: number
  secret: string
  token: string
  encodingAesKey: string
  /** Adds 微信客服 for parents in ordinary WeChat. */
  kfSecret?: string
  /** Root of the API: a relay with a fixed address, where our own is none. */
  apiRoot?: string
  publicUrl?: string
  /** The reply that showed this choice to this account, while it is kept. */
  shown: (account: string, choice: string) => Promise<Reply | undefined>
  /** The conversation of an account of 微信客服. */
  kfConversation: (user: string) => string
  /** What 微信客服 remembers over a restart. */
  kfMemory: Memory
  /** Given what 家校通讯录 says, so that parents can be sent notices. */
  onParents: (parents: SchoolParent[]) => Promise<void>
  /** Makes ids of events out of what tells them apart; nothing can be read back from them. */
  eventId: (...parts: string[]) => string
  onUnknown: (kind: string, channel: 'wecom' | 'wecom_kf') => void
  log: Log
  now: () => number
  random: (n: number) => Uint8Array
  callTimeoutMs?: number
  /** How long after a change 家校通讯录 is read; a minute unless given. */
  bookQuietMs?: number
}

/** The channels of WeCom: the app for members, and 微信客服 where its secret is set. Makes no call before it is used. */
export const wecomChannels = (options: WecomOptions): Channel[] => {
  const kf = options.kfSecret ? kfChannel(options, options.kfSecret, rootOf(options)) : undefined
  return [appChannel(options, kf), ...(kf ? [kf.channel] : [])]
}

const rootOf = ({ apiRoot }: WecomOptions): string => (apiRoot || WECOM).replace(/\/+$/, '')

const appChannel = (options: WecomOptions, kf: KfSide | undefined): Channel => {
  const { corpId, agentId, secret, log, now, publicUrl } = options
  const api = wecomApi({ corpId, secret, root: rootOf(options), timeoutMs: options.callTimeoutMs ?? CALL_TIMEOUT, now })
  const depsOf = (take: TakeTurn): HookDeps => ({
    ...options,
    take,
    feed: async (openKfId, token) => {
      if (!kf) return options.onUnknown('kf_msg_or_event', 'wecom')
      await kf.feed(openKfId, token, take)
    },
    onSchool: () => kf?.bookChanged(),
    onUnknown: kind => options.onUnknown(kind, 'wecom'),
  })
  return {
    name: 'wecom',
    // A tap is answered with its card's new face, so its replies go by call.
    passive: (replies: Reply[], inbound: Inbound) =>
      inbound.content.kind !== 'choice' && passiveText(replies) !== undefined,
    reach: 'tap',
    // What a member may get in a minute is counted where it is sent, message by message.
    pacing: { perRecipient: 1, overall: 100 },
    numbered: isNumbered,
    mount(app: Hono, take: TakeTurn) {
      app.get('/hooks/wecom', verification(options))
      app.post('/hooks/wecom', webhook(options, depsOf(take)))
    },
    send: appSender({ api, agentId, publicUrl, now, log }),
  }
}
