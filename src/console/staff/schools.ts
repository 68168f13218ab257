import type { Database } from '../../db/database.ts'
import { statement } from '../../db/statement.ts'

/** The county's schools by name. */
export const readSchoolUnits = async (db: Database, countyId: string): Promise<{ id: string; name: string }[]> => {
  const [rows = []] = await db.read([
    statement('SELECT id, name FROM school WHERE county_id = ? ORDER BY name', countyId),
  ])
  return rows.map(([id, name]) => ({ id: String(id), name: String(name) }))
}
