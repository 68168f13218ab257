import type { Role } from '../roles.ts'

/** A dated (role, unit) pair. Dates are the county's days; `until` is the first day on which it no longer holds. */
export interface DatedRole {
  role: Role
  unit: string
  from: string
  until: string | null
}

/** What happens to a staff member. `subject` is their id. */
export type StaffChange = { feature: 'staff'; subject: string } & (
  | { type: 'StaffAdded'; countyId: string; name: string; email: string }
  | { type: 'StaffRenamed'; name: string }
  /** A password that somebody else has seen: it is changed at the next sign-in. `loginId`: for the row. */
  | { type: 'PasswordHandedOut'; loginId: string; hash: string }
  | { type: 'PasswordChanged' }
  | { type: 'CodeRemoved' }
  | ({ type: 'RoleGiven' } & DatedRole)
  /** It holds no longer from `on`. */
  | { type: 'RoleEnded'; role: Role; unit: string; from: string; on: string }
  | { type: 'LeaveArranged'; leaveId: string; standIn: string; from: string; until: string }
  | { type: 'LeaveCancelled'; leaveId: string }
  | { type: 'StaffTurnedOff' }
  /** Somebody who was turned off is back, with no role. */
  | { type: 'StaffReopened'; name: string }
)

export type StaffRefusal = {
  refused: 'not yours' | 'yourself' | 'order' | 'past' | 'same person' | 'no role' | 'off' | 'taken'
}
