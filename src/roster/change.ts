/** The consents of policy §7.3, each a switch of its own. */
export type ConsentKind = 'C1' | 'C2' | 'C3' | 'C4' | 'C5' | 'C6'

/** Who a grown-up is to the child. */
export const RELATIONS = ['mother', 'father', 'grandparent', 'other'] as const
export type Relation = (typeof RELATIONS)[number]

/** Text versions of the consents: a changed text is a new version, and old receipts keep theirs. */
export const CONSENT_VERSION = '2026-11'

/** What an import or the county did with classes and children. `on`: the day from which it counts, `YYYY-MM-DD`. */
export type EnrolmentChange =
  /** `subject` is the class. */
  | { type: 'ClassOpened'; schoolId: string; firstGradeYear: number; classNo: number }
  | ({ type: 'ChildEnrolled'; schoolId: string; classId: string; on: string; label: string } & ChildMarks)
  | { type: 'ChildMoved'; from: string; classId: string; on: string }
  /** Not in the class list any more, and the office said that those leave. `on` is the first day without a class. */
  | { type: 'ChildLeft'; from: string; on: string }
  | { type: 'ChildReturned'; classId: string; on: string }
  /** A key, a nickname or a mended name that the roster tells of a child already enrolled. */
  | ({ type: 'ChildDescribed'; label?: string } & ChildMarks)
  /** `subject` is the county; counts of children. One row of the log per import, by which two at once are noticed. */
  | ({ type: 'RosterImported'; on: string } & Record<
      'added' | 'moved' | 'returned' | 'left' | 'described' | 'unchanged',
      number
    >)

/** What tells children of one name apart. */
type ChildMarks = { nickname?: string; externalKey?: string }

/** What was set up by command: `subject` is the school or the county. */
export type UnitChange =
  | ({ type: 'CountySet' } & CountyFacts)
  | ({ type: 'SchoolAdded'; countyId: string } & SchoolFacts)
  | ({ type: 'SchoolSet' } & SchoolFacts)
  /** `subject` is the school: another spelling that rosters use. */
  | { type: 'SchoolAliased'; alias: string }
  | { type: 'TermAdded'; name: string; from: string; until: string }

export const REGIONS = ['henan', 'heilongjiang', 'national'] as const
/** `code`: six digits of the national division code. `zone`: IANA. */
export type CountyFacts = { name: string; code: string; region: (typeof REGIONS)[number]; zone: string }

export const SCHOOL_KINDS = ['primary', 'junior', 'nine-year'] as const
export const SCHOOL_SYSTEMS = ['6-3', '5-4'] as const
export type SchoolFacts = {
  name: string
  kind: (typeof SCHOOL_KINDS)[number]
  system: (typeof SCHOOL_SYSTEMS)[number]
}

/** What has happened in the roster. `subject` is the child, where nothing else is said. */
export type RosterChange = { feature: 'roster'; subject: string } & (
  | { type: 'GuardianBound'; guardianId: string; relation: Relation; invitation: string }
  | {
      type: 'ConsentAsked' | 'ConsentGiven' | 'ConsentRefused'
      id: string
      guardianId: string
      kind: ConsentKind
      version: string
    }
  | { type: 'FamilyInvited'; guardianId: string; invitation: string; expiresAt: number }
  /** The school made a slip for the child: its earlier slips open nothing from then on. */
  | { type: 'ChildInvited'; invitation: string }
  | EnrolmentChange
  | UnitChange
)
