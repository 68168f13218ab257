import { Agent as HttpAgent, type IncomingMessage, request as overHttp } from 'node:http'
import { Agent as HttpsAgent, request as overHttps } from 'node:https'
import type { Transformer } from 'grammy'

/** Connections kept open to the platform at the same time; the rest of a burst waits its turn. */
const MOST_SOCKETS = 40

/** Whether this program runs on Workers, whose only client is `fetch`. */
export const onWorkers = globalThis.navigator?.userAgent === 'Cloudflare-Workers'

/** The call got no answer. The message is `timeout` or `network`. */
export class NoAnswer extends Error {
  override name = 'NoAnswer'
}

export interface Line {
  /** Root of the Bot API, without a slash at its end. */
  root: string
  token: string
  timeoutMs: number
  /** Drops the calls in hand when it is aborted. */
  signal?: AbortSignal
}

interface Call {
  url: URL
  body: string
  /** False opens a connection for this call alone. */
  agent: HttpAgent | false
  timeoutMs: number
  signal?: AbortSignal
}

/**
 * Carries grammY's JSON calls over Node's own client with kept-alive connections: half the processor time of its
 * default. Uploads go grammY's own way. Workers have no such client and stay with grammY's `fetch`.
 */
export const nodeLine = ({ root, token, timeoutMs, signal }: Line): Transformer => {
  const kept = { keepAlive: true, maxSockets: MOST_SOCKETS }
  const agent = root.startsWith('https:') ? new HttpsAgent(kept) : new HttpAgent(kept)
  return async (prev, method, payload, grammySignal) => {
    if (isUpload(method, payload)) return prev(method, payload, grammySignal)
    const url = new URL(`${root}/bot${token}/${method}`)
    return JSON.parse(await post({ url, body: JSON.stringify(payload ?? {}), agent, timeoutMs, signal }))
  }
}

/** A photo or document by its bytes, not by an address that Telegram fetches. */
const isUpload = (method: string, payload: object): boolean => {
  if (method !== 'sendPhoto' && method !== 'sendDocument') return false
  return typeof Reflect.get(payload, method === 'sendPhoto' ? 'photo' : 'document') !== 'string'
}

const STALE = 'stale'

const post = async (call: Call): Promise<string> => {
  try {
    return await attempt(call)
  } catch (error) {
    // The platform closed a kept connection just as we wrote on it; a fresh one spares the message the back-off.
    if (error instanceof NoAnswer && error.cause === STALE) return await attempt({ ...call, agent: false })
    throw error
  }
}

const attempt = ({ url, body, agent, timeoutMs, signal }: Call): Promise<string> =>
  new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? overHttps : overHttp
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
    const request = send(url, { method: 'POST', headers, agent, signal }, answer => readAll(answer, resolve, reject))
    const clock = setTimeout(() => request.destroy(new NoAnswer('timeout')), timeoutMs)
    request.on('close', () => clearTimeout(clock))
    request.on('error', (error: NodeJS.ErrnoException) => {
      const cause = request.reusedSocket && error.code === 'ECONNRESET' ? STALE : undefined
      reject(error instanceof NoAnswer ? error : new NoAnswer('network', { cause }))
    })
    request.end(body)
  })

const readAll = (answer: IncomingMessage, resolve: (text: string) => void, reject: (error: Error) => void): void => {
  let text = ''
  answer.setEncoding('utf8')
  answer.on('data', piece => {
    text += piece
  })
  answer.on('end', () => resolve(text))
  answer.on('error', error => reject(error instanceof NoAnswer ? error : new NoAnswer('network')))
}
