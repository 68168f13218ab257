import { setTimeout as pause } from 'node:timers/promises'
import { Api } from 'grammy'
import type { Hono } from 'hono'
import type { Channel, TakeTurn } from '../../src/chat/channel.ts'
import type { ReadFile } from '../../src/chat/reply.ts'
import { faultOf } from './faults.ts'
import type { Patience } from './persist.ts'
import { POLL_SECONDS, poll } from './poll.ts'
import { receiver } from './receive.ts'
import { registerCommands, registerWebhook, removeWebhook } from './register.ts'
import { isNumbered } from './render.ts'
import { sender } from './send.ts'
import { type Log, tapsOf } from './taps.ts'
import { nodeLine, onWorkers } from './transport.ts'
import { isWebhookSecret, secretCheck } from './verify.ts'
import { webhook } from './webhook.ts'

/** How long a call of the Bot API may take, in milliseconds. */
const CALL_TIMEOUT = 10_000

const TELEGRAM = 'https://api.telegram.org'

export interface TelegramOptions {
  token: string
  /** The secret that Telegram repeats with every update; needed in `webhook` mode. */
  webhookSecret?: string
  /** Root of the Bot API, when it is not Telegram's own. */
  apiRoot?: string
  mode: 'webhook' | 'polling'
  /** Where this deployment is reached. Without it no webhook is registered, and pictures of our own are left out. */
  publicUrl?: string
  /** Makes what a file's link describes: Telegram takes plain files only as uploads. */
  readFile?: ReadFile
  /** Counts updates that take no turn, by a word of a closed list. */
  onUnknown: (kind: string) => void
  log: Log
  /** The clock (epoch ms) and the pause; given by tests and by a deployment whose clock is set. */
  now?: () => number
  sleep?: Patience['sleep']
  callTimeoutMs?: number
}

/** The Telegram channel. Makes no call before `begin` or `send`. Throws on set-up that cannot work, naming the variable. */
export const telegramChannel = (options: TelegramOptions): Channel => {
  checkSetUp(options)
  const { mode, webhookSecret, publicUrl, onUnknown, log, now = Date.now, sleep = abortableSleep } = options
  const ending = new AbortController()
  const callTimeoutMs = options.callTimeoutMs ?? CALL_TIMEOUT
  const api = apiOf(options, callTimeoutMs)
  const control = apiOf(options, callTimeoutMs, ending.signal)
  const taps = tapsOf(api, log, now)
  const patience = { signal: ending.signal, sleep, log }
  let running: Promise<unknown> = Promise.resolve()

  const beginPolling = async (take: TakeTurn): Promise<void> => {
    const polling = apiOf(options, callTimeoutMs + POLL_SECONDS * 1000, ending.signal)
    await removeWebhook(control, patience)
    await Promise.all([
      registerCommands(control, patience),
      poll(polling, receiver(take, taps, onUnknown), now, patience),
    ])
  }

  const beginWebhook = async (): Promise<void> => {
    if (publicUrl && webhookSecret) await registerWebhook(control, publicUrl, webhookSecret, patience)
    else log('telegram.webhook.skipped', { missing: 'PUBLIC_URL' })
    await registerCommands(control, patience)
  }

  return {
    name: 'telegram',
    passive: false,
    reach: 'tap',
    pacing: { perRecipient: 1, overall: 30 },
    numbered: isNumbered,
    mount(app: Hono, take: TakeTurn) {
      app.post('/hooks/telegram', webhook(secretCheck(webhookSecret), receiver(take, taps, onUnknown), now))
    },
    send: sender(api, publicUrl, options.readFile),
    async begin(take) {
      const begun = mode === 'polling' ? beginPolling(take) : beginWebhook()
      running = begun.catch(error => log('telegram.begin.failed', { error: faultOf(error) }))
    },
    async end() {
      ending.abort()
      await running
    },
  }
}

const checkSetUp = ({ token, mode, webhookSecret }: TelegramOptions): void => {
  if (!token) throw new Error('TELEGRAM_BOT_TOKEN is missing')
  if (mode === 'webhook' && !webhookSecret) throw new Error('TELEGRAM_WEBHOOK_SECRET is missing: webhook mode needs it')
  if (webhookSecret && !isWebhookSecret(webhookSecret)) {
    throw new Error('TELEGRAM_WEBHOOK_SECRET must be 1 to 256 of A-Z a-z 0-9 _ -')
  }
}

const apiOf = ({ token, apiRoot }: TelegramOptions, timeoutMs: number, signal?: AbortSignal): Api => {
  const root = (apiRoot || TELEGRAM).replace(/\/+$/, '')
  const api = new Api(token, { apiRoot: root, timeoutSeconds: timeoutMs / 1000 })
  if (!onWorkers) api.config.use(nodeLine({ root, token, timeoutMs, signal }))
  return api
}

/** A pause that an abort cuts short; it keeps no process alive. */
const abortableSleep = (ms: number, signal: AbortSignal): Promise<void> =>
  pause(ms, undefined, { signal, ref: false }).catch(() => undefined)
