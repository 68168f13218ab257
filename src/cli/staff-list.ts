import { readUnitNames } from '../console/unit-names.ts'
import type { Database } from '../db/database.ts'
import { statement } from '../db/statement.ts'
import { say } from './command.ts'

const STAFF = `SELECT s.email, s.two_factor, s.off_at IS NOT NULL, r.role, r.unit FROM staff s
  LEFT JOIN staff_role r ON r.staff_id = s.id AND (r.until_date IS NULL OR r.until_date > ?) ORDER BY s.email, r.role`

/** One line for each role of each account: e-mail, role, unit, whether a code is set up; `off` for closed accounts. */
export const sayStaff = async (db: Database, today: string): Promise<void> => {
  const [rows = []] = await db.read([statement(STAFF, today)])
  const names = await readUnitNames(db, rows.map(row => String(row[4] ?? '')).filter(Boolean), today, 'zh')
  for (const [email, code, off, role, unit] of rows) {
    const held = role === null ? 'no role' : `${role} ${names.get(String(unit)) ?? 'a unit that is gone'}`
    say(`${email} ${off === 1 ? 'off' : `${held}${code === 1 ? ', with a code' : ''}`}`)
  }
}
