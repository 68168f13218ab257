import * as z from 'zod'
import type { Delivery } from '../../src/chat/channel.ts'
import { inBytes, splitText } from '../../src/chat/split.ts'

/** A robot of a WeCom group (群机器人). Its key is its secret; no address need be listed for it. */
export interface GroupRobot {
  key: string
  /** Root of the API, when it is not WeCom's own. */
  root?: string
}

/** A document for a group: a line of title, plain words, and a page to open. */
export interface GroupDocument {
  title: string
  text: string
  url?: string
}

const LONGEST = 2048
const TIMEOUT_MS = 10_000
const WECOM = 'https://qyapi.weixin.qq.com'
/** Robot removed or switched off. */
const DEAD = [93000, 93004]

const Answered = z.object({ errcode: z.number() })

/** Posts a document to a group, in parts where it is long. `gone` means the robot is dead. Never throws. */
export const postToGroup = async (
  { key, root }: GroupRobot,
  { title, text, url }: GroupDocument,
): Promise<Delivery> => {
  const words = [title, text, url].filter(Boolean).join('\n')
  for (const content of splitText(words, LONGEST, inBytes)) {
    const delivery = await post(`${root ?? WECOM}/cgi-bin/webhook/send?key=${encodeURIComponent(key)}`, content)
    if (delivery.outcome !== 'sent') return delivery
  }
  return { outcome: 'sent' }
}

const post = async (url: string, content: string): Promise<Delivery> => {
  try {
    const response = await fetch(url, {
      method: 'POST',
      body: JSON.stringify({ msgtype: 'text', text: { content } }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    const answered = Answered.safeParse(await response.json())
    return answered.success ? deliveryOf(answered.data.errcode) : { outcome: 'again', error: String(response.status) }
  } catch {
    return { outcome: 'again', error: 'network' }
  }
}

const deliveryOf = (errcode: number): Delivery => {
  if (errcode === 0) return { outcome: 'sent' }
  if (DEAD.includes(errcode)) return { outcome: 'gone', error: String(errcode) }
  if (errcode === 45009) return { outcome: 'wait', ms: 60_000, scope: 'recipient' }
  if (errcode === -1) return { outcome: 'again', error: 'busy' }
  return { outcome: 'refused', error: String(errcode) }
}
