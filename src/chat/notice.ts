import type { Database } from '../db/database.ts'
import type { Keys } from '../db/keys.ts'
import { type Statement, statement } from '../db/statement.ts'
import { conversationId } from './conversation.ts'
import type { ChannelName } from './inbound.ts'

/** Statements in one write: small enough not to hold up the turns that wait behind it. */
const SLICE = 50

/**
 * Keeps where notices for people of a channel go. `address` is undefined for somebody who takes none (any more).
 * Only of people who have a conversation with us anything is kept.
 */
export const keepNoticeAddresses = async (
  db: Database,
  keys: Keys,
  channel: ChannelName,
  people: { account: string; address: string | undefined }[],
): Promise<void> => {
  const [rows = []] = await db.read([statement('SELECT id, notice_to FROM conversation WHERE channel = ?', channel)])
  const known = new Map(rows.map(([id, to]) => [String(id), typeof to === 'string' ? to : null]))
  const wanted = new Map<string, string | undefined>()
  for (const { account, address } of people) {
    const id = account === '' ? '' : conversationId(keys, channel, account)
    if (known.has(id)) wanted.set(id, address ?? wanted.get(id))
  }
  const changes = [...wanted].flatMap(([id, address]) => changed(keys, id, known.get(id) ?? null, address))
  for (let i = 0; i < changes.length; i += SLICE) await db.write(changes.slice(i, i + SLICE))
}

const SET = 'UPDATE conversation SET notice_to = ? WHERE id = ?'

const changed = (keys: Keys, id: string, before: string | null, address: string | undefined): Statement[] => {
  const told = before === null ? undefined : keys.unseal(before, id)
  if (told === address) return []
  return [statement(SET, address === undefined ? null : keys.seal(address, id), id)]
}
