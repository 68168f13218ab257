import { decrypt, encrypt, sign } from './crypto.ts'
import type { State } from './state.ts'

/** How a callback was answered: the statuses of every attempt (0: none) and, decrypted, what was answered passively. */
export interface Delivered {
  statuses: number[]
  passive: string
}

const ANSWER_WITHIN = 5000
const RETRIES = [1000, 5000, 15_000]

const value = (xml: string, name: string): string =>
  new RegExp(`<${name}>(?:<!\\[CDATA\\[)?([\\s\\S]*?)(?:\\]\\]>)?</${name}>`).exec(xml)?.[1] ?? ''

export interface Courier {
  push(inner: string): Promise<Delivered>
  /** The newest push once more, encrypted and signed afresh. */
  again(): Promise<Delivered>
  /** Asks the address to prove itself, as when it is saved: its status and what it answered. */
  verify(message: string): Promise<{ status: number; body: string }>
}

/** Brings callbacks to one address: encrypted, signed, tried four times in all. */
export const courier = (state: State, url: () => string): Courier => {
  let last = ''

  const signed = async (encrypted: string): Promise<URLSearchParams> => {
    const timestamp = String(Math.floor(state.now() / 1000))
    const nonce = String(state.next++).padStart(10, '1')
    const msg_signature = await sign(state.token, timestamp, nonce, encrypted)
    return new URLSearchParams({ msg_signature, timestamp, nonce })
  }

  const once = async (inner: string): Promise<{ status: number; passive: string }> => {
    const encrypted = await encrypt(state.encodingAesKey, inner, state.corpId)
    const body = `<xml><ToUserName><![CDATA[${state.corpId}]]></ToUserName><AgentID><![CDATA[${state.agentId}]]></AgentID><Encrypt><![CDATA[${encrypted}]]></Encrypt></xml>`
    try {
      const signal = AbortSignal.timeout(ANSWER_WITHIN)
      const answer = await fetch(`${url()}?${await signed(encrypted)}`, { method: 'POST', body, signal })
      return { status: answer.status, passive: await opened(await answer.text()) }
    } catch {
      return { status: 0, passive: '' }
    }
  }

  /** A passive answer is taken only when its signature fits and it is meant for this corp. */
  const opened = async (text: string): Promise<string> => {
    const encrypted = value(text, 'Encrypt')
    if (encrypted === '') return ''
    const expected = await sign(state.token, value(text, 'TimeStamp'), value(text, 'Nonce'), encrypted)
    if (value(text, 'MsgSignature') !== expected) throw new Error('a passive answer with a wrong signature')
    const { message, receiveId } = await decrypt(state.encodingAesKey, encrypted)
    if (receiveId !== state.corpId) throw new Error('a passive answer for another corp')
    return message
  }

  const again = async (): Promise<Delivered> => {
    const { status, passive } = await once(last)
    return { statuses: [status], passive }
  }

  return {
    again,
    async push(inner) {
      last = inner
      const delivered: Delivered = { statuses: [], passive: '' }
      for (const pause of [0, ...RETRIES]) {
        await new Promise(resolve => setTimeout(resolve, pause * state.pace))
        const { status, passive } = await once(inner)
        delivered.statuses.push(status)
        delivered.passive = passive
        if (status === 200) break
      }
      return delivered
    },
    async verify(message) {
      const echostr = await encrypt(state.encodingAesKey, message, state.corpId)
      const query = await signed(echostr)
      query.set('echostr', echostr)
      const answer = await fetch(`${url()}?${query}`)
      return { status: answer.status, body: await answer.text() }
    },
  }
}

export { value }
