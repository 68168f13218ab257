import type { Database } from '../db/database.ts'
import { type Statement, statement } from '../db/statement.ts'

/** A message that was given up, as the operator sees it: where it was going and why it did not get there. No text. */
export interface DeadLetter {
  id: string
  channel: string
  /** The platform's kind of refusal, in the channel's own short word. */
  error: string
  /** Epoch ms. */
  deadAt: number
  /** Its time is not over and its text is still there. */
  canGoAgain: boolean
}

const LETTERS = `SELECT o.id, c.channel, o.error, o.dead_at, o.expires_at > ? AND o.payload IS NOT NULL
  FROM outbox o JOIN conversation c ON c.id = o.conversation
  WHERE o.dead_at IS NOT NULL ORDER BY o.dead_at DESC, o.n DESC LIMIT ? OFFSET ?`

/** Dead letters, the newest first. They are kept for seven days. */
export const readDeadLetters = async (
  db: Pick<Database, 'read'>,
  now: number,
  { limit, offset }: { limit: number; offset: number },
): Promise<DeadLetter[]> => {
  const [rows = []] = await db.read([statement(LETTERS, now, limit, offset)])
  return rows.map(([id, channel, error, deadAt, canGoAgain]) => ({
    id: String(id),
    channel: String(channel),
    error: String(error ?? ''),
    deadAt: Number(deadAt),
    canGoAgain: canGoAgain === 1,
  }))
}

/** Whether a dead letter can go again at `now`: a SELECT of 1. What is late is never sent. */
export const canGoAgain = (id: string, now: number): Statement =>
  statement(
    'SELECT count(*) FROM outbox WHERE id = ? AND dead_at IS NOT NULL AND expires_at > ? AND payload IS NOT NULL',
    id,
    now,
  )

/** Puts a dead letter back into the line, and counts its person as reachable until the platform says otherwise. */
export const sendAgain = (id: string, now: number): Statement[] => [
  statement('UPDATE conversation SET gone_at = NULL WHERE id = (SELECT conversation FROM outbox WHERE id = ?)', id),
  statement(
    'UPDATE outbox SET dead_at = NULL, error = NULL, tries = 0, claimed_until = 0, not_before = ? WHERE id = ?',
    now,
    id,
  ),
]

/** Whether there is this dead letter: a SELECT of 1. */
export const isDead = (id: string): Statement =>
  statement('SELECT count(*) FROM outbox WHERE id = ? AND dead_at IS NOT NULL', id)

/** Lets a dead letter go before its seven days are over. */
export const dropLetter = (id: string): Statement => statement('DELETE FROM outbox WHERE id = ?', id)
