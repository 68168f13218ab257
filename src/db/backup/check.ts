import Libsql from 'libsql'
import { WrongSecretKey, wrappedKeysOpen } from '../keys.ts'
import { NewerDatabase, pendingMigrations } from '../migrate.ts'
import type { Row, Statement } from '../statement.ts'
import type { BackupFault } from './fault.ts'

/**
 * Opens a copy that nobody writes to and looks whether it can be lived with: every page holds together, it is
 * Wanling's and no newer than this program, and `secret` opens its key ring. Undefined when all is well.
 */
export const checkCopy = async (path: string, secret: Buffer | undefined): Promise<BackupFault | undefined> => {
  const file = new Libsql(path)
  try {
    const read = async (statements: Statement[]) => statements.map(one => rowsOf(file, one))
    const [report] = rowsOf(file, { sql: 'PRAGMA integrity_check', args: [] })
    if (report?.[0] !== 'ok') return 'damaged'
    const tables = rowsOf(file, {
      sql: "SELECT 1 FROM sqlite_master WHERE name IN ('migration', 'key_ring')",
      args: [],
    })
    if (tables.length < 2) return 'foreign'
    await pendingMigrations({ read })
    if (!secret) return 'no-key'
    await wrappedKeysOpen({ read }, secret)
    return undefined
  } catch (error) {
    if (error instanceof NewerDatabase) return 'newer'
    return error instanceof WrongSecretKey ? 'wrong-key' : 'damaged'
  } finally {
    file.close()
  }
}

/** The one cast of this module: the statement is set to raw. */
const rowsOf = (file: Libsql.Database, { sql, args }: Statement): Row[] =>
  file.prepare(sql).raw(true).all(args) as Row[]
