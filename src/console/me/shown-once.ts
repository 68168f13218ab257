import { staffChallenge } from '../../db/schema/index.ts'
import { insert, type Statement, statement } from '../../db/statement.ts'
import type { ConsoleDeps } from '../page.ts'

/** Whoever made the codes has so long to look at them, once. */
const SHOWN_MS = 10 * 60_000

const nameOf = (staffId: string): string => `printed ${staffId}`

/** New codes may be shown to this staff member once. */
export const mayBeShown = ({ newId, now }: Pick<ConsoleDeps, 'newId' | 'now'>, staffId: string): Statement[] => {
  const at = now()
  const [identifier, value] = [nameOf(staffId), staffId]
  return [
    statement('DELETE FROM staff_challenge WHERE identifier = ?', identifier),
    insert(staffChallenge, { id: newId(), identifier, value, at, changedAt: at, expiresAt: at + SHOWN_MS }),
  ]
}

/** Takes the one showing; false when there is none left. */
export const takeShowing = async ({ db, now }: Pick<ConsoleDeps, 'db' | 'now'>, staffId: string): Promise<boolean> => {
  const sql = 'DELETE FROM staff_challenge WHERE identifier = ? RETURNING expires_at'
  const [rows = []] = await db.write([statement(sql, nameOf(staffId))])
  return rows.some(([expiresAt]) => Number(expiresAt) > now())
}
