import type { Background } from '../../background/background.ts'
import { type Cell, type Row, type Statement, statement } from '../../db/statement.ts'
import { isRole, type Role } from '../roles.ts'
import type { Unit } from '../unit.ts'

export interface StaffLine {
  id: string
  name: string
  email: string
  hasCode: boolean
  /** Roles inside the unit. */
  roles: { role: Role; unit: string }[]
  /** There are roles outside it too, so that somebody above looks after this person. */
  isElsewhere: boolean
}

export interface StaffList {
  lines: StaffLine[]
  /** There are more on the next page. */
  more: boolean
}

/** Lines of one page of the list. */
export const LINES = 50

/** Roles inside a school: its own, of its grades (`school:year`), of its classes. */
const IN_SCHOOL = "(r.unit = ? OR r.unit LIKE ? || ':%' OR r.unit IN (SELECT id FROM school_class WHERE school_id = ?))"
const STANDS = '(r.until_date IS NULL OR r.until_date > ?)'

/** Whether a role is inside the unit; in the county everything is. */
const insideOf = (unit: Unit): { sql: string; args: Cell[] } =>
  unit.kind === 'county' ? { sql: '1', args: [] } : { sql: IN_SCHOOL, args: [unit.id, unit.id, unit.id] }

/** Staff with a role in this unit today or later (in the county: everybody), by name. `search`: part of name or e-mail. */
export const readStaffList = async (
  { background }: { background: Background },
  unit: Unit,
  { search, page, today }: { search: string; page: number; today: string },
): Promise<StaffList> => {
  const rows = (await background.read([listOf(unit, search, page, today)]))[0] ?? []
  const shown = rows.slice(0, LINES)
  const inside = insideOf(unit)
  const sql = `SELECT DISTINCT r.role, r.unit, ${inside.sql} FROM staff_role r WHERE r.staff_id = ? AND ${STANDS} ORDER BY r.role`
  const roles = await background.read(shown.map(([id]) => statement(sql, ...inside.args, String(id), today)))
  return { lines: shown.map((row, i) => lineOf(row, roles[i] ?? [])), more: rows.length > LINES }
}

const listOf = (unit: Unit, search: string, page: number, today: string): Statement => {
  const like = `%${search.replace(/[%_\\]/g, sign => `\\${sign}`)}%`
  const inside = insideOf(unit)
  const only =
    unit.kind === 'county' ? '' : ` AND s.id IN (SELECT r.staff_id FROM staff_role r WHERE ${inside.sql} AND ${STANDS})`
  return statement(
    `SELECT s.id, s.name, s.email, s.two_factor FROM staff s
     WHERE s.off_at IS NULL AND (s.name LIKE ? ESCAPE '\\' OR s.email LIKE ? ESCAPE '\\')${only}
     ORDER BY s.name, s.id LIMIT ? OFFSET ?`,
    like,
    like,
    ...(only ? [...inside.args, today] : []),
    LINES + 1,
    page * LINES,
  )
}

const lineOf = ([id, name, email, hasCode]: Row, roles: Row[]): StaffLine => ({
  id: String(id),
  name: String(name),
  email: String(email),
  hasCode: hasCode === 1,
  roles: roles.flatMap(([role, unit, inside]) => (inside === 1 && isRole(role) ? [{ role, unit: String(unit) }] : [])),
  isElsewhere: roles.some(([, , inside]) => inside !== 1),
})
