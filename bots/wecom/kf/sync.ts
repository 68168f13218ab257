import * as z from 'zod'
import type { TakeTurn } from '../../../src/chat/channel.ts'
import type { Memory } from '../../../src/chat/memory.ts'
import { KeyedQueue } from '../../../src/chat/queue.ts'
import { NoAnswer, type WecomApi } from '../api.ts'
import type { Log } from '../faults.ts'
import { type KfParsed, kfAddress, parseKfMessage } from './parse.ts'
import type { Welcomes } from './send.ts'
import type { Windows } from './window.ts'

/** Messages asked for at once. */
const PAGE = 1000

const Page = z.object({
  errcode: z.literal(0),
  next_cursor: z.string().optional(),
  has_more: z.number().optional(),
  msg_list: z.array(z.unknown()).optional(),
})

export interface SyncDeps {
  api: WecomApi
  memory: Memory
  windows: Windows
  welcomes: Welcomes
  owner: (user: string) => string
  now: () => number
  onUnknown: (kind: string) => void
  /** Told of everybody who wrote, so that their place in 家校通讯录 can be looked up. */
  onPerson: (user: string) => void
  log: Log
}

/** The feed could not be read now; it is tried again. */
export class FeedUnread extends Error {
  override name = 'FeedUnread'
}

/**
 * Reads the feed of 微信客服 from where the last reading stopped. The place is kept only when every message before it
 * is on disk, and a message read twice is one turn: over a crash nothing is skipped and nothing is done twice.
 */
export const feedReader = (deps: SyncDeps) => {
  const queue = new KeyedQueue()

  const page = async (openKfId: string, token: string, take: TakeTurn): Promise<boolean> => {
    const cursor = (await deps.memory.get('cursor', openKfId)) ?? ''
    const asked = { cursor, token, limit: PAGE, open_kfid: openKfId }
    const answered = await deps.api.post('/cgi-bin/kf/sync_msg', asked)
    const read = Page.safeParse(answered.body)
    if (!read.success) {
      deps.log('wecom.feed.failed', { code: answered.errcode })
      throw new FeedUnread(String(answered.errcode))
    }
    const { msg_list = [], next_cursor = '', has_more = 0 } = read.data
    await takeAll(msg_list, openKfId, deps, take)
    if (next_cursor && next_cursor !== cursor) await deps.memory.set('cursor', openKfId, next_cursor)
    return has_more === 1 && next_cursor !== cursor
  }

  return {
    /**
     * Takes everything that waits in one account's feed; resolves once it is on disk.
     * @throws FeedUnread, NoAnswer or NotStored: nothing of the place has moved, and it can be tried again.
     */
    read: (openKfId: string, token: string, take: TakeTurn): Promise<void> =>
      queue.run(openKfId, async () => {
        let goesOn = true
        while (goesOn) goesOn = await page(openKfId, token, take)
      }),
    idle: () => queue.idle(),
  }
}

export type FeedReader = ReturnType<typeof feedReader>

export const isPassing = (error: unknown): boolean => error instanceof FeedUnread || error instanceof NoAnswer

/** One person's messages in their order, different persons side by side. */
const takeAll = async (list: unknown[], openKfId: string, deps: SyncDeps, take: TakeTurn): Promise<void> => {
  const parsed = list.map(raw => parseKfMessage(raw, openKfId, deps.now()))
  const people = Map.groupBy(parsed, one => (one.is === 'turn' ? one.inbound.account : ''))
  await Promise.all(
    [...people.values()].map(async messages => {
      for (const message of messages) await takeOne(message, openKfId, deps, take)
    }),
  )
}

const takeOne = async (message: KfParsed, openKfId: string, deps: SyncDeps, take: TakeTurn): Promise<void> => {
  if (message.is === 'ignored') return deps.onUnknown(message.kind)
  const { inbound, spoke, welcome } = message
  if (spoke) await deps.windows.open(deps.owner(inbound.account), inbound.sentAt)
  if (welcome) deps.welcomes.put(kfAddress(openKfId, inbound.account), welcome)
  await take(inbound)
  deps.onPerson(inbound.account)
}
