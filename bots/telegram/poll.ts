import type { Api } from 'grammy'
import { NotStored } from '../../src/chat/channel.ts'
import type { Inbound } from '../../src/chat/inbound.ts'
import { urgentFirst } from '../../src/chat/urgent.ts'
import { type Parsed, parseUpdate } from './parse.ts'
import { type Patience, persist } from './persist.ts'
import type { Receive } from './receive.ts'
import { WANTED } from './register.ts'

/** How long Telegram holds a question open when it has nothing, in seconds. */
export const POLL_SECONDS = 50

/** Chats whose updates are taken side by side; within one chat they keep their order. */
const CHATS_AT_ONCE = 16

/** An update that fails otherwise than by the store is our fault: after so many tries it is logged and passed over. */
const MOST_TRIES = 10

const passOver = (error: unknown, tries: number): boolean => !(error instanceof NotStored) && tries >= MOST_TRIES

/**
 * Long polling until the channel ends. A batch is confirmed (by asking past it) only when every update in it is on
 * disk; on the way out the updates in hand are finished and no others begun.
 */
export const poll = async (api: Api, receive: Receive, now: () => number, patience: Patience): Promise<void> => {
  let offset = 0
  while (!patience.signal.aborted) {
    const ask = () => api.getUpdates({ offset, timeout: POLL_SECONDS, allowed_updates: WANTED })
    const batch = await persist('telegram.poll.failed', ask, patience)
    if (!batch) return
    await takeBatch(batch, receive, now, patience)
    offset = Math.max(offset, ...batch.map(update => update.update_id + 1))
  }
}

const takeBatch = async (batch: unknown[], receive: Receive, now: () => number, patience: Patience): Promise<void> => {
  const parsed = batch.map(update => parseUpdate(update, now()))
  const chats = [...Map.groupBy(urgentFirst(parsed, inboundOf), chatOf).values()]
  const worker = async (): Promise<void> => {
    for (let chat = chats.shift(); chat; chat = chats.shift()) await takeInOrder(chat, receive, patience)
  }
  await Promise.all(Array.from({ length: CHATS_AT_ONCE }, worker))
}

const inboundOf = (parsed: Parsed): Inbound | undefined => (parsed.is === 'turn' ? parsed.inbound : undefined)

const chatOf = (parsed: Parsed): string => (parsed.is === 'turn' ? parsed.inbound.address : '')

const takeInOrder = async (updates: Parsed[], receive: Receive, patience: Patience): Promise<void> => {
  for (const parsed of updates) {
    if (patience.signal.aborted) return
    await persist('telegram.update.failed', () => receive(parsed), patience, passOver)
  }
}
