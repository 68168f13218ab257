import type { ConsentKind } from './change.ts'

/** A guardian (家长) decides for a child; a helper (帮手) lends a hand until the term ends. */
export type Role = 'guardian' | 'helper'

/**
 * How far a right goes: `all` of the child's, `own` (what this person said, their own link), `today` (the night of the
 * moment), `together` (nobody alone while there is another guardian), or `none`.
 */
export type Scope = 'all' | 'own' | 'today' | 'together' | 'none'

/**
 * Who may do what about a child. Everything that asks "may they?" asks this table; a row that is missing is a right
 * that nobody has. Policy §7.3, §7.4; helpers by the design's binding.
 */
export const RIGHTS = {
  /** Say how long homework took and when the light went out. */
  report: { guardian: 'all', helper: 'all' },
  /** Change or take back an answer. A guardian's later answer counts before anybody's; no answer is overwritten. */
  correct: { guardian: 'all', helper: 'own' },
  /** See the nights and the picture of them. */
  seeNights: { guardian: 'all', helper: 'today' },
  /** Give, refuse and take back consents. Each guardian has their own; any one of them holds a consent up. */
  consent: { guardian: 'own', helper: 'none' },
  /** Take a consent out of force for everybody by saying no to it. */
  freeze: { guardian: 'all', helper: 'none' },
  /** Make a code for another guardian or a helper. */
  invite: { guardian: 'all', helper: 'none' },
  /** See who helps, and end it. A helper may end their own. */
  endHelp: { guardian: 'all', helper: 'own' },
  /** Take a copy away: one's own answers, never the other guardian's. */
  export: { guardian: 'own', helper: 'none' },
  /** Have one's own answers deleted. */
  deleteEntries: { guardian: 'own', helper: 'none' },
  /** End one's own link with the child. */
  leave: { guardian: 'own', helper: 'own' },
  /** Have the child's whole record deleted. */
  deleteRecord: { guardian: 'together', helper: 'none' },
  /** Be reminded (C5) and given tips (C4). */
  remind: { guardian: 'own', helper: 'none' },
  /** After-school choices and their fees. */
  fees: { guardian: 'all', helper: 'none' },
  /** Complaints about the child's school, and what became of them. */
  cases: { guardian: 'own', helper: 'none' },
} as const satisfies Record<string, Record<Role, Scope>>

export type Right = keyof typeof RIGHTS

/** How far a right goes for somebody; `null` (no link with the child) has none. */
export const scopeOf = (role: Role | null, right: Right): Scope => (role === null ? 'none' : RIGHTS[right][role])

/** Whether somebody has a right at all, however far it goes. */
export const may = (role: Role | null, right: Right): boolean => scopeOf(role, right) !== 'none'

/** Whether somebody may take a copy of their own answers away. */
export const mayExport = (role: Role | null): boolean => may(role, 'export')

/** Whether somebody may have this deleted without asking anybody. `guardians`: how many the child has, them included. */
export const mayDelete = (role: Role | null, what: 'entries' | 'link' | 'record', guardians: number): boolean => {
  if (what === 'entries') return may(role, 'deleteEntries')
  if (what === 'link') return may(role, 'leave')
  return scopeOf(role, 'deleteRecord') === 'together' && guardians === 1
}

/** What one guardian of a child has come to about its record. */
export interface Parting {
  /** Their link with the child has ended. */
  left: boolean
  /** They have said yes to deleting the whole record, and have not taken it back. */
  agrees: boolean
}

/**
 * Whether a child's record goes: when the last guardian has left, or when every guardian who is still there agrees.
 * `guardians`: everybody who ever was one. A child that never had a guardian has no record to lose.
 */
export const recordGoes = (guardians: readonly Parting[]): boolean =>
  guardians.length > 0 && guardians.every(({ left, agrees }) => left || agrees)

/** What a guardian last said to a consent: given, refused, or asked without an answer. */
export type Said = 'given' | 'refused' | 'asked'

export type Answers = Partial<Record<ConsentKind, Said>>

/**
 * Whether a consent is in force for a child: somebody gave it and nobody has said no. So either guardian freezes
 * C2–C6 alone, and what froze thaws only when the one who said no changes their mind or leaves. Silence is no
 * objection, and no consent.
 */
export const consentHolds = (guardians: readonly Answers[], kind: ConsentKind): boolean =>
  guardians.some(said => said[kind] === 'given') && !isObjected(guardians, kind)

/** Whether a guardian has said no. */
export const isObjected = (guardians: readonly Answers[], kind: ConsentKind): boolean =>
  guardians.some(said => said[kind] === 'refused')

/**
 * Whether nights are kept for a child. Guardians who disagree about C1 stop the record: what is there is stored and used
 * for nothing (policy §7.3). In junior school a child who is not willing stops it too (KNOW); nobody having asked does not.
 */
export const isRecording = (guardians: readonly Answers[]): boolean =>
  consentHolds(guardians, 'C1') && !isObjected(guardians, 'KNOW')

/** Helpers a child may have at one time. */
export const MOST_HELPERS = 4
