import type { Unit } from './unit.ts'

/** The closed list of roles. A staff member holds dated (role, unit) pairs. */
export const ROLES = [
  'class_teacher',
  'grade_leader',
  'school_office',
  'provider',
  'county_desk',
  'county_lead',
  'duty',
  'reader',
  'auditor',
  'operator',
] as const
export type Role = (typeof ROLES)[number]

export const isRole = (text: unknown): text is Role => ROLES.some(role => role === text)

/** The kind of unit for which a role is held. */
export const UNIT_OF_ROLE = {
  class_teacher: 'class',
  grade_leader: 'grade',
  school_office: 'school',
  provider: 'school',
  county_desk: 'county',
  county_lead: 'county',
  duty: 'county',
  reader: 'county',
  auditor: 'county',
  operator: 'county',
} as const satisfies Record<Role, Unit['kind']>

/**
 * Who may do what in a unit that they hold. `public` is for everybody, `self` for whoever is signed in. An action of a
 * feature is named `thing.verb`; a role that is not listed may not.
 */
const ROLES_OF = {
  'roster.read': ['school_office'],
  'roster.change': ['school_office'],
  'invitations.print': ['school_office'],
  'consents.count': ['school_office', 'county_lead'],
  'staff.read': ['school_office', 'county_lead', 'operator'],
  'staff.change': ['school_office', 'county_lead', 'operator'],
  'settings.change': ['operator'],
  'calendar.change': ['operator'],
  'letters.change': ['operator'],
  'jobs.run': ['operator'],
  'health.read': ['operator'],
  'audit.read': ['auditor'],
} as const satisfies Record<string, readonly Role[]>

export type Action = keyof typeof ROLES_OF | 'public' | 'self'

/** A role that somebody holds today, for a unit by its id. */
export interface Holding {
  role: Role
  unit: string
}

/** Whom the console talks to: a staff member with what they hold today, stand-in roles included. */
export interface Actor {
  staffId: string
  holdings: readonly Holding[]
}

/** Whether this person may do this in this unit, by a role held for it or for a unit around it. DESIGN §7. */
export const can = ({ staffId, holdings }: Actor, action: Action, unit: Unit): boolean => {
  if (action === 'public') return true
  if (action === 'self') return staffId !== ''
  const roles: readonly Role[] = ROLES_OF[action]
  return holdings.some(held => roles.includes(held.role) && unit.within.includes(held.unit))
}

/** Units in which this person may do this, as held: what stands inside them is theirs too. */
export const unitsFor = ({ holdings }: Actor, action: Action): string[] => {
  if (action === 'public' || action === 'self') return []
  const roles: readonly Role[] = ROLES_OF[action]
  return [...new Set(holdings.filter(held => roles.includes(held.role)).map(held => held.unit))]
}

/** Roles that see cases, the roster, the audit or the settings: in production they sign in with a code too. */
const NEEDS_CODE: readonly Role[] = [
  'school_office',
  'provider',
  'county_desk',
  'county_lead',
  'duty',
  'auditor',
  'operator',
]

export const needsCode = ({ holdings }: Pick<Actor, 'holdings'>): boolean =>
  holdings.some(held => NEEDS_CODE.includes(held.role))

/**
 * Who may give which roles. Nobody gives what sees more than they do: the operator gives no role that reads a case or a
 * child, so that settings never open a way to them.
 */
const GRANTS: Partial<Record<Role, readonly Role[]>> = {
  school_office: ['class_teacher', 'grade_leader', 'provider'],
  county_lead: ROLES,
  operator: ['operator', 'auditor', 'reader'],
}

/** Whoever gives and takes roles. */
export type Manager = Pick<Actor, 'staffId' | 'holdings'>

/** Roles that this person may give and take in this unit. */
export const grantable = ({ holdings }: Pick<Actor, 'holdings'>, unit: Pick<Unit, 'within'>): Role[] => {
  const given = holdings.filter(held => unit.within.includes(held.unit)).flatMap(held => GRANTS[held.role] ?? [])
  return ROLES.filter(role => given.includes(role))
}
