import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { type TelegramOptions, telegramChannel } from '../../../bots/telegram/index.ts'
import type { Channel, TakeTurn, TurnAnswer } from '../../../src/chat/channel.ts'
import type { Inbound } from '../../../src/chat/inbound.ts'
import { type FakeTelegram, startFakeTelegram } from './index.ts'
import { listen } from './server.ts'

export const TOKEN = '100200300:AAtest-token'
export const SECRET = 'geheim_1'
export const PARENT = 70000001
export const OTHER_PARENT = 70000002

export const ANSWER: TurnAnswer = { replies: [], repeated: false, limited: false }

/** What a test of the channel needs: the platform's fake, the channel, and a kernel that is told how to answer. */
export interface Stage {
  fake: FakeTelegram
  channel: Channel
  app: Hono
  /** Turns in the order in which the kernel was asked to take them. */
  turns: Inbound[]
  /** Replaced by a test to answer otherwise or to throw. */
  kernel: { take: TakeTurn }
  unknown: string[]
  logged: { event: string; fields: Record<string, string | number> }[]
  /** Pauses that the channel wished for, in milliseconds; each was cut to one. */
  pauses: number[]
  begin(): Promise<void>
  /** Serves the webhook on this machine; resolves to its address. */
  open(): Promise<string>
  close(): Promise<void>
}

/** Sets up a stage; `options` replaces settings of the channel. */
export const newStage = async (options: Partial<TelegramOptions> = {}): Promise<Stage> => {
  const fake = await startFakeTelegram({ token: TOKEN, pace: 0.005 })
  fake.openChat(PARENT)
  const app = new Hono()
  const turns: Stage['turns'] = []
  const unknown: string[] = []
  const logged: Stage['logged'] = []
  const pauses: number[] = []
  const kernel: Stage['kernel'] = { take: async () => ANSWER }
  const take: TakeTurn = inbound => {
    turns.push(inbound)
    return kernel.take(inbound)
  }
  const channel = telegramChannel({
    token: TOKEN,
    webhookSecret: SECRET,
    apiRoot: fake.url,
    mode: 'webhook',
    onUnknown: kind => unknown.push(kind),
    log: (event, fields) => logged.push({ event, fields }),
    async sleep(ms) {
      pauses.push(ms)
      await new Promise(resolve => setTimeout(resolve, 1))
    },
    ...options,
  })
  channel.mount(app, take)
  const server = createServer(getRequestListener(app.fetch))
  return {
    ...{ fake, channel, app, turns, kernel, unknown, logged, pauses },
    begin: async () => channel.begin?.(take),
    open: async () => `${await listen(server)}/hooks/telegram`,
    async close() {
      await channel.end?.()
      server.closeAllConnections()
      server.close()
      await fake.close()
    },
  }
}
