import { telegramChannel } from '../bots/telegram/index.ts'
import { webchatChannel } from '../bots/webchat/index.ts'
import type { Channel } from './chat/channel.ts'
import { conversationId } from './chat/conversation.ts'
import { unaskedSince } from './chat/outbox.ts'
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
