import { Temporal } from 'temporal-polyfill'
import type { Database } from '../../db/database.ts'
import { statement } from '../../db/statement.ts'
import { IDLE_MS } from '../session.ts'

export interface SessionLine {
  id: string
  device: string
  /** Epoch ms. */
  at: number
  seenAt: number
}

const SESSIONS = `SELECT id, device, at, changed_at FROM staff_session
  WHERE staff_id = ? AND expires_at > ? AND changed_at > ? ORDER BY changed_at DESC, id`

/** The sessions of a staff member that have not ended, the latest used first. */
export const readSessions = async (db: Database, staffId: string, now: number): Promise<SessionLine[]> => {
  const [rows = []] = await db.read([statement(SESSIONS, staffId, now, now - IDLE_MS)])
  return rows.map(([id, device, at, seenAt]) => ({
    id: String(id),
    device: String(device ?? ''),
    at: Number(at),
    seenAt: Number(seenAt),
  }))
}

/** A moment as the desks read it: `2026-11-24 21:12`, county time. */
export const moment = (at: number, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
    .replace('T', ' ')
