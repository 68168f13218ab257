import type { Database } from '../../db/database.ts'
import type { Keys } from '../../db/keys.ts'
import { auditCheckpoint } from '../../db/schema/index.ts'
import { insert, type Row, type Statement, statement } from '../../db/statement.ts'
import { AUDIT_LIFE_MS, checkpointText } from './chain.ts'

/** Rows that leave together: few enough not to hold the writer up. */
const SLICE = 500

const LAST = 'SELECT n, chain, at FROM audit ORDER BY n DESC LIMIT 1'
/** The end of the oldest rows that may leave together. */
const OLD = `SELECT n, chain, at FROM (SELECT n, chain, at FROM audit WHERE at <= ? ORDER BY n LIMIT ${SLICE}) ORDER BY n DESC LIMIT 1`

/**
 * Once a day: signs where the chain stands, so that its end cannot be cut off unseen, and lets rows go that are older
 * than a year. A signed checkpoint stands for them from the moment they leave.
 */
export const keepAudit = async (db: Database, keys: Keys, now: number): Promise<void> => {
  const [last = []] = await db.read([statement(LAST)])
  await db.write(last.map(row => checkpoint(row, keys, now)))
  for (;;) {
    const [old = []] = await db.read([statement(OLD, now - AUDIT_LIFE_MS)])
    const [row] = old
    if (!row) return
    const n = Number(row[0])
    await db.write([
      checkpoint(row, keys, now),
      statement('DELETE FROM audit WHERE n <= ?', n),
      statement('DELETE FROM audit_checkpoint WHERE n < ?', n),
    ])
  }
}

/** One that was signed on its row's own day is signed anew when the row is old: then it may stand for what leaves. */
const ANEW = `ON CONFLICT (n) DO UPDATE SET at = excluded.at, key = excluded.key, signature = excluded.signature`

const checkpoint = ([n, chain, rowAt]: Row, keys: Keys, at: number): Statement => {
  const mark = { n: Number(n), chain: String(chain), rowAt: Number(rowAt), at }
  return insert(auditCheckpoint, { ...mark, ...keys.sign(checkpointText(mark)) }, ANEW)
}

/** Takes a person or a record out of the audit: which rows were about them can no longer be told, the chain holds. */
export const eraseFromAudit = (id: string): Statement[] => [
  statement('UPDATE audit SET actor = NULL, subject = NULL, salt = NULL WHERE subject = ? OR actor = ?', id, id),
]
