/** Ceilings of a conversation, with their reasons. */

/** A tired parent taps fast, a loop taps faster. */
export const TURNS_A_MINUTE = 20
/** The longest text that is read as one message; longer ones get one kind line. */
export const LONGEST_TEXT = 2000
/** Steps that /back can go. */
export const LONGEST_TRAIL = 8
/** Dialogs that may wait under an interrupting one. */
export const DEEPEST_STACK = 3
/** How often a turn is decided again when somebody else moved first. */
export const DECISIONS = 3
/** An open dialog is forgotten after this long without a word. */
export const DIALOG_LIFE_MS = 7 * 24 * 3600_000
/** How long a turn's own replies may still be delivered; later they would answer a question nobody remembers. */
export const REPLY_LIFE_MS = 12 * 3600_000
/** A message older than this is answered with when it was sent: after an outage nobody remembers. */
export const LATE_MS = 2 * 3600_000
/** A new row is left alone this long, so that the sweeper does not race the turn that wrote it. */
export const CLAIM_MS = 10_000
/** A repeat of an update is answered the same for this long. */
export const REPEAT_MS = 48 * 3600_000
/** Sealed replies are kept for this long, for a repeat of their update. */
export const SEALED_MS = 10 * 60_000
/** Turn rows are kept for this long. */
export const TURN_LIFE_MS = 7 * 24 * 3600_000

export interface Rate {
  minute: number
  turnsInMinute: number
}

export type RateVerdict = 'within' | 'last_line' | 'over'

/** Counts one more turn at `now` (epoch ms): within the limit, the one that gets the polite line, or beyond. */
export const countTurn = (before: Rate, now: number): { rate: Rate; verdict: RateVerdict } => {
  const minute = Math.floor(now / 60_000)
  const turnsInMinute = before.minute === minute ? before.turnsInMinute + 1 : 1
  const rate = { minute, turnsInMinute }
  if (turnsInMinute <= TURNS_A_MINUTE) return { rate, verdict: 'within' }
  return { rate, verdict: turnsInMinute === TURNS_A_MINUTE + 1 ? 'last_line' : 'over' }
}
