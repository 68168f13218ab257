import type { Facts } from '../../chat/dialog.ts'
import { reminder } from '../../db/schema/index.ts'
import { decodeRows, insert, type Statement, statement } from '../../db/statement.ts'
import type { ReminderChange } from './change.ts'

const SET = `ON CONFLICT (guardian_id) DO UPDATE SET minute = excluded.minute, since = excluded.since,
  in_a_row = 0, rests_since = NULL`

/** The statements of one change of a reminder: with the three below, the only code that writes its table. */
export const applyReminder = (change: ReminderChange, at: number): Statement[] => {
  switch (change.type) {
    case 'ReminderSet':
      return [insert(reminder, { guardianId: change.subject, minute: change.minute, since: at, inARow: 0 }, SET)]
    case 'NightLetPass':
      return [statement(LET_PASS, change.night, change.subject)]
  }
}

const LET_PASS = `UPDATE reminder SET in_a_row = 0, last_night = max(coalesce(last_night, ''), ?) WHERE guardian_id = ?`

const FIELDS = { minute: reminder.minute, inARow: reminder.inARow, restsSince: reminder.restsSince }
const decode = decodeRows(FIELDS)

/** A guardian's reminder as they chose it; null before they ever did. */
export type OwnReminder = ReturnType<typeof decode>[number]

export const readReminder = (guardianId: string): Facts<OwnReminder | null> => ({
  statements: [statement('SELECT minute, in_a_row, rests_since FROM reminder WHERE guardian_id = ?', guardianId)],
  read: ([rows = []]) => decode(rows)[0] ?? null,
})

/** Where a reminder stood when it was decided to send one. */
export interface Stood {
  guardianId: string
  inARow: number
  lastNight: string | null
  lastAt: number | null
}

/** Every child of a guardian, as a sub-select over the row of `reminder` at hand. */
const OWN = 'SELECT child_id FROM guardianship WHERE guardian_id = reminder.guardian_id'

const CLAIM = `UPDATE reminder SET in_a_row = ?1, last_night = ?2, last_at = ?3
  WHERE guardian_id = ?4 AND in_a_row = ?5 AND last_night IS ?6 AND rests_since IS NULL
    AND NOT EXISTS (SELECT 1 FROM night_answer WHERE night = ?2 AND child_id IN (${OWN}))
    AND NOT EXISTS (SELECT 1 FROM guardianship h JOIN reminder o ON o.guardian_id = h.guardian_id
      WHERE h.child_id IN (${OWN}) AND h.guardian_id <> ?4 AND o.last_night >= ?2)
    AND EXISTS (SELECT 1 FROM guardianship g WHERE g.guardian_id = ?4 AND (SELECT given FROM consent c
      WHERE c.guardian_id = ?4 AND c.child_id = g.child_id AND c.kind = 'C5' ORDER BY c.at DESC, c.rowid DESC LIMIT 1) = 1)
  RETURNING guardian_id`

/**
 * Counts a reminder as sent for a night: gives a row when it may leave. In the one statement stands what another process
 * or the family may just have done: an answer, a stop, a reminder to the other guardian.
 */
export const claimReminder = (stood: Stood, inARow: number, night: string, at: number): Statement =>
  statement(CLAIM, inARow, night, at, stood.guardianId, stood.inARow, stood.lastNight)

/** Takes a claim back: the platform did not take the message. */
export const unclaimReminder = (stood: Stood, night: string): Statement =>
  statement(
    'UPDATE reminder SET in_a_row = ?, last_night = ?, last_at = ? WHERE guardian_id = ? AND last_night = ?',
    stood.inARow,
    stood.lastNight,
    stood.lastAt,
    stood.guardianId,
    night,
  )

/** Lets reminders rest until the family begins them again. */
export const restReminder = ({ guardianId, inARow }: Stood, at: number): Statement =>
  statement(
    'UPDATE reminder SET rests_since = ? WHERE guardian_id = ? AND in_a_row = ? AND rests_since IS NULL',
    at,
    guardianId,
    inARow,
  )
