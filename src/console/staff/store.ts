import { staff, staffLeave, staffPassword, staffRole } from '../../db/schema/index.ts'
import { insert, type Statement, statement } from '../../db/statement.ts'
import type { StaffChange } from './change.ts'

/** The statements of one staff change: the only code that writes the staff's tables, the sign-in library aside. */
export const applyStaff = (change: StaffChange, at: number): Statement[] => {
  const { subject: id } = change
  switch (change.type) {
    case 'StaffAdded':
      return [insert(staff, { id, countyId: change.countyId, name: change.name, email: change.email, at })]
    case 'StaffRenamed':
      return [touched(id, at), statement('UPDATE staff SET name = ? WHERE id = ?', change.name, id)]
    case 'PasswordHandedOut':
      return [
        touched(id, at),
        statement('UPDATE staff SET handed_out = 1 WHERE id = ?', id),
        ...passwordRow(id, change.loginId, change.hash, at),
        ...signedOut(id),
      ]
    case 'PasswordChanged':
      return [statement('UPDATE staff SET handed_out = 0 WHERE id = ?', id)]
    case 'CodeRemoved':
      return [
        touched(id, at),
        statement('UPDATE staff SET two_factor = 0 WHERE id = ?', id),
        statement('DELETE FROM staff_two_factor WHERE staff_id = ?', id),
      ]
    case 'RoleGiven':
      return [
        touched(id, at),
        insert(
          staffRole,
          { staffId: id, role: change.role, unit: change.unit, from: change.from, until: change.until },
          'ON CONFLICT (staff_id, role, unit, from_date) DO UPDATE SET until_date = excluded.until_date',
        ),
      ]
    case 'RoleEnded':
      return [touched(id, at), ...roleEnded(change)]
    case 'LeaveArranged':
      return [
        touched(id, at),
        insert(staffLeave, {
          id: change.leaveId,
          staffId: id,
          standIn: change.standIn,
          from: change.from,
          until: change.until,
        }),
      ]
    case 'LeaveCancelled':
      return [touched(id, at), statement('DELETE FROM staff_leave WHERE id = ? AND staff_id = ?', change.leaveId, id)]
    case 'StaffReopened':
      return [touched(id, at), statement('UPDATE staff SET off_at = NULL, name = ? WHERE id = ?', change.name, id)]
    case 'StaffTurnedOff':
      return [
        touched(id, at),
        statement('UPDATE staff SET off_at = ?, two_factor = 0 WHERE id = ?', at, id),
        statement('DELETE FROM staff_password WHERE staff_id = ?', id),
        statement('DELETE FROM staff_two_factor WHERE staff_id = ?', id),
        statement('DELETE FROM staff_leave WHERE staff_id = ? OR stand_in = ?', id, id),
        ...signedOut(id),
      ]
  }
}

/** A form that was opened before this is stale. */
const touched = (id: string, at: number): Statement =>
  statement('UPDATE staff SET version = version + 1, changed_at = ? WHERE id = ?', at, id)

const signedOut = (id: string): Statement[] => [
  statement('DELETE FROM staff_session WHERE staff_id = ?', id),
  statement('DELETE FROM staff_challenge WHERE value = ?', id),
]

/** Under the name by which the sign-in library looks for a password of ours. */
const passwordRow = (staffId: string, id: string, password: string, at: number): Statement[] => [
  insert(
    staffPassword,
    { id, staffId, account: staffId, provider: 'credential', password, at, changedAt: at },
    'ON CONFLICT (staff_id, provider) DO UPDATE SET password = excluded.password, changed_at = excluded.changed_at',
  ),
]

/** A role that has not begun is taken back; one that holds ends. */
const roleEnded = ({ subject, role, unit, from, on }: Extract<StaffChange, { type: 'RoleEnded' }>): Statement[] =>
  from >= on
    ? [
        statement(
          'DELETE FROM staff_role WHERE staff_id = ? AND role = ? AND unit = ? AND from_date = ?',
          subject,
          role,
          unit,
          from,
        ),
      ]
    : [
        statement(
          'UPDATE staff_role SET until_date = ? WHERE staff_id = ? AND role = ? AND unit = ? AND from_date = ?',
          on,
          subject,
          role,
          unit,
          from,
        ),
      ]
