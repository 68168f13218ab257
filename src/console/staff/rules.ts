import { grantable, type Manager, type Role } from '../roles.ts'
import type { Unit } from '../unit.ts'
import type { DatedRole, StaffChange, StaffRefusal } from './change.ts'

/** A staff member as the rules see them. `roles`: those that hold today or later, each with the unit it is for. */
export interface Member {
  id: string
  isOff: boolean
  roles: readonly (DatedRole & { within: readonly string[] })[]
}

type Decided = StaffChange[] | StaffRefusal

/** Whether this manager may give this role in this unit. */
const mayGive = (manager: Manager, role: Role, unit: Pick<Unit, 'within'>): boolean =>
  grantable(manager, unit).includes(role)

/**
 * Why a manager may not change this person; undefined when they may. One manages whom one could have given every role
 * that they hold, and never oneself: else a new password for a colleague would open the colleague's desk.
 */
export const whyNot = (manager: Manager, member: Member): StaffRefusal | undefined => {
  if (manager.staffId === member.id) return { refused: 'yourself' }
  if (member.isOff) return { refused: 'off' }
  return member.roles.every(held => mayGive(manager, held.role, held)) ? undefined : { refused: 'not yours' }
}

/** A role from a day on, until and without another. The unit decides whether the manager may give it. */
export const giveRole = (manager: Manager, member: Member, given: DatedRole, unit: Unit): Decided => {
  const no = whyNot(manager, member)
  if (no) return no
  if (!mayGive(manager, given.role, unit)) return { refused: 'not yours' }
  if (given.until !== null && given.until <= given.from) return { refused: 'order' }
  return [{ feature: 'staff', subject: member.id, type: 'RoleGiven', ...given }]
}

/** Ends a role today: it opens nothing from this moment on. */
export const endRole = (manager: Manager, member: Member, role: Role, unit: string, today: string): Decided => {
  const no = whyNot(manager, member)
  if (no) return no
  const held = member.roles.filter(one => one.role === role && one.unit === unit)
  if (held.length === 0) return { refused: 'no role' }
  return held.map(({ from }) => ({
    feature: 'staff',
    subject: member.id,
    type: 'RoleEnded',
    role,
    unit,
    from,
    on: today,
  }))
}

export interface Leave {
  leaveId: string
  from: string
  /** The first day on which the stand-in no longer holds the roles. */
  until: string
}

/**
 * A stand-in holds a person's roles for some days. The manager answers for both: whoever they could not give these
 * roles to does not get them this way either.
 */
export const arrangeLeave = (
  manager: Manager,
  member: Member,
  standIn: Member,
  leave: Leave,
  today: string,
): Decided => {
  const no = whyNot(manager, member) ?? whyNotStandIn(manager, member, standIn)
  if (no) return no
  if (leave.until <= leave.from) return { refused: 'order' }
  if (leave.until <= today) return { refused: 'past' }
  return [{ feature: 'staff', subject: member.id, type: 'LeaveArranged', standIn: standIn.id, ...leave }]
}

const whyNotStandIn = (manager: Manager, member: Member, standIn: Member): StaffRefusal | undefined => {
  if (standIn.id === member.id) return { refused: 'same person' }
  if (standIn.id === manager.staffId) return { refused: 'yourself' }
  return standIn.isOff ? { refused: 'off' } : undefined
}

export interface Newcomer {
  id: string
  countyId: string
  name: string
  email: string
  loginId: string
  /** The hash of the password that is handed out. */
  hash: string
}

/**
 * Opens an account with its first role. `known`: who has this e-mail already; somebody turned off is let in again under
 * the same id, with the old roles ended.
 */
export const addStaff = (
  manager: Manager,
  newcomer: Newcomer,
  known: Member | undefined,
  given: DatedRole,
  unit: Unit,
): Decided => {
  if (known && !known.isOff) return { refused: 'taken' }
  const { countyId, name, email, loginId, hash } = newcomer
  const id = known?.id ?? newcomer.id
  const role = giveRole(manager, { id, isOff: false, roles: [] }, given, unit)
  if (!Array.isArray(role)) return role
  const first: StaffChange = known
    ? { feature: 'staff', subject: id, type: 'StaffReopened', name }
    : { feature: 'staff', subject: id, type: 'StaffAdded', countyId, name, email }
  return [first, { feature: 'staff', subject: id, type: 'PasswordHandedOut', loginId, hash }, ...role]
}

/** Closes an account: no sign-in, no session, no role, no leave from today on. What was done stays in the audit. */
export const turnOff = (manager: Manager, member: Member, today: string): Decided =>
  whyNot(manager, member) ?? [
    ...member.roles.map(
      ({ role, unit, from }): StaffChange => ({
        feature: 'staff',
        subject: member.id,
        type: 'RoleEnded',
        role,
        unit,
        from,
        on: today,
      }),
    ),
    { feature: 'staff', subject: member.id, type: 'StaffTurnedOff' },
  ]

/** Something that needs nothing but the right to manage the person. */
export const manage = (manager: Manager, member: Member, changes: StaffChange[]): Decided =>
  whyNot(manager, member) ?? changes
