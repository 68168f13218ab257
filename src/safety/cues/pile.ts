/**
 * Words that say little alone and much together: who, what was done, where, with what, how the child is since.
 * Each cue counts once a passage; `weigh.ts` adds them up. Read on folded text without figures of speech.
 */
import type { EmergencyKind } from '../signs/sign.ts'

/** Points and the words that earn them. */
export type Cue = readonly [points: number, words: RegExp]

/** A pile of cues for one leaf; `core` must be among those found. */
export type Pile = {
  readonly id: string
  readonly kind: EmergencyKind
  readonly core: readonly Cue[]
  readonly more: readonly Cue[]
  /** Points taken off again: what makes the same words ordinary. */
  readonly less?: readonly Cue[]
  readonly unless?: RegExp
  /** Core points needed; two unless said. */
  readonly needs?: number
  readonly mends?: true
}
