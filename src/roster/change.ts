/** The consents of policy §7.3, each a switch of its own. */
export type ConsentKind = 'C1' | 'C2' | 'C3' | 'C4' | 'C5' | 'C6'

/** Who a grown-up is to the child. */
export const RELATIONS = ['mother', 'father', 'grandparent', 'other'] as const
export type Relation = (typeof RELATIONS)[number]

/** Text versions of the consents: a changed text is a new version, and old receipts keep theirs. */
export const CONSENT_VERSION = '2026-11'

/** What has happened in the roster. `subject` is the child. */
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
)
