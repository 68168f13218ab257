import { type Row, type Statement, statement } from './statement.ts'

/** Select-only questions that one feature may ask about another's tables. */
interface View<T> {
  statement: Statement
  read: (rows: Row[]) => T
}

/**
 * Children for whom a consent is in force: of the guardians there are now, somebody's latest answer is yes and nobody's
 * is no (the same as `consentHolds` of the table of rights). Stands alone as a subselect; takes the kind.
 */
export const IN_FORCE = `SELECT child_id FROM (SELECT g.child_id, (SELECT c.given FROM consent c
      WHERE c.guardian_id = g.guardian_id AND c.child_id = g.child_id AND c.kind = ?
      ORDER BY c.at DESC, c.rowid DESC LIMIT 1) AS given FROM guardianship g)
  GROUP BY child_id HAVING max(coalesce(given, 0)) = 1 AND min(coalesce(given, 1)) = 1`

/** The ids of those children. */
export const childrenInForce = (kind: string): View<string[]> => ({
  statement: statement(IN_FORCE, kind),
  read: rows => rows.map(([id]) => String(id)),
})
