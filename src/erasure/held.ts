import type { Dialog } from '../chat/dialog.ts'
import { type Row, statement } from '../db/statement.ts'
import { lockedOutReply } from './lock.ts'
import { GUARDIANSHIP, isTied } from './ties.ts'

const LOCKED_OUT = `SELECT e.due_at, e.purging_at, y.zone FROM erasure_link l JOIN erasure e ON e.id = l.erasure_id
    JOIN child c ON c.id = l.child_id JOIN school s ON s.id = c.school_id JOIN county y ON y.id = s.county_id
  WHERE l.guardian_id = ?1 AND l.source = '${GUARDIANSHIP}' AND NOT ${isTied('?1')}
  ORDER BY e.due_at DESC LIMIT 1`

/**
 * A dialog about a family's record, held while all of a guardian's links are locked for deletion: whatever is asked,
 * the answer is that it is locked, and the one tap that takes it back.
 */
export const heldWhileLocked = (dialog: Dialog): Dialog => ({
  ...dialog,
  plan: (stored, event, who, moment) => {
    const plan = dialog.plan(stored, event, who, moment)
    if (!plan || !who.guardianId || event.kind === 'seed') return plan
    return {
      statements: [statement(LOCKED_OUT, who.guardianId), ...plan.statements],
      decide: ([locked = [], ...rows]) => {
        const lock = locked[0] && lockOf(locked[0])
        if (!lock) return plan.decide(rows)
        return { state: null, replies: [lockedOutReply(lock, lock.zone, who)], changes: [] }
      },
    }
  },
})

const lockOf = ([dueAt, purgingAt, zone]: Row) => ({
  dueAt: Number(dueAt),
  purging: typeof purgingAt === 'number',
  zone: String(zone),
})
