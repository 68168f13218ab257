import { createHmac } from 'node:crypto'
import * as z from 'zod'
import type { Delivery } from '../../src/chat/channel.ts'

/** A custom bot of a group (自定义机器人): its address is its key. */
export interface GroupBot {
  /** `https://open.feishu.cn/open-apis/bot/v2/hook/…`, as the group's settings show it. */
  hook: string
  /** 签名校验; the address alone is no protection. */
  secret?: string
}

/** A document for a group: a line of title, plain words, and a page to open. */
export interface GroupDocument {
  title: string
  text: string
  url?: string
}

/** Texts of at most so many bytes; the platform takes 20 KB of JSON. */
const LONGEST = 15_000
const TIMEOUT_MS = 10_000
/** Bot removed, or its address wrong. */
const DEAD = [19001, 19002]
const TOO_FAST = [11232]

const Answered = z.object({ code: z.number() })

/** The sign of a custom bot: HMAC-SHA256 of nothing, under seconds and secret. */
export const groupSign = (seconds: string, secret: string): string =>
  createHmac('sha256', `${seconds}\n${secret}`).update('').digest('base64')

/** Posts a document to a group. `gone` means the bot was removed. Never throws. */
export const postToGroup = async (
  { hook, secret }: GroupBot,
  { title, text, url }: GroupDocument,
  now: number,
): Promise<Delivery> => {
  const timestamp = String(Math.floor(now / 1000))
  const words = [title, text, url].filter(Boolean).join('\n')
  if (Buffer.byteLength(words) > LONGEST) return { outcome: 'refused', error: 'too long' }
  const body = {
    ...(secret ? { timestamp, sign: groupSign(timestamp, secret) } : {}),
    msg_type: 'text',
    content: { text: words },
  }
  try {
    const response = await fetch(hook, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    const answered = Answered.safeParse(await response.json())
    return answered.success ? deliveryOf(answered.data.code) : { outcome: 'again', error: String(response.status) }
  } catch {
    return { outcome: 'again', error: 'network' }
  }
}

const deliveryOf = (code: number): Delivery => {
  if (code === 0) return { outcome: 'sent' }
  if (DEAD.includes(code)) return { outcome: 'gone', error: String(code) }
  if (TOO_FAST.includes(code)) return { outcome: 'wait', ms: 1000, scope: 'recipient' }
  return { outcome: 'refused', error: String(code) }
}
