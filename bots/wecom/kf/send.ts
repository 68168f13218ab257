import type { Delivery, Outgoing } from '../../../src/chat/channel.ts'
import type { WecomApi } from '../api.ts'
import { attempt, type Log } from '../faults.ts'
import { partsInOrder } from '../half-sent.ts'
import { uploaded } from '../picture.ts'
import { wordsBeside } from '../words.ts'
import { readKfAddress } from './parse.ts'
import { type KfPart, renderKf } from './render.ts'
import type { Windows } from './window.ts'

/** A person who has just come in may be welcomed once, by a code that lives for 20 s. */
export interface Welcomes {
  put(address: string, code: string): void
  /** The code, once. */
  take(address: string): string | undefined
}

const WELCOME_MS = 18_000
const MOST_WELCOMES = 10_000

export const welcomes = (now: () => number): Welcomes => {
  const held = new Map<string, { code: string; until: number }>()
  return {
    put(address, code) {
      for (const [one, { until }] of held) if (until < now() || held.size > MOST_WELCOMES) held.delete(one)
      held.set(address, { code, until: now() + WELCOME_MS })
    },
    take(address) {
      const welcome = held.get(address)
      held.delete(address)
      return welcome && welcome.until >= now() ? welcome.code : undefined
    },
  }
}

export interface KfSendDeps {
  api: WecomApi
  windows: Windows
  welcomes: Welcomes
  /** The conversation of an account. */
  owner: (user: string) => string
  publicUrl: string | undefined
  log: Log
}

/**
 * Sends one message to a parent. What the budget does not pay for is held until they write again, and says so; the
 * last message that is paid for says that there is more.
 */
export const kfSender = (deps: KfSendDeps): ((message: Outgoing) => Promise<Delivery>) => {
  const inOrder = partsInOrder()
  return async ({ id, address, reply, late }) => {
    const say = late ? `${wordsBeside(reply.say).late}\n${reply.say}` : reply.say
    const parts = renderKf({ ...reply, say })
    if (parts.length === 0) return { outcome: 'refused', error: 'nothing to say' }
    try {
      return await inOrder(id, parts, (part, n) => sendPart(deps, address, part, parts.length - n))
    } catch {
      // The budget could not be read or written: the store is out of reach for a moment.
      return { outcome: 'again', error: 'store' }
    }
  }
}

const sendPart = async (deps: KfSendDeps, address: string, part: KfPart, toGo: number): Promise<Delivery> => {
  const { user } = readKfAddress(address)
  const owner = deps.owner(user)
  const code = part.msgtype === 'image' ? undefined : deps.welcomes.take(address)
  if (code) {
    const welcomed = await attempt(() => deps.api.post('/cgi-bin/kf/send_msg_on_event', { code, ...part }), deps.log)
    if (welcomed.outcome === 'sent') return welcomed
  }
  const left = await deps.windows.left(owner)
  if (left === 0) return { outcome: 'hold' }
  const told = left === 1 && toGo > 1 ? unfinished(part) : part
  const delivery = await attempt(() => call(deps, address, told), deps.log)
  if (delivery.outcome === 'sent') await deps.windows.spend(owner)
  if (delivery.outcome === 'hold') await deps.windows.exhaust(owner)
  return part.msgtype === 'image' && delivery.outcome === 'refused' ? { outcome: 'sent' } : delivery
}

/** The last text that is paid for says that there is more; texts are cut so that this line fits. */
const unfinished = (part: KfPart): KfPart =>
  part.msgtype === 'text'
    ? { msgtype: 'text', text: { content: `${part.text.content}\n${wordsBeside(part.text.content).unfinished}` } }
    : part

const call = async ({ api, publicUrl }: KfSendDeps, address: string, part: KfPart) => {
  const { openKfId, user } = readKfAddress(address)
  const base = { touser: user, open_kfid: openKfId }
  if (part.msgtype !== 'image') return api.post('/cgi-bin/kf/send_msg', { ...base, ...part })
  const media = await uploaded(api, part.image, publicUrl)
  if (typeof media !== 'string') return media
  return api.post('/cgi-bin/kf/send_msg', { ...base, msgtype: 'image', image: { media_id: media } })
}
