import type { Delivery, Outgoing } from '../../src/chat/channel.ts'
import type { WecomApi } from './api.ts'
import { attempt, type Log } from './faults.ts'
import { partsInOrder } from './half-sent.ts'
import { memberRate } from './member-rate.ts'
import { uploaded } from './picture.ts'
import { type Part, render } from './render.ts'

export interface AppSendDeps {
  api: WecomApi
  agentId: number
  publicUrl: string | undefined
  now: () => number
  log: Log
}

/** Sends one message to a member as its parts. Every failure is a `Delivery`; nothing is thrown. */
export const appSender = (deps: AppSendDeps): ((message: Outgoing) => Promise<Delivery>) => {
  const inOrder = partsInOrder()
  const rate = memberRate(deps.now)
  return async ({ id, address, reply }) => {
    const parts = render(reply, id)
    if (parts.length === 0) return { outcome: 'refused', error: 'nothing to say' }
    return inOrder(id, parts, part => {
      const ms = rate.wait(address)
      if (ms > 0) return Promise.resolve({ outcome: 'wait', ms, scope: 'recipient' })
      rate.count(address)
      return sendPart(deps, address, part)
    })
  }
}

const sendPart = async (deps: AppSendDeps, touser: string, part: Part): Promise<Delivery> => {
  const delivery = await attempt(() => callFor(deps, touser, part), deps.log)
  // A picture that cannot be had must not take the words with it.
  return part.msgtype === 'image' && delivery.outcome === 'refused' ? { outcome: 'sent' } : delivery
}

const callFor = async ({ api, agentId, publicUrl }: AppSendDeps, touser: string, part: Part) => {
  const base = { touser, agentid: agentId, safe: 0, enable_id_trans: 0 }
  if (part.msgtype !== 'image') return api.post('/cgi-bin/message/send', { ...base, ...part })
  const media = await uploaded(api, part.image, publicUrl)
  if (typeof media !== 'string') return media
  return api.post('/cgi-bin/message/send', { ...base, msgtype: 'image', image: { media_id: media } })
}
