/** Who did it. Stored with every change. */
export type Actor =
  | { kind: 'parent'; id: string }
  | { kind: 'staff'; id: string }
  | { kind: 'school'; id: string }
  | { kind: 'job'; id: string }

/**
 * What has happened, in the past tense. Dialogs, console pages, imports and jobs all get changes from a feature's rules
 * and hand them to that feature's store. `subject` is the record it tells of: its log lives as long as that record.
 */
export interface Change {
  feature: string
  type: string
  subject: string
}

/** A change that only follows from another one of the same batch: it leaves no row of its own in the log. */
export interface Derived {
  derived: true
}

export const isLogged = (change: Change): boolean => !('derived' in change)

/** Why a rule said no. The door that asked turns the code into a sentence. */
export interface Refusal<Code extends string = string> {
  refused: Code
}

export const isRefusal = <C extends Change, R extends Refusal>(result: C[] | R): result is R => !Array.isArray(result)
