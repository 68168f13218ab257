import type { Database } from '../../db/database.ts'
import { type Row, statement } from '../../db/statement.ts'
import { isRole } from '../roles.ts'
import { readCountyUnit, readUnit, type Unit } from '../unit.ts'
import type { DatedRole } from './change.ts'
import type { Member } from './rules.ts'

/** A staff member as the pages show them. */
export interface StaffCard extends Member {
  name: string
  email: string
  version: number
  hasCode: boolean
  leaves: StaffLeave[]
}

export interface StaffLeave {
  id: string
  standIn: string
  standInName: string
  from: string
  until: string
}

const CARD = 'SELECT id, name, email, version, two_factor, off_at FROM staff WHERE id = ?'
const ROLES = `SELECT role, unit, from_date, until_date FROM staff_role
  WHERE staff_id = ? AND (until_date IS NULL OR until_date > ?) ORDER BY role, unit, from_date`
const LEAVES = `SELECT l.id, l.stand_in, s.name, l.from_date, l.until_date FROM staff_leave l JOIN staff s ON s.id = l.stand_in
  WHERE l.staff_id = ? AND l.until_date > ? ORDER BY l.from_date`

/** One staff member with the roles and leaves of today and later; undefined when there is none. */
export const readStaff = async (db: Database, id: string, today: string): Promise<StaffCard | undefined> => {
  const [cards = [], roles = [], leaves = []] = await db.read([
    statement(CARD, id),
    statement(ROLES, id, today),
    statement(LEAVES, id, today),
  ])
  const [card] = cards
  if (!card) return undefined
  const [, name, email, version, hasCode, offAt] = card
  return {
    id,
    name: String(name),
    email: String(email),
    version: Number(version),
    hasCode: hasCode === 1,
    isOff: offAt !== null,
    roles: await withUnits(db, roles.flatMap(roleOf)),
    leaves: leaves.map(([leave, standIn, standInName, from, until]) => ({
      id: String(leave),
      standIn: String(standIn),
      standInName: String(standInName),
      from: String(from),
      until: String(until),
    })),
  }
}

export const roleOf = ([role, unit, from, until]: Row): DatedRole[] =>
  isRole(role) ? [{ role, unit: String(unit), from: String(from), until: until === null ? null : String(until) }] : []

/** A unit that is gone stands in nothing, so that nobody but its own holder is let near it. */
const withUnits = (db: Database, roles: DatedRole[]): Promise<Member['roles']> =>
  Promise.all(roles.map(async held => ({ ...held, within: (await readUnit(db, held.unit))?.within ?? [] })))

/** The smallest unit in which all of a person's roles stand: the unit that a page about them is in. */
export const unitOfStaff = async (db: Database, id: string, today: string): Promise<Unit | undefined> => {
  const card = await readStaff(db, id, today)
  if (!card) return undefined
  const [first, ...rest] = card.roles.map(held => held.within)
  const shared = (first ?? []).filter(unit => rest.every(within => within.includes(unit)))
  const smallest = shared.at(-1)
  return smallest === undefined ? readCountyUnit(db) : readUnit(db, smallest)
}

/** The id of whoever signs in with this e-mail, turned off or not. */
export const findStaff = async (db: Database, email: string): Promise<string | undefined> => {
  const [rows = []] = await db.read([statement('SELECT id FROM staff WHERE email = ?', email.toLowerCase())])
  return rows[0] ? String(rows[0][0]) : undefined
}

export interface Candidate {
  id: string
  name: string
}

const IN_COUNTY = 'SELECT id, name FROM staff WHERE off_at IS NULL ORDER BY name, id LIMIT 500'
const IN_SCHOOL = `SELECT s.id, s.name FROM staff s WHERE s.off_at IS NULL AND s.id IN (
    SELECT r.staff_id FROM staff_role r WHERE (r.until_date IS NULL OR r.until_date > ?)
      AND (r.unit = ? OR r.unit LIKE ? || ':%' OR r.unit IN (SELECT id FROM school_class WHERE school_id = ?)))
  ORDER BY s.name, s.id LIMIT 500`

/** Who may stand in for somebody in this unit: the people of the same school, or of the county. */
export const readCandidates = async (db: Database, unit: Unit, today: string): Promise<Candidate[]> => {
  const school = unit.within[1]
  const [rows = []] = await db.read([
    school ? statement(IN_SCHOOL, today, school, school, school) : statement(IN_COUNTY),
  ])
  return rows.map(([id, name]) => ({ id: String(id), name: String(name) }))
}
