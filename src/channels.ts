import { larkChannel } from '../bots/lark/index.ts'
import { telegramChannel } from '../bots/telegram/index.ts'
import { webchatChannel } from '../bots/webchat/index.ts'
import { wecomChannels } from '../bots/wecom/index.ts'
import type { Channel } from './chat/channel.ts'
import { conversationId } from './chat/conversation.ts'
import { withFullLinks } from './chat/full-links.ts'
import { memoryOf } from './chat/memory.ts'
import { keepNoticeAddresses } from './chat/notice.ts'
import { replyWithChoice, unaskedSince } from './chat/outbox.ts'
import type { ReadFile } from './chat/reply.ts'
import type { Config } from './config.ts'
import type { Database } from './db/database.ts'
import type { Keys } from './db/keys.ts'
import { makeConditions } from './features.ts'
import type { Metrics } from './metrics.ts'

export interface ChannelDeps {
  config: Config
  db: Database
  keys: Keys
  now: () => number
  random: (n: number) => Uint8Array
  metrics: Metrics
  /** Buttons for visitors of the demo. */
  starters: { label: string; start: string }[]
  /** Makes what a file's link describes, for platforms that take the file itself. */
  readFile: ReadFile
  log: (event: string, fields: Record<string, string | number>) => void
}

/** The channels that the environment switches on; shared by the entry points, which alone know the bots. */
export const channelsOf = (deps: ChannelDeps): Channel[] => [
  ...(deps.config.webchat ? [webchat(deps)] : []),
  ...(deps.config.telegram ? [telegram(deps, deps.config.telegram)] : []),
  ...(deps.config.lark ? [withFullLinks(lark(deps, deps.config.lark), deps.config.publicUrl)] : []),
  ...(deps.config.wecom ? wecomOf(deps, deps.config.wecom).map(one => withFullLinks(one, deps.config.publicUrl)) : []),
]

const webchat = ({ config, db, keys, now, random, starters }: ChannelDeps): Channel =>
  webchatChannel({
    production: config.production,
    now,
    random,
    starters: async () => starters,
    unasked: async (account, after) =>
      unaskedSince(
        { db, keys, conditions: makeConditions(db, now), now: now() },
        conversationId(keys, 'webchat', account),
        after,
      ),
  })

const telegram = (
  { config, now, metrics, readFile, log }: ChannelDeps,
  options: NonNullable<Config['telegram']>,
): Channel =>
  telegramChannel({
    ...options,
    publicUrl: config.publicUrl,
    now,
    readFile,
    onUnknown: kind => metrics.unknown(kind, 'telegram'),
    log,
  })

const lark = ({ config, db, keys, now, metrics, log }: ChannelDeps, options: NonNullable<Config['lark']>): Channel =>
  larkChannel({
    ...options,
    publicUrl: config.publicUrl,
    shown: (account, choice) => replyWithChoice(db, keys, conversationId(keys, 'lark', account), choice),
    now,
    onUnknown: kind => metrics.unknown(kind, 'lark'),
    log,
  })

/** WeCom's channels; also for tests, which set other waits. */
export const wecomOf = (
  { config, db, keys, now, random, metrics, log }: Omit<ChannelDeps, 'starters' | 'readFile'>,
  options: NonNullable<Config['wecom']> & { callTimeoutMs?: number; bookQuietMs?: number },
): Channel[] =>
  wecomChannels({
    ...options,
    publicUrl: config.publicUrl,
    shown: (account, choice) => replyWithChoice(db, keys, conversationId(keys, 'wecom', account), choice),
    kfConversation: user => conversationId(keys, 'wecom_kf', user),
    kfMemory: memoryOf(db, 'wecom_kf', now),
    onParents: parents =>
      keepNoticeAddresses(
        db,
        keys,
        'wecom_kf',
        parents.map(one => ({ account: one.externalId, address: one.isSubscribed ? one.parentId : undefined })),
      ),
    eventId: (...parts) => keys.lookup('wecom.event', ...parts),
    onUnknown: (kind, channel) => metrics.unknown(kind, channel),
    log,
    now,
    random,
  })
