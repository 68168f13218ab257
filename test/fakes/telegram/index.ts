import { type Faults, newFaults } from './faults.ts'
import { carryOut } from './methods.ts'
import { type People, peopleOf } from './people.ts'
import { listen, serve } from './server.ts'
import { type Call, type Delivered, type Gone, newState, type Options, type SentMessage, type Update } from './state.ts'
import { enqueue, isWanted } from './updates.ts'
import { courier } from './webhook.ts'

export type { Fault } from './faults.ts'
export type { Person } from './people.ts'
export type { Button, Call, Delivered, Options, SentMessage } from './state.ts'

export interface FakeTelegram extends People {
  /** The root of its Bot API, for `TELEGRAM_API_ROOT`. */
  url: string
  /** Messages of the bot in the order they were taken; edits change them in place. */
  sent: SentMessage[]
  /** Every call that carried the right token, refused ones too. */
  calls: Call[]
  /** Updates that people and tests brought about, in order. */
  pushed: Update[]
  /** Menus set by `setMyCommands`, by language code. */
  commands: Map<string, unknown>
  failNext: Faults['failNext']
  /** From now on nothing can be sent to this chat, in the platform's words. */
  blockChat(id: number, how?: Gone): void
  unblockChat(id: number): void
  /** Makes a chat known without a word from it. */
  openChat(id: number): void
  /** The group lives on under another id. */
  migrate(from: number, to: number): void
  /** A file that `getFile` knows; answers its id. */
  addFile(bytes: Uint8Array, path: string): string
  /** Delivers to this webhook, as after `setWebhook`. */
  useWebhook(url: string, secret: string): Promise<void>
  /** Sends a raw update; its id is set unless given. Resolves when it was taken, or given up. */
  push(update: Partial<Update>): Promise<Delivered>
  /** Resolves when the condition holds; rejects after `ms` (default 5 s). Looked at after every call. */
  until(holds: () => boolean, ms?: number): Promise<void>
  /** Messages to one chat. */
  sentTo(chat: number): SentMessage[]
  close(): Promise<void>
}

/** How often `until` looks, in milliseconds. */
const LOOK_EVERY = 2

/**
 * A server that speaks the Bot API as its documents and its published source do: limits, error codes and their
 * texts, retries, offsets. It knows no chat that has not written to it (unless `anyChat`), as the platform.
 */
export const startFakeTelegram = async (options: Options): Promise<FakeTelegram> => {
  const state = newState(options)
  const faults = newFaults()
  const couriers = courier(state, (method, params) => {
    state.calls.push({ method, params, at: Date.now() })
    void carryOut(state, method, params)
  })
  const server = serve(state, faults)
  server.keepAliveTimeout = 60_000
  const url = await listen(server)

  const pushed: Update[] = []
  const push = (given: Partial<Update>): Promise<Delivered> => {
    const update: Update = { ...given, update_id: given.update_id ?? state.nextUpdate++ }
    pushed.push(update)
    if (!isWanted(state, update)) return Promise.resolve({ updateId: update.update_id, attempts: [], taken: false })
    return new Promise(resolve => (state.webhook ? couriers.deliver(update, resolve) : enqueue(state, update, resolve)))
  }
  state.onWebhook = () => {
    for (const { update, settle } of state.queue.splice(0)) couriers.deliver(update, settle)
  }

  return {
    ...peopleOf(state, push),
    url,
    sent: state.sent,
    calls: state.calls,
    pushed,
    commands: state.commands,
    failNext: faults.failNext,
    blockChat: (id, how = 'blocked') => void state.gone.set(id, how),
    unblockChat: id => void state.gone.delete(id),
    openChat: id => void state.chats.add(id),
    migrate(from, to) {
      state.migrated.set(from, to)
      state.chats.add(to)
    },
    addFile(bytes, path) {
      const id = `file-${state.files.size + 1}`
      state.files.set(id, { path, bytes })
      return id
    },
    async useWebhook(url, secret) {
      await carryOut(state, 'setWebhook', { url, secret_token: secret })
    },
    push,
    until: (holds, ms = 5000) => until(holds, ms),
    sentTo: chat => state.sent.filter(message => message.chat_id === chat),
    async close() {
      couriers.stop()
      state.waiting?.(undefined)
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

const until = async (holds: () => boolean, ms: number): Promise<void> => {
  const deadline = Date.now() + ms
  while (!holds()) {
    if (Date.now() > deadline) throw new Error('waited in vain for the bot')
    await new Promise(resolve => setTimeout(resolve, LOOK_EVERY))
  }
}
