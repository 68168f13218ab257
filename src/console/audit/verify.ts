import type { Database } from '../../db/database.ts'
import type { Keys } from '../../db/keys.ts'
import { type Row, statement } from '../../db/statement.ts'
import { AUDIT_LIFE_MS, type AuditRow, checkpointText, type Head, idsOf, linkOf, type Mark, ORIGIN } from './chain.ts'
import { AUDIT_SECRET } from './log.ts'

/** What a check of the whole chain found. */
export type Verdict =
  | { holds: true; head: Head; rows: number; checkpoint: Head | undefined; erased: number }
  /** The first row that is not what was written, or not where it was. */
  | { holds: false; n: number; why: Breach }

export type Breach =
  | 'missing'
  | 'changed'
  | 'ids changed'
  | 'checkpoint unsigned'
  | 'checkpoint differs'
  | 'end missing'
  | 'removed too early'

interface Checkpoint extends Mark {
  key: string
  signature: string
}

/** Rows that are looked at together. */
const SLICE = 2000
const ROWS = `SELECT n, at, event, actor, subject, content, salt, ids, chain FROM audit WHERE n > ? ORDER BY n LIMIT ${SLICE}`
const CHECKPOINTS = 'SELECT n, chain, row_at, at, key, signature FROM audit_checkpoint ORDER BY n'

/**
 * Walks the chain from its oldest checkpoint to its end. Rows that were changed, removed or put in break it, and the
 * first of them is named; rows whose ids were erased do not. `known`: a head that somebody wrote down earlier.
 */
export const verifyAudit = async (db: Pick<Database, 'read'>, keys: Keys, known?: Head): Promise<Verdict> => {
  const key = keys.secret(AUDIT_SECRET)
  const [stored = []] = await db.read([statement(CHECKPOINTS)])
  const checkpoints = stored.map(checkpointOf)
  const unsigned = checkpoints.find(one => !keys.isSigned(checkpointText(one), one))
  if (unsigned) return { holds: false, n: unsigned.n, why: 'checkpoint unsigned' }
  const marks = new Map(checkpoints.map(({ n, chain }) => [n, chain]))
  if (known) marks.set(known.n, known.chain)
  const [oldest] = checkpoints
  let head = await startOf(db, oldest)
  if (oldest && head.n > 0 && oldest.at - oldest.rowAt < AUDIT_LIFE_MS) {
    return { holds: false, n: oldest.n, why: 'removed too early' }
  }
  let [rows, erased] = [0, 0]
  for (;;) {
    const [slice = []] = await db.read([statement(ROWS, head.n)])
    for (const row of slice.map(rowOf)) {
      const why = breachOf(row, head, key) ?? (differs(marks, row) ? 'checkpoint differs' : undefined)
      if (why) return { holds: false, n: why === 'missing' ? head.n + 1 : row.n, why }
      head = { n: row.n, chain: row.chain }
      rows++
      if (row.salt === null) erased++
    }
    if (slice.length < SLICE) break
  }
  const last = Math.max(0, ...marks.keys())
  if (last > head.n) return { holds: false, n: head.n + 1, why: 'end missing' }
  return { holds: true, head, rows, checkpoint: oldest && { n: oldest.n, chain: oldest.chain }, erased }
}

/** Where the rows begin: at the origin, or behind the oldest checkpoint when those before it were removed. */
const startOf = async (db: Pick<Database, 'read'>, oldest: Checkpoint | undefined): Promise<Head> => {
  if (!oldest) return ORIGIN
  const [rows = []] = await db.read([statement('SELECT 1 FROM audit WHERE n <= ? LIMIT 1', oldest.n)])
  return rows.length > 0 ? ORIGIN : { n: oldest.n, chain: oldest.chain }
}

const breachOf = (row: AuditRow, before: Head, key: string): Breach | undefined => {
  if (row.n !== before.n + 1) return 'missing'
  if (linkOf(before.chain, row, key) !== row.chain) return 'changed'
  const isErased = row.salt === null && row.actor === null && row.subject === null
  return isErased || idsOf(row.salt ?? '', row.actor, row.subject) === row.ids ? undefined : 'ids changed'
}

const differs = (marks: ReadonlyMap<number, string>, { n, chain }: Head): boolean => {
  const mark = marks.get(n)
  return mark !== undefined && mark !== chain
}

const text = (cell: Row[number] | undefined): string | null =>
  cell === null || cell === undefined ? null : String(cell)

const rowOf = ([n, at, event, actor, subject, content, salt, ids, chain]: Row): AuditRow => ({
  n: Number(n),
  at: Number(at),
  event: String(event),
  actor: text(actor),
  subject: text(subject),
  content: text(content),
  salt: text(salt),
  ids: String(ids),
  chain: String(chain),
})

const checkpointOf = ([n, chain, rowAt, at, key, signature]: Row): Checkpoint => ({
  n: Number(n),
  chain: String(chain),
  rowAt: Number(rowAt),
  at: Number(at),
  key: String(key),
  signature: String(signature),
})
