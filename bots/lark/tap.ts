import { NotStored, type TakeTurn, type TurnAnswer } from '../../src/chat/channel.ts'
import type { Inbound } from '../../src/chat/inbound.ts'
import type { Reply } from '../../src/chat/reply.ts'
import { cardOf } from './card.ts'
import { isNumbered } from './render.ts'
import { toastOf } from './words.ts'

/** Lark shows an error after 3 s and never asks again: what is not done by then is answered with a word. */
const PATIENCE_MS = 2500

export interface TapDeps {
  take: TakeTurn
  /** The reply that showed this choice, while it is kept. */
  shown: (account: string, choice: string) => Promise<Reply | undefined>
}

/**
 * Takes the turn of a tap and resolves to the answer of the callback: a word, and the card drawn anew with the tapped
 * button marked. What could not be stored is said so, since nobody repeats a callback.
 */
export const answerTap = async ({ take, shown }: TapDeps, inbound: Inbound): Promise<object> => {
  const turn = take(inbound)
  turn.catch(() => undefined)
  try {
    const answer = await Promise.race([turn, late()])
    if (answer === undefined) return { toast: toastOf('info', 'soon') }
    if (answer.limited) return { toast: toastOf('info', 'fast') }
    return { toast: toastOf('success', 'got'), ...(await redrawn(shown, inbound)) }
  } catch (error) {
    if (error instanceof NotStored) return { toast: toastOf('error', 'again') }
    throw error
  }
}

const late = (): Promise<TurnAnswer | undefined> =>
  new Promise(resolve => setTimeout(resolve, PATIENCE_MS, undefined).unref?.())

const redrawn = async (shown: TapDeps['shown'], { account, content }: Inbound): Promise<object> => {
  if (content.kind !== 'choice') return {}
  const reply = await shown(account, content.id).catch(() => undefined)
  if (!reply || isNumbered(reply)) return {}
  return { card: { type: 'raw', data: cardOf({ ...reply, chosen: content.id }) } }
}
