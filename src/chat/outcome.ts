import type { Keys } from '../db/keys.ts'
import { type Statement, statement } from '../db/statement.ts'
import type { Delivery } from './channel.ts'
import { type Due, HELD } from './due.ts'

/** Back-off after the given number of tries, in ms: 1 s, 2 s, 4 s … 10 min, with up to half again of jitter. */
export const backOff = (tries: number, random: number): number =>
  Math.round(Math.min(1000 * 2 ** Math.min(tries, 12), 600_000) * (1 + random / 2))

/** Tries after which a message becomes a dead letter. */
export const MOST_TRIES = 12

/** What became of a row: what the platform said, or that it was not to leave any more. */
export type Outcome = Delivery | { outcome: 'dropped' }

/** What a delivery's outcome makes of its row. `by` names the row. */
export const outcomeStatements = (
  due: Pick<Due, 'id' | 'conversation' | 'tries' | 'expiresAt' | 'notice'>,
  delivery: Outcome,
  now: number,
  random: number,
  keys: Keys,
): Statement[] => {
  switch (delivery.outcome) {
    case 'sent':
      return [statement('UPDATE outbox SET sent_at = ?, error = NULL WHERE id = ?', now, due.id)]
    case 'wait':
      return [statement('UPDATE outbox SET not_before = ?, claimed_until = 0 WHERE id = ?', now + delivery.ms, due.id)]
    case 'again':
      return due.tries + 1 >= MOST_TRIES
        ? [dead(due.id, now, delivery.error)]
        : [
            statement(
              'UPDATE outbox SET tries = tries + 1, not_before = ?, claimed_until = 0, error = ? WHERE id = ?',
              now + backOff(due.tries, random),
              delivery.error,
              due.id,
            ),
          ]
    case 'refused':
      return [dead(due.id, now, delivery.error)]
    case 'dropped':
      return [statement('DELETE FROM outbox WHERE id = ?', due.id)]
    case 'hold':
      return [
        statement(
          'UPDATE outbox SET not_before = ?, claimed_until = 0, error = ? WHERE id = ?',
          due.expiresAt,
          HELD,
          due.id,
        ),
      ]
    case 'gone':
      if (due.notice) {
        const unset = statement('UPDATE conversation SET notice_to = NULL WHERE id = ?', due.conversation)
        return [unset, dead(due.id, now, delivery.error)]
      }
      return [
        statement('UPDATE conversation SET gone_at = ? WHERE id = ?', now, due.conversation),
        statement(
          'UPDATE outbox SET dead_at = ?, error = ? WHERE conversation = ? AND sent_at IS NULL AND dead_at IS NULL',
          now,
          delivery.error,
          due.conversation,
        ),
      ]
    case 'moved':
      return [
        statement(
          'UPDATE conversation SET address = ? WHERE id = ?',
          keys.seal(delivery.address, due.conversation),
          due.conversation,
        ),
        statement('UPDATE outbox SET claimed_until = 0, tries = tries + 1 WHERE id = ?', due.id),
      ]
  }
}

/** Lets go what waited for this person's next word. */
export const releaseHeld = (conversation: string, now: number): Statement =>
  statement(
    `UPDATE outbox SET not_before = ? WHERE conversation = ? AND error = '${HELD}' AND sent_at IS NULL AND dead_at IS NULL`,
    now,
    conversation,
  )

const dead = (id: string, now: number, error: string): Statement =>
  statement('UPDATE outbox SET dead_at = ?, error = ? WHERE id = ?', now, error, id)
