import { type Statement, statement } from '../db/statement.ts'
import { IDLE_MS } from './session.ts'
import { WINDOW_MS } from './sign-in/limits.ts'

/** What the sign-in leaves behind goes when it is of no more use. Run every minute; each statement is small. */
export const signInHousekeeping = (now: number): Statement[] => [
  statement('DELETE FROM staff_session WHERE expires_at <= ? OR changed_at <= ?', now, now - IDLE_MS),
  statement('DELETE FROM staff_challenge WHERE expires_at <= ?', now),
  statement('DELETE FROM sign_in_failure WHERE window < ?', Math.floor(now / WINDOW_MS) - 1),
]
