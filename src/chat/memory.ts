import { type Database, Unavailable } from '../db/database.ts'
import { channelMemory } from '../db/schema/index.ts'
import { insert, statement } from '../db/statement.ts'
import { NotStored } from './channel.ts'
import type { ChannelName } from './inbound.ts'

/** What a channel remembers over a restart, by kind and owner. Values hold no name, account or text of a person. */
export interface Memory {
  get(kind: string, owner: string): Promise<string | undefined>
  /** Everybody of whom something of this kind is kept. */
  owners(kind: string): Promise<string[]>
  /** Resolves when it is on disk. */
  set(kind: string, owner: string, value: string): Promise<void>
}

const GET = 'SELECT value FROM channel_memory WHERE channel = ? AND kind = ? AND owner = ?'
const OWNERS = 'SELECT owner FROM channel_memory WHERE channel = ? AND kind = ?'
const UPSERT = 'ON CONFLICT (channel, kind, owner) DO UPDATE SET value = excluded.value, at = excluded.at'

/** One channel's memory. @throws NotStored when the database is out of reach: what hangs on it must come again. */
export const memoryOf = (db: Database, channel: ChannelName, now: () => number): Memory => ({
  async get(kind, owner) {
    const [rows = []] = await reached(db.read([statement(GET, channel, kind, owner)]))
    const value = rows[0]?.[0]
    return typeof value === 'string' ? value : undefined
  },
  async owners(kind) {
    const [rows = []] = await reached(db.read([statement(OWNERS, channel, kind)]))
    return rows.map(row => String(row[0]))
  },
  async set(kind, owner, value) {
    await reached(db.write([insert(channelMemory, { channel, kind, owner, value, at: now() }, UPSERT)]))
  },
})

const reached = <T>(work: Promise<T>): Promise<T> =>
  work.catch((error: unknown) => {
    throw error instanceof Unavailable ? new NotStored('the memory is out of reach') : error
  })
