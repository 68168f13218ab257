import { Conflict, type Database, Unavailable } from '../../db/database.ts'
import type { Keys } from '../../db/keys.ts'
import { audit } from '../../db/schema/index.ts'
import { insert, type Row, type Statement, statement } from '../../db/statement.ts'
import { type AuditEntry, type Head, linked, ORIGIN } from './chain.ts'

export interface AuditDeps {
  db: Database
  keys: Keys
  now: () => number
  random: (n: number) => Uint8Array
}

/** Adds rows to the audit chain, with or without the change that they tell of. */
export interface AuditLog {
  /** Adds the entries and runs the statements in one batch. @throws Conflict when a statement of the batch said no. */
  write(entries: readonly AuditEntry[], statements?: readonly Statement[]): Promise<void>
}

/** How long others may be faster at the end of the chain before the database counts as out of reach. */
const PATIENCE_MS = 3000
/** The longest pause before the next try: its length is by chance, so that two do not keep meeting. */
const LONGEST_PAUSE_MS = 40

/** The name under which the key of the chain is drawn from the ring. */
export const AUDIT_SECRET = 'audit-chain'

/**
 * The audit of one process. Its own writes wait for each other; another process that appends at the same time makes
 * the number clash, and the end of the chain is read again.
 */
export const makeAuditLog = ({ db, keys, now, random }: AuditDeps): AuditLog => {
  const key = keys.secret(AUDIT_SECRET)
  const append = async (entries: readonly AuditEntry[], statements: readonly Statement[]): Promise<void> => {
    let head = await readHead(db)
    const deadline = performance.now() + PATIENCE_MS
    for (;;) {
      const salts = entries.map(() => Buffer.from(random(16)).toString('base64url'))
      const rows = linked(head, entries, now(), key, salts).map(row => insert(audit, row))
      try {
        await db.write([...rows, ...statements])
        return
      } catch (error) {
        const moved = await readHead(db)
        // The end stands where it stood: the clash was the change's own.
        if (!(error instanceof Conflict) || moved.n === head.n) throw error
        if (performance.now() > deadline) throw new Unavailable('the audit is busy')
        await pause(((random(1)[0] ?? 0) / 255) * LONGEST_PAUSE_MS)
        head = await readHead(db)
      }
    }
  }
  let last: Promise<unknown> = Promise.resolve()
  return {
    write: (entries, statements = []) => {
      const turn = last.then(() => append(entries, statements))
      last = turn.catch(() => undefined)
      return turn
    },
  }
}

const HEAD = 'SELECT n, chain FROM audit ORDER BY n DESC LIMIT 1'
const CHECKPOINT = 'SELECT n, chain FROM audit_checkpoint ORDER BY n DESC LIMIT 1'

const pause = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms))

/** The end of the chain as it stands: the last row, or the checkpoint that stands for it. */
export const readHead = async (db: Database): Promise<Head> => {
  const [rows = [], checkpoints = []] = await db.read([statement(HEAD), statement(CHECKPOINT)])
  const [row, checkpoint] = [headOf(rows), headOf(checkpoints)]
  return row.n >= checkpoint.n ? row : checkpoint
}

const headOf = ([row]: Row[]): Head => (row ? { n: Number(row[0]), chain: String(row[1]) } : ORIGIN)
