import { larkChannel } from '../bots/lark/index.ts'
import { telegramChannel } from '../bots/telegram/index.ts'
import { webchatChannel } from '../bots/webchat/index.ts'
import type { Channel } from './chat/channel.ts'
import { conversationId } from './chat/conversation.ts'
import { replyWithChoice, unaskedSince } from './chat/outbox.ts'
import type { Config } from './config.ts'
import type { Database } from './db/database.ts'
import type { Keys } from './db/keys.ts'
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
  log: (event: string, fields: Record<string, string | number>) => void
}

/** The channels that the environment switches on; shared by the entry points, which alone know the bots. */
export const channelsOf = (deps: ChannelDeps): Channel[] => [
  ...(deps.config.webchat ? [webchat(deps)] : []),
  ...(deps.config.telegram ? [telegram(deps, deps.config.telegram)] : []),
  ...(deps.config.lark ? [lark(deps, deps.config.lark)] : []),
]

const webchat = ({ config, db, keys, now, random, starters }: ChannelDeps): Channel =>
  webchatChannel({
    production: config.production,
    now,
    random,
    starters: async () => starters,
    unasked: async (account, after) => unaskedSince(db, keys, conversationId(keys, 'webchat', account), after, now()),
  })

const telegram = ({ config, now, metrics, log }: ChannelDeps, options: NonNullable<Config['telegram']>): Channel =>
  telegramChannel({
    ...options,
    publicUrl: config.publicUrl,
    now,
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
