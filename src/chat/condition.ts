import type { Statement } from '../db/statement.ts'

/** An unasked message that may leave only while something is so. */
export interface Guarded {
  /** The outbox row's id. */
  id: string
  conversation: string
  /** What stands behind the colon of the row's `only_while`. */
  about: string
}

/**
 * What decides, at the moment of sending, whether a message may still leave: a reminder only while tonight has no
 * answer. A feature gives it; nothing about it is kept in the outbox.
 */
export interface Condition {
  /**
   * Asked right before the message is handed over. Undefined: it may not leave (any more), and its row goes without a
   * trace. Otherwise it counts as sent from now on, so that a crash can never send it twice; the statements returned
   * take that back when the platform did not take it.
   */
  claim(message: Guarded): Promise<Statement[] | undefined>
  /** Whether a message that has left may still be shown on a page that fetches it only now. */
  holds(message: Guarded): Promise<boolean>
}

/** Conditions by the word before the colon. */
export type Conditions = Record<string, Condition>

/** The condition that `only_while` names, and what it is about. An unknown word holds never. */
export const conditionOf = (
  conditions: Conditions,
  onlyWhile: string,
): { condition: Condition | undefined; about: string } => {
  const [word = '', ...about] = onlyWhile.split(':')
  return { condition: Object.hasOwn(conditions, word) ? conditions[word] : undefined, about: about.join(':') }
}
