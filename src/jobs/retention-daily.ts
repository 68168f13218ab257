import { oldestKeptNight } from '../calendar/index.ts'
import { clearRemains } from '../db/remains.ts'
import { statement } from '../db/statement.ts'
import { countyDay } from '../erasure/day.ts'
import { removeInSlices } from '../erasure/slices.ts'
import { isTied } from '../erasure/ties.ts'
import type { Job, JobTools } from './job.ts'
import { type RetentionDay, removalsOf, strangersSince } from './retention-data.ts'

/** How long one round goes on at most; what is left is done the next night. */
const RUN_MS = 5 * 60_000
/** Leavers, and chats of strangers, of one round. */
const MOST_AT_ONCE = 500

/** Where a child was last, and when that ended: told by the roster, or by the last grade of that school. */
const LEAVERS = `SELECT e.child_id FROM enrolment e JOIN school_class k ON k.id = e.class_id JOIN school s ON s.id = k.school_id
  WHERE e.from_date = (SELECT max(from_date) FROM enrolment o WHERE o.child_id = e.child_id)
    AND coalesce(e.until_date, (k.first_grade_year + CASE WHEN s.kind <> 'primary' THEN 9 WHEN s.system = '5-4' THEN 5 ELSE 6 END)
      || '-08-31') < ? LIMIT ${MOST_AT_ONCE}`

/** Chats that nobody bound has used for a while, with the account that once was. */
const STRANGERS = `SELECT id, guardian_id FROM conversation c WHERE inbound_at <= ?
  AND (c.guardian_id IS NULL OR NOT ${isTied('c.guardian_id')})
  AND NOT EXISTS (SELECT 1 FROM erasure_link l WHERE l.guardian_id = c.guardian_id) LIMIT ${MOST_AT_ONCE}`

/** What has had its time goes (policy §7.2), in slices, once a night. */
export const retentionJob: Job = {
  name: 'retention-daily',
  schedule: { daily: '03:10', lateMin: 20 * 60 },
  run: async (_slot, tools) => {
    const end = performance.now() + RUN_MS
    const slices = { db: tools.db, background: tools.background, isOver: () => performance.now() > end }
    let rows = 0
    for (const removal of Object.values(removalsOf(await today(tools))).flat()) {
      if (typeof removal === 'object') rows += (await removeInSlices(removal, slices)).rows
    }
    if (rows > 0) await clearRemains(tools)
  },
}

const today = async ({ db, background, now }: JobTools): Promise<RetentionDay> => {
  const date = countyDay(now())
  const [terms = []] = await db.read([statement('SELECT from_date, until_date FROM term')])
  const oldestNight = oldestKeptNight(
    date,
    terms.map(([from, to]) => ({ from: String(from), to: String(to) })),
  )
  const [leavers = [], strangers = []] = await background.read([
    statement(LEAVERS, oldestNight),
    statement(STRANGERS, strangersSince(now())),
  ])
  return {
    now: now(),
    today: date,
    oldestNight,
    leavers: leavers.map(row => String(row[0])),
    strangers: strangers.map(([id, guardianId]) => ({
      conversation: String(id),
      guardianId: typeof guardianId === 'string' ? guardianId : null,
    })),
  }
}
