import * as z from 'zod'
import { ROLES, type Role, UNIT_OF_ROLE } from '../console/roles.ts'
import { makePassword } from '../console/staff/desk.ts'
import { applyStaff } from '../console/staff/store.ts'
import { gradeUnit } from '../console/unit.ts'
import type { Database } from '../db/database.ts'
import { setting } from '../db/schema/index.ts'
import { insert, type Row, type Statement, statement } from '../db/statement.ts'
import { FIRST_LABEL } from './county.ts'
import { DEMO_ACTOR } from './settings.ts'

/** A desk of the demo county that is printed at its start. */
export interface DemoStaff {
  role: Role
  email: string
  password: string
}

export interface StaffDeps {
  /** Epoch milliseconds. */
  now: number
  random: (n: number) => Uint8Array
  newId: () => string
}

/** Where the plain passwords of the demo are kept, as JSON. Real passwords are kept nowhere. */
const DEMO_STAFF = 'demo.staff'

/** One person for each role, the one to begin with first. */
const PEOPLE: { role: Role; name: string; login: string }[] = [
  { role: 'county_lead', name: '周敏', login: 'desk' },
  { role: 'county_desk', name: '孙立', login: 'cases' },
  { role: 'duty', name: '何平', login: 'duty' },
  { role: 'operator', name: '陆鸣', login: 'operator' },
  { role: 'auditor', name: '白露', login: 'audit' },
  { role: 'reader', name: '常青', login: 'reader' },
  { role: 'school_office', name: '林秋', login: 'office' },
  { role: 'grade_leader', name: '高远', login: 'grade' },
  { role: 'class_teacher', name: '许晴', login: 'teacher' },
  { role: 'provider', name: '马跃', login: 'provider' },
]

const keptSchema = z.array(z.object({ role: z.enum(ROLES), email: z.string(), password: z.string(), hash: z.string() }))
type Kept = z.infer<typeof keptSchema>[number]

/**
 * The staff of the demo county with passwords that work. They stay the same from start to start, so that nothing is
 * hashed again; somebody who changed a password, or was turned off, gets a new one.
 */
export const demoStaff = async (db: Database, deps: StaffDeps): Promise<DemoStaff[]> => {
  const [settings = [], stored = [], places = []] = await db.read([
    statement('SELECT value FROM setting WHERE key = ?', DEMO_STAFF),
    statement(STORED),
    statement(PLACES, FIRST_LABEL),
  ])
  const kept = keptSchema.parse(JSON.parse(String(settings[0]?.[0] ?? '[]')))
  const known = new Map(stored.map(([email, id, password]) => [String(email), { id: String(id), hash: password }]))
  const made = await Promise.all(
    PEOPLE.map(async person => {
      const email = `${person.login}@demo.example`
      const old = kept.find(one => one.email === email)
      if (old && known.get(email)?.hash === old.hash) return { kept: old, statements: [] }
      const { password, hash } = await makePassword(deps)
      const fresh = { role: person.role, email, password, hash }
      return { kept: fresh, statements: personRows({ ...person, ...fresh }, known.get(email)?.id, places, deps) }
    }),
  )
  const statements = made.flatMap(one => one.statements)
  const all = made.map(one => one.kept)
  if (statements.length > 0) await db.write([...statements, keptRow(all, deps.now)])
  return all.map(({ role, email, password }) => ({ role, email, password }))
}

const STORED = `SELECT s.email, s.id, p.password FROM staff s LEFT JOIN staff_password p ON p.staff_id = s.id AND s.off_at IS NULL
  WHERE s.email LIKE '%@demo.example'`
/** The county, and the school, grade and class of the child whose code is printed first. */
const PLACES = `SELECT s.county_id, s.id, k.first_grade_year, k.id FROM child c
    JOIN enrolment e ON e.child_id = c.id AND e.until_date IS NULL
    JOIN school_class k ON k.id = e.class_id JOIN school s ON s.id = k.school_id
  WHERE c.label = ? ORDER BY k.first_grade_year DESC, k.class_no LIMIT 1`

const FROM = '2026-01-01'

const personRows = (
  { role, name, email, hash }: Kept & { name: string },
  knownId: string | undefined,
  [place]: Row[],
  { now, newId }: StaffDeps,
): Statement[] => {
  if (!place) return []
  const [county = '', school = '', year = '', classId = ''] = place.map(String)
  const unit = { county, school, grade: gradeUnit(school, Number(year)), class: classId }[UNIT_OF_ROLE[role]]
  const subject = knownId ?? newId()
  const person = { feature: 'staff', subject } as const
  const changes = [
    knownId
      ? ({ ...person, type: 'StaffReopened', name } as const)
      : ({ ...person, type: 'StaffAdded', countyId: county, name, email } as const),
    { ...person, type: 'PasswordHandedOut', loginId: newId(), hash } as const,
    // The printed password is theirs: whoever tries the demo is not asked to change it.
    { ...person, type: 'PasswordChanged' } as const,
    { ...person, type: 'CodeRemoved' } as const,
    { ...person, type: 'RoleGiven', role, unit, from: FROM, until: null } as const,
  ]
  return changes.flatMap(change => applyStaff(change, now))
}

const keptRow = (all: readonly Kept[], at: number): Statement =>
  insert(
    setting,
    { key: DEMO_STAFF, value: JSON.stringify(all), by: DEMO_ACTOR, at },
    'ON CONFLICT (key) DO UPDATE SET value = excluded.value, by = excluded.by, at = excluded.at',
  )
