import type { Context } from 'hono'
import { getSignedCookie } from 'hono/cookie'
import type { Database } from '../db/database.ts'
import type { Keys } from '../db/keys.ts'
import { type Row, statement } from '../db/statement.ts'
import { type Actor, type Holding, isRole } from './roles.ts'

/** Somebody who is signed in. */
export interface Person extends Actor {
  name: string
  email: string
  /** An authenticator is set up: its code is asked for at sign-in. */
  hasCode: boolean
  /** The password was handed out and is changed before anything else. */
  handedOut: boolean
  session: { id: string; token: string }
}

/** A session that nobody used for so long has ended. */
export const IDLE_MS = 60 * 60_000
/** How exactly the last use is kept. */
const TOUCH_MS = 60_000

const SESSION = `SELECT s.id, s.name, s.email, s.two_factor, s.handed_out, x.id, x.changed_at
  FROM staff_session x JOIN staff s ON s.id = x.staff_id
  WHERE x.token = ? AND x.expires_at > ? AND x.changed_at > ? AND s.off_at IS NULL`
const HOLDS = 'r.from_date <= ? AND (r.until_date IS NULL OR r.until_date > ?)'
/** Own roles, and those of whoever is on leave and named this person; a stand-in's stand-in holds nothing. */
const HOLDINGS = `SELECT r.role, r.unit FROM staff_session x JOIN staff_role r ON r.staff_id = x.staff_id
  WHERE x.token = ? AND ${HOLDS}
  UNION SELECT r.role, r.unit FROM staff_session x
    JOIN staff_leave l ON l.stand_in = x.staff_id AND l.from_date <= ? AND l.until_date > ?
    JOIN staff s ON s.id = l.staff_id AND s.off_at IS NULL
    JOIN staff_role r ON r.staff_id = l.staff_id
  WHERE x.token = ? AND ${HOLDS} ORDER BY 1, 2`

/** The cookie of the sign-in library. A browser that speaks https gets the name that only https may set. */
export const sessionCookie = (https: boolean): string => `${https ? '__Secure-' : ''}wanling.session_token`

export interface SessionDeps {
  db: Database
  keys: Keys
  now: () => number
  https: boolean
}

/** Who sends this request, with the roles of `today`; undefined when nobody is signed in. */
export const readPerson = async (c: Context, deps: SessionDeps, today: string): Promise<Person | undefined> => {
  const token = await getSignedCookie(c, deps.keys.secret('sign-in'), sessionCookie(deps.https))
  if (!token) return undefined
  const now = deps.now()
  const [sessions = [], holdings = []] = await deps.db.read([
    statement(SESSION, token, now, now - IDLE_MS),
    statement(HOLDINGS, token, today, today, today, today, token, today, today),
  ])
  const [row] = sessions
  if (!row) return undefined
  const seenAt = Number(row[6])
  if (seenAt < now - TOUCH_MS) touch(deps.db, token, now)
  return personOf(row, token, holdings)
}

const personOf = ([staffId, name, email, hasCode, handedOut, id]: Row, token: string, holdings: Row[]): Person => ({
  staffId: String(staffId),
  name: String(name),
  email: String(email),
  hasCode: hasCode === 1,
  handedOut: handedOut === 1,
  session: { id: String(id), token },
  holdings: holdings.flatMap(holdingOf),
})

const holdingOf = ([role, unit]: Row): Holding[] => (isRole(role) ? [{ role, unit: String(unit) }] : [])

/** Nobody waits for this; a database that is busy is asked again at the next page. */
const touch = (db: Database, token: string, now: number): void => {
  void db
    .write([statement('UPDATE staff_session SET changed_at = ? WHERE token = ?', now, token)])
    .catch(() => undefined)
}
