import type { Database } from './database.ts'
import { MIGRATIONS, type Migration } from './migrations.ts'
import { statement } from './statement.ts'

/** The database was made by a newer Wanling. It is not touched. */
export class NewerDatabase extends Error {
  override name = 'NewerDatabase'
}

const LEDGER = 'CREATE TABLE IF NOT EXISTS migration (name TEXT PRIMARY KEY NOT NULL, at INTEGER NOT NULL)'

/**
 * Migrations that this database has not seen yet, oldest first.
 * @throws NewerDatabase when the database has seen one that this program does not know.
 */
export const pendingMigrations = async (db: Pick<Database, 'read'>): Promise<Migration[]> => {
  const [tables = []] = await db.read([statement("SELECT name FROM sqlite_master WHERE name = 'migration'")])
  if (tables.length === 0) return MIGRATIONS
  const [rows = []] = await db.read([statement('SELECT name FROM migration')])
  const done = new Set(rows.map(row => String(row[0])))
  const unknown = [...done].find(name => !MIGRATIONS.some(one => one.name === name))
  if (unknown) {
    throw new NewerDatabase(
      `The database has the change ${unknown}, which this version does not know. Start the newer version.`,
    )
  }
  return MIGRATIONS.filter(one => !done.has(one.name))
}

/** Applies the pending migrations, each as one batch with its own ledger row, and returns their names. */
export const migrate = async (db: Database, now: number): Promise<string[]> => {
  const pending = await pendingMigrations(db)
  for (const one of pending) {
    const ledger = statement('INSERT INTO migration (name, at) VALUES (?, ?)', one.name, now)
    await db.write([statement(LEDGER), ...one.statements.map(sql => statement(sql)), ledger])
  }
  return pending.map(one => one.name)
}
