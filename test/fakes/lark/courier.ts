import { encrypt, sign } from './crypto.ts'
import type { State } from './state.ts'

/** How an event or callback was answered: HTTP statuses of every attempt (0: none), and the last body. */
export interface Delivered {
  statuses: number[]
  body: string
}

/** The platform waits so long for an answer, in ms, and tries an event again after these. */
const ANSWER_WITHIN = 3000
const RETRIES = [15_000, 300_000, 3600_000, 6 * 3600_000]

export interface Courier {
  /** Pushes an event: encrypted, signed, and tried again until answered 200. */
  event(payload: object): Promise<Delivered>
  /** Pushes a card callback: once. */
  callback(payload: object): Promise<Delivered>
  /** The newest push once more, signed afresh. */
  again(): Promise<Delivered>
}

/** Brings events to one webhook. */
export const courier = (state: State, url: () => string): Courier => {
  let last: object = {}

  const once = async (payload: object): Promise<{ status: number; body: string }> => {
    const body = JSON.stringify({ encrypt: await encrypt(state.encryptKey, JSON.stringify(payload)) })
    const timestamp = String(Math.floor(state.now() / 1000))
    const nonce = String(Math.floor(Math.random() * 1e9))
    const headers = {
      'content-type': 'application/json',
      'X-Lark-Request-Timestamp': timestamp,
      'X-Lark-Request-Nonce': nonce,
      'X-Lark-Signature': await sign(timestamp, nonce, state.encryptKey, body),
    }
    try {
      const signal = AbortSignal.timeout(ANSWER_WITHIN)
      const answer = await fetch(url(), { method: 'POST', headers, body, signal })
      return { status: answer.status, body: await answer.text() }
    } catch {
      return { status: 0, body: '' }
    }
  }

  const callback = async (payload: object): Promise<Delivered> => {
    last = payload
    const { status, body } = await once(payload)
    return { statuses: [status], body }
  }

  return {
    callback,
    again: () => callback(last),
    async event(payload) {
      last = payload
      const delivered: Delivered = { statuses: [], body: '' }
      for (const pause of [0, ...RETRIES]) {
        await new Promise(resolve => setTimeout(resolve, pause * state.pace))
        const { status, body } = await once(payload)
        delivered.statuses.push(status)
        delivered.body = body
        if (status === 200) break
      }
      return delivered
    },
  }
}
