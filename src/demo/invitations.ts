import { Temporal } from 'temporal-polyfill'
import * as z from 'zod'
import { dayOf } from '../calendar/index.ts'
import type { Database } from '../db/database.ts'
import type { Keys } from '../db/keys.ts'
import { invitation, setting } from '../db/schema/index.ts'
import { insert, type Row, type Statement, statement } from '../db/statement.ts'
import { gradeOn } from '../roster/grade.ts'
import { makeCode } from '../roster/invitation.ts'
import { DEMO_ACTOR, DEMO_INVITATIONS } from './settings.ts'

export interface InvitationDeps {
  keys: Keys
  /** Epoch milliseconds. */
  now: number
  /** Cryptographic randomness. */
  random: (n: number) => Uint8Array
}

/** A code that is printed at the start of a demo, and the child it opens. */
export interface DemoInvitation {
  code: string
  label: string
  grade: number
}

/** Whom the codes are for, in the order in which they are printed. */
export const BANDS = [{ grades: [3, 4, 5, 6] }, { grades: [1] }, { grades: [8] }] as const

const keptSchema = z.array(z.object({ code: z.string(), childId: z.string() }))
type Kept = z.infer<typeof keptSchema>[number]

interface Unbound {
  childId: string
  label: string
  grade: number
}

const UNBOUND = `SELECT c.id, c.label, k.first_grade_year, y.zone FROM child c
    JOIN enrolment e ON e.child_id = c.id AND e.until_date IS NULL
    JOIN school_class k ON k.id = e.class_id JOIN school s ON s.id = k.school_id JOIN county y ON y.id = s.county_id
  WHERE NOT EXISTS (SELECT 1 FROM guardianship g WHERE g.child_id = c.id)
  ORDER BY k.first_grade_year DESC, c.id`

/**
 * The codes of the demo county, one for a child of grades 3–6, one of grade 1, one of grade 8, in this order. A code
 * that was used up, or whose child has left its grades, is first replaced by one for another unbound child. A band
 * without an unbound child is left out.
 */
export const demoInvitations = async (db: Database, deps: InvitationDeps): Promise<DemoInvitation[]> => {
  const { unbound, usable } = await standing(db, deps)
  const taken = new Set<string>()
  const settled = BANDS.flatMap(({ grades }) => {
    const fits = ({ grade, childId }: Unbound) => grades.some(one => one === grade) && !taken.has(childId)
    const candidates = unbound.filter(fits)
    const kept = usable.find(one => candidates.some(({ childId }) => childId === one.childId))
    const child = kept ? candidates.find(({ childId }) => childId === kept.childId) : candidates[0]
    if (!child) return []
    taken.add(child.childId)
    return [{ ...child, code: kept?.code ?? makeCode(deps.random), isNew: !kept }]
  })
  const fresh = settled.filter(one => one.isNew)
  if (fresh.length > 0) await db.write(invitationRows(fresh, settled, deps))
  return settled.map(({ code, label, grade }) => ({ code, label, grade }))
}

/** Stores new codes: the HMACs as school invitations, and all plain codes of the demo in its setting. */
export const invitationRows = (
  fresh: readonly Kept[],
  all: readonly Kept[],
  { keys, now: at }: Pick<InvitationDeps, 'keys' | 'now'>,
): Statement[] => [
  ...fresh.map(({ code, childId }) =>
    insert(invitation, { code: keys.lookup('invitation', code), childId, kind: 'school', at }),
  ),
  insert(
    setting,
    {
      key: DEMO_INVITATIONS,
      value: JSON.stringify(all.map(({ code, childId }) => ({ code, childId }))),
      by: DEMO_ACTOR,
      at,
    },
    'ON CONFLICT (key) DO UPDATE SET value = excluded.value, by = excluded.by, at = excluded.at',
  ),
]

/** Used, or gone with the record of its child. */
const USED_UP = `SELECT 1 WHERE EXISTS (SELECT 1 FROM invitation_use WHERE code = ?1)
  OR NOT EXISTS (SELECT 1 FROM invitation WHERE code = ?1)`

const standing = async (
  db: Database,
  { keys, now }: InvitationDeps,
): Promise<{ unbound: Unbound[]; usable: Kept[] }> => {
  const [children = [], settings = []] = await db.read([
    statement(UNBOUND),
    statement('SELECT value FROM setting WHERE key = ?', DEMO_INVITATIONS),
  ])
  const kept = keptSchema.parse(JSON.parse(String(settings[0]?.[0] ?? '[]')))
  const uses = await db.read(kept.map(({ code }) => statement(USED_UP, keys.lookup('invitation', code))))
  return {
    unbound: children.map(row => unboundOf(row, now)),
    usable: kept.filter((_, i) => uses[i]?.length === 0),
  }
}

const unboundOf = ([id, label, firstGradeYear, zone]: Row, now: number): Unbound => ({
  childId: String(id),
  label: String(label),
  grade: gradeOn(Number(firstGradeYear), dayOf(Temporal.Instant.fromEpochMilliseconds(now), String(zone))),
})
