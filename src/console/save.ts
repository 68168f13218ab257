import { Conflict } from '../db/database.ts'
import { type Statement, statement } from '../db/statement.ts'
import type { AuditEntry } from './audit/chain.ts'
import type { AuditLog } from './audit/log.ts'

/** Writes a change with its audit rows. False when the database said no: somebody else was faster. */
export const saved = async (
  audit: AuditLog,
  entries: readonly AuditEntry[],
  statements: readonly Statement[],
): Promise<boolean> => {
  try {
    await audit.write(entries, statements)
    return true
  } catch (error) {
    if (error instanceof Conflict) return false
    throw error
  }
}

/** Statements that run only while a SELECT of one number gives 1: `guarded(statement('SELECT version = ? …'), …)`. */
export const guarded = ({ sql, args }: Statement, statements: readonly Statement[]): Statement[] => [
  statement(`INSERT INTO guard (ok) VALUES (coalesce((${sql}), 0))`, ...args),
  ...statements,
  statement('DELETE FROM guard'),
]
