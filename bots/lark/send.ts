import * as z from 'zod'
import type { Delivery, Outgoing } from '../../src/chat/channel.ts'
import type { LarkCall } from './client.ts'
import { deliveryOf } from './faults.ts'
import { type Answered, NoAnswer } from './line.ts'
import { type Part, render } from './render.ts'
import type { Log } from './socket.ts'

const Uploaded = z.object({ image_key: z.string() })

/** How long a picture of our own may take to fetch, in ms. */
const FETCH_TIMEOUT = 5000

/**
 * Sends one message as its parts. Every part carries an id of its own by which Lark drops repeats for an hour, so a
 * message that is tried again is not shown twice. Every failure is a `Delivery`; nothing is thrown.
 */
export const sender =
  (call: LarkCall, publicUrl: string | undefined, log: Log): ((message: Outgoing) => Promise<Delivery>) =>
  async ({ id, address, reply }) => {
    const parts = render(reply)
    if (parts.length === 0) return { outcome: 'refused', error: 'nothing to say' }
    for (const [n, part] of parts.entries()) {
      const delivery = await attempt(() => sendPart(call, address, part, `${id}.${n}`, publicUrl), log)
      if (delivery.outcome === 'refused' && part.type === 'image') continue
      if (delivery.outcome !== 'sent') return delivery
    }
    return { outcome: 'sent' }
  }

/** One call as a delivery. */
export const attempt = async (task: () => Promise<Answered>, log: Log): Promise<Delivery> => {
  try {
    const answer = await task()
    if (answer.code === 0) return { outcome: 'sent' }
    const { delivery, alarm } = deliveryOf(answer)
    if (alarm) log('lark.alarm', { code: answer.code })
    return delivery
  } catch (error) {
    return { outcome: 'again', error: error instanceof NoAnswer ? error.message : 'network' }
  }
}

const sendPart = async (
  call: LarkCall,
  address: string,
  part: Part,
  uuid: string,
  publicUrl: string | undefined,
): Promise<Answered> => {
  const uploaded = part.type === 'image' ? await upload(call, part.image, publicUrl) : undefined
  if (uploaded && uploaded.code !== 0) return uploaded
  const content = part.type === 'image' ? JSON.stringify(Uploaded.parse(uploaded?.data)) : part.content
  return call({
    method: 'POST',
    url: '/open-apis/im/v1/messages',
    params: { receive_id_type: 'open_id' },
    data: { receive_id: address, msg_type: part.type, content, uuid },
  })
}

const UNFETCHED: Answered = { code: 234001, data: undefined, status: 400, resetMs: undefined }

const upload = async (call: LarkCall, image: string, publicUrl: string | undefined): Promise<Answered> => {
  const bytes = await bytesOf(image, publicUrl)
  if (!bytes) return UNFETCHED
  return call({
    method: 'POST',
    url: '/open-apis/im/v1/images',
    headers: { 'Content-Type': 'multipart/form-data' },
    data: { image_type: 'message', image: bytes },
  })
}

const DATA_URL = /^data:image\/\w+;base64,/

/** The bytes of a picture: of a `data:` address, or fetched from our own pages. */
const bytesOf = async (image: string, publicUrl: string | undefined): Promise<Uint8Array | undefined> => {
  const head = DATA_URL.exec(image)
  if (head) return Buffer.from(image.slice(head[0].length), 'base64')
  const url = URL.parse(image, publicUrl)
  if (!url || !/^https?:$/.test(url.protocol)) return undefined
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(FETCH_TIMEOUT) })
    return response.ok ? new Uint8Array(await response.arrayBuffer()) : undefined
  } catch {
    return undefined
  }
}
