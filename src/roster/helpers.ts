import { type Row, type Statement, statement } from '../db/statement.ts'
import { RELATIONS, type Relation } from './change.ts'
import { MOST_HELPERS } from './rights.ts'

/** A helper as the child's guardians see them. */
export interface HelperSeen {
  helperId: string
  childId: string
  relation: Relation
  /** The last day on which they may help. */
  until: string
  /** Epoch ms at which they were added. */
  at: number
}

const HELPERS = `SELECT h.helper_id, h.child_id, h.relation, h.until_date, h.at
  FROM guardianship g JOIN helper h ON h.child_id = g.child_id
  WHERE g.guardian_id = ? AND h.until_date >= ? ORDER BY h.child_id, h.at, h.helper_id`

/** Who helps with a guardian's children on a day (county date). */
export const readHelpers = (
  guardianId: string,
  today: string,
): { statements: Statement[]; read: (rows: Row[][]) => HelperSeen[] } => ({
  statements: [statement(HELPERS, guardianId, today)],
  read: ([rows = []]) =>
    rows.map(([helperId, childId, relation, until, at]) => ({
      helperId: String(helperId),
      childId: String(childId),
      relation: relationOf(String(relation)),
      until: String(until),
      at: Number(at),
    })),
})

export const relationOf = (stored: string): Relation => RELATIONS.find(one => one === stored) ?? 'other'

/** Holds only while the child has room for one more helper, so that two cards cannot both take the last place. */
export const hasRoom = (childId: string, today: string): Statement =>
  statement(
    'INSERT INTO guard (ok) VALUES ((SELECT count(*) FROM helper WHERE child_id = ? AND until_date >= ?) < ?)',
    childId,
    today,
    MOST_HELPERS,
  )

/** Holds only while somebody is a helper of a child: they may have been removed since the turn was read. */
export const stillHelps = (helperId: string, childId: string): Statement =>
  statement(
    'INSERT INTO guard (ok) VALUES (EXISTS (SELECT 1 FROM helper WHERE helper_id = ? AND child_id = ?))',
    helperId,
    childId,
  )

/** Helpers whose term is over are forgotten. `today`: county date. */
export const lapseHelpers = (today: string): Statement => statement('DELETE FROM helper WHERE until_date < ?', today)
