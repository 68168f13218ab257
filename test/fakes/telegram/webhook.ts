import { type Answer, badRequest, done } from './answers.ts'
import { isLoopback } from './messages.ts'
import { intOf, type Params, textOf } from './params.ts'
import type { Delivered, State, Update, Webhook } from './state.ts'
import { enqueue, rememberWanted } from './updates.ts'

const PORTS = ['', '443', '80', '88', '8443']

/** The platform's waits, in milliseconds, before `pace` is applied. */
const ANSWER_WITHIN = 60_000
const TAP_EXPIRES = 150_000
const OTHERS_EXPIRE = 24 * 3600_000

/** `setWebhook`. Addresses on this machine are taken with http and on any port, which the platform would refuse. */
export const setWebhook = (state: State, params: Params): Answer => {
  const url = textOf(params, 'url')
  const secret = textOf(params, 'secret_token')
  if (url === '') return deleteWebhook(state)
  if (!/^[\w-]{0,256}$/.test(secret)) return badRequest('secret token contains unallowed characters')
  const target = URL.parse(url)
  if (!target) return badRequest('bad webhook: invalid URL specified')
  if (!isLoopback(url)) {
    if (target.protocol !== 'https:') return badRequest('bad webhook: An HTTPS URL must be provided for webhook')
    if (!PORTS.includes(target.port)) {
      return badRequest('bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443')
    }
  }
  rememberWanted(state, params)
  state.webhook = { url, secret, maxConnections: intOf(params, 'max_connections') ?? 40 }
  state.onWebhook()
  return done()
}

export const deleteWebhook = (state: State): Answer => {
  state.webhook = undefined
  return done()
}

export const getWebhookInfo = (state: State): Answer =>
  done({
    url: state.webhook?.url ?? '',
    has_custom_certificate: false,
    pending_update_count: state.queue.length,
    max_connections: state.webhook?.maxConnections ?? 40,
    ...(state.allowed && { allowed_updates: state.allowed }),
  })

export interface Courier {
  /** Delivers one update, after the earlier ones of its chat. */
  deliver(update: Update, settle: (delivered: Delivered) => void): void
  stop(): void
}

/** Delivers to the webhook as the platform does: in order within a chat, tried again until answered 2xx or expired. */
export const courier = (state: State, execute: (method: string, params: Params) => void): Courier => {
  const chains = new Map<number, Promise<void>>()
  const ending = new AbortController()

  const attempt = async (update: Update, webhook: Webhook): Promise<Attempt> => {
    const answer = await post(update, webhook, ANSWER_WITHIN * state.pace, ending.signal)
    if (isTaken(answer.status)) executeAnswer(answer.body, execute)
    return answer
  }

  const bring = async (update: Update, settle: (delivered: Delivered) => void): Promise<void> => {
    const delivered: Delivered = { updateId: update.update_id, attempts: [], taken: false }
    const expires = Date.now() + ('callback_query' in update ? TAP_EXPIRES : OTHERS_EXPIRE) * state.pace
    while (!delivered.taken && Date.now() < expires && !ending.signal.aborted) {
      if (!state.webhook) return enqueue(state, update, settle)
      const answer = await attempt(update, state.webhook)
      delivered.attempts.push({ status: answer.status, body: answer.body, at: Date.now() })
      delivered.taken = isTaken(answer.status)
      if (!delivered.taken) await wait(pauseAfter(delivered.attempts.length, answer) * state.pace, ending.signal)
    }
    settle(delivered)
  }

  return {
    deliver(update, settle) {
      const chat = chatIdOf(update)
      const before = chains.get(chat) ?? Promise.resolve()
      const mine = before.then(() => bring(update, settle))
      chains.set(chat, mine)
      void mine.then(() => chains.get(chat) === mine && chains.delete(chat))
    },
    stop: () => ending.abort(),
  }
}

interface Attempt {
  status: number
  body: string
  retryAfter: number
}

const isTaken = (status: number): boolean => status >= 200 && status <= 299

/** At once, then 2, 4, 8 … seconds up to a random 60 to 120; `Retry-After` is honoured up to an hour. */
const pauseAfter = (tries: number, { retryAfter }: Attempt): number => {
  if (retryAfter > 0) return Math.min(retryAfter, 3600) * 1000
  return tries === 1 ? 0 : Math.min(2 ** (tries - 1), 60 + Math.random() * 60) * 1000
}

const post = async (update: Update, { url, secret }: Webhook, ms: number, signal: AbortSignal): Promise<Attempt> => {
  const headers = { 'content-type': 'application/json', ...(secret && { 'X-Telegram-Bot-Api-Secret-Token': secret }) }
  const limit = AbortSignal.any([signal, AbortSignal.timeout(Math.max(1000, ms))])
  try {
    const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(update), signal: limit })
    const retryAfter = Number(answer.headers.get('retry-after') ?? 0)
    return { status: answer.status, body: await answer.text(), retryAfter }
  } catch {
    return { status: 0, body: '', retryAfter: 0 }
  }
}

/** The platform carries out a `method` that it finds in the body of an answer. */
const executeAnswer = (body: string, execute: (method: string, params: Params) => void): void => {
  try {
    const { method, ...params } = JSON.parse(body)
    if (typeof method === 'string') execute(method, params)
  } catch {
    // No JSON: nothing to carry out.
  }
}

const chatIdOf = (update: Update): number => {
  const body = Object.values(update).find(value => typeof value === 'object' && value !== null) ?? {}
  const chat = 'chat' in body ? body.chat : 'from' in body ? body.from : undefined
  return typeof chat === 'object' && chat !== null && 'id' in chat ? Number(chat.id) : 0
}

const wait = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise(resolve => {
    if (signal.aborted) return resolve()
    const clock = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => {
      clearTimeout(clock)
      resolve()
    })
  })
