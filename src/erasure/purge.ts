import { clearRemains } from '../db/remains.ts'
import { erasureReceipt } from '../db/schema/index.ts'
import { insert, type Row, statement } from '../db/statement.ts'
import type { Job, JobTools } from '../jobs/job.ts'
import { countyDay } from './day.ts'
import { childRemovals, guardianRemovals, linkRemovals } from './removals.ts'
import { type Removal, removeInSlices, type SliceTools } from './slices.ts'
import { GUARDIANSHIP, isTied } from './ties.ts'

/** How long one run goes on; what is left is done in the next minute. */
const RUN_MS = 20_000

interface DueErasure {
  id: string
  scope: string
  receipt: string
  askedAt: number
  purging: boolean
}

const DUE = `SELECT id, scope, receipt, asked_at, purging_at FROM erasure WHERE due_at <= ? ORDER BY due_at, id`

/**
 * Purges what was deleted and not taken back in time. It may be cut short at any point: what was begun is purging, can
 * no longer be taken back, and is ended by a later run.
 */
export const purgeJob: Job = {
  name: 'erasure',
  schedule: { every: 'minute' },
  run: async (_slot, tools) => {
    const [rows = []] = await tools.db.read([statement(DUE, tools.now())])
    if (rows.length === 0) return
    const end = performance.now() + RUN_MS
    const slices = { db: tools.db, background: tools.background, isOver: () => performance.now() > end }
    for (const due of rows.map(dueOf)) {
      if (!(await purge(due, tools, slices))) return
    }
    await clearRemains(tools)
  },
}

const dueOf = ([id, scope, receipt, askedAt, purgingAt]: Row): DueErasure => ({
  id: String(id),
  scope: String(scope),
  receipt: String(receipt),
  askedAt: Number(askedAt),
  purging: typeof purgingAt === 'number',
})

const purge = async (due: DueErasure, tools: JobTools, slices: SliceTools): Promise<boolean> => {
  if (!due.purging) await begin(due, tools)
  for (const removal of await removals(due.id, tools)) {
    if (!(await removeInSlices(removal, slices)).isDone) return false
  }
  await end(due, tools)
  return true
}

/** From here on it cannot be taken back. What had been agreed to is kept under the receipt's number, without a name. */
const begin = async ({ id, receipt }: DueErasure, { db, now }: JobTools): Promise<void> => {
  const today = countyDay(now())
  await db.write([
    statement('INSERT INTO guard (ok) VALUES ((SELECT count(*) FROM erasure WHERE id = ?))', id),
    statement('UPDATE erasure SET purging_at = ? WHERE id = ?', now(), id),
    statement(KEEP_CONSENTS, receipt, today, id),
    statement(FORGET_PROMPTS, id),
    statement('DELETE FROM guard'),
  ])
}

const KEEP_CONSENTS = `INSERT INTO consent_receipt (receipt, kind, version, given, said_on, purged_on)
  SELECT ?, c.kind, c.version, c.given, date(c.at / 1000, 'unixepoch', '+8 hours'), ? FROM consent c
    JOIN erasure_link l ON l.guardian_id = c.guardian_id AND l.child_id = c.child_id WHERE l.erasure_id = ? AND c.kind IN ('C1', 'C2', 'C3', 'C4', 'C5', 'C6')`

/** Who goes on with another child may have this one's name in a question that was left open. */
const FORGET_PROMPTS = `UPDATE conversation SET dialog = NULL, prompt = NULL
  WHERE guardian_id IN (SELECT guardian_id FROM erasure_link WHERE erasure_id = ?)`

const LINKED = `SELECT l.guardian_id, l.child_id, c.label FROM erasure_link l LEFT JOIN child c ON c.id = l.child_id
  WHERE l.erasure_id = ?`
/** Children whom nobody decides about any more, and whom nobody else may still come back to. */
const LEFT_ALONE = `SELECT DISTINCT child_id FROM erasure_link l WHERE erasure_id = ?
  AND NOT EXISTS (SELECT 1 FROM guardianship g WHERE g.child_id = l.child_id)
  AND NOT EXISTS (SELECT 1 FROM erasure_link o WHERE o.child_id = l.child_id AND o.erasure_id <> l.erasure_id
    AND o.source = '${GUARDIANSHIP}')`
/** People who are tied to no child any more, and have none to come back to. */
const WITHOUT_CHILD = `SELECT DISTINCT guardian_id FROM erasure_link l WHERE erasure_id = ? AND NOT ${isTied('l.guardian_id')}
  AND NOT EXISTS (SELECT 1 FROM erasure_link o WHERE o.guardian_id = l.guardian_id AND o.erasure_id <> l.erasure_id)`
const CONVERSATIONS = `SELECT id FROM conversation WHERE guardian_id = ?`

/**
 * What a deletion takes with it: each locked guardian's own about that child; the whole child where nobody is left;
 * the whole account of a guardian who has no child left.
 */
const removals = async (id: string, { db }: JobTools): Promise<Removal[]> => {
  const [links = [], children = [], guardians = []] = await db.read([
    statement(LINKED, id),
    statement(LEFT_ALONE, id),
    statement(WITHOUT_CHILD, id),
  ])
  const asked = guardians.map(([guardian]) => statement(CONVERSATIONS, String(guardian)))
  const accounts = asked.length > 0 ? await db.read(asked) : []
  return [
    ...links.flatMap(([guardian, child, label]) => linkRemovals(String(guardian), String(child), String(label ?? ''))),
    ...children.flatMap(([child]) => childRemovals(String(child))),
    ...guardians.flatMap(([guardian], i) =>
      guardianRemovals(
        String(guardian),
        (accounts[i] ?? []).map(row => String(row[0])),
      ),
    ),
  ]
}

const end = async ({ id, scope, receipt, askedAt }: DueErasure, { db, now }: JobTools): Promise<void> => {
  await db.write([
    statement('DELETE FROM erasure_link WHERE erasure_id = ?', id),
    statement('DELETE FROM erasure WHERE id = ?', id),
    insert(
      erasureReceipt,
      { number: receipt, scope, askedOn: countyDay(askedAt), purgedOn: countyDay(now()) },
      'ON CONFLICT DO NOTHING',
    ),
  ])
}
