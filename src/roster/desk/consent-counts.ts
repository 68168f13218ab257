import type { Background } from '../../background/background.ts'
import { consentCount } from '../../db/schema/index.ts'
import { insert, type Row, type Statement, statement } from '../../db/statement.ts'

/** The smallest number of children about whom anything is said, on either side of a count. */
const LEAST = 10

/**
 * What may be said of `n` children out of `total`: "at least so many", in tens. Undefined below ten. Where fewer than
 * ten have not agreed it is put lower, so that they cannot be picked out either (policy §7.5).
 */
export const released = (n: number, total: number): number | undefined => {
  const safe = Math.min(n, total - LEAST)
  return safe < LEAST ? undefined : Math.floor(safe / LEAST) * LEAST
}

const COUNTED = `WITH said AS (
    SELECT child_id, kind, given,
      row_number() OVER (PARTITION BY guardian_id, child_id, kind ORDER BY at DESC, id DESC) AS back
    FROM consent WHERE given IS NOT NULL)
  SELECT k.school_id, said.kind, count(DISTINCT said.child_id)
  FROM said JOIN enrolment e ON e.child_id = said.child_id AND e.until_date IS NULL
    JOIN school_class k ON k.id = e.class_id
  WHERE said.back = 1 AND said.given = 1 GROUP BY k.school_id, said.kind`
const TOTALS = `SELECT k.school_id, count(*) FROM enrolment e JOIN school_class k ON k.id = e.class_id
  WHERE e.until_date IS NULL GROUP BY k.school_id`

/** Counts what every school's families agreed to, and keeps what may be said of it. `day`: `YYYY-MM-DD`, county time. */
export const countConsents = async (background: Pick<Background, 'read'>, day: string): Promise<Statement[]> => {
  const [counted = [], totals = []] = await background.read([statement(COUNTED), statement(TOTALS)])
  const totalOf = new Map(totals.map(([school, n]) => [String(school), Number(n)]))
  const kept = counted.flatMap(([school, kind, count]) => {
    const n = released(Number(count), totalOf.get(String(school)) ?? 0)
    return n === undefined ? [] : [insert(consentCount, { school: String(school), kind: String(kind), day, n })]
  })
  return [statement('DELETE FROM consent_count'), ...kept]
}

/** A school's released counts by consent. */
export interface ConsentLine {
  school: string
  day: string
  counts: Map<string, number>
}

const RELEASED = `SELECT s.id, s.name, c.day, c.kind, c.n FROM consent_count c JOIN school s ON s.id = c.school
  WHERE s.id = ? OR s.county_id = ? ORDER BY s.name, c.kind`

/** The released counts of a school, or of each school of a county; never a sum, which would tell what was left out. */
export const readConsentCounts = async (
  background: Pick<Background, 'read'>,
  unit: { id: string },
): Promise<ConsentLine[]> => {
  const [rows = []] = await background.read([statement(RELEASED, unit.id, unit.id)])
  return [...Map.groupBy(rows, ([id]) => String(id)).values()].map(lineOf)
}

const lineOf = (rows: Row[]): ConsentLine => ({
  school: String(rows[0]?.[1]),
  day: String(rows[0]?.[2]),
  counts: new Map(rows.map(([, , , kind, n]) => [String(kind), Number(n)])),
})
