import type { Database } from '../db/database.ts'
import { channelMemory } from '../db/schema/index.ts'
import { insert, statement } from '../db/statement.ts'
import type { ChannelName } from './inbound.ts'

/** What a channel remembers over a restart, by kind and owner. Values hold no name, account or text of a person. */
export interface Memory {
  get(kind: string, owner: string): Promise<string | undefined>
  /** Resolves when it is on disk. */
  set(kind: string, owner: string, value: string): Promise<void>
}

const GET = 'SELECT value FROM channel_memory WHERE channel = ? AND kind = ? AND owner = ?'
const UPSERT = 'ON CONFLICT (channel, kind, owner) DO UPDATE SET value = excluded.value, at = excluded.at'

/** One channel's memory. Throws what the database throws. */
export const memoryOf = (db: Database, channel: ChannelName, now: () => number): Memory => ({
  async get(kind, owner) {
    const [rows = []] = await db.read([statement(GET, channel, kind, owner)])
    const value = rows[0]?.[0]
    return typeof value === 'string' ? value : undefined
  },
  async set(kind, owner, value) {
    await db.write([insert(channelMemory, { channel, kind, owner, value, at: now() }, UPSERT)])
  },
})
