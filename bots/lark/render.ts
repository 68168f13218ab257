import { linkInWords, withLines } from '../../src/chat/numbered.ts'
import type { Reply } from '../../src/chat/reply.ts'
import { inBytes, splitText } from '../../src/chat/split.ts'
import { cardOf, LARGEST_CARD, MOST_OPTIONS } from './card.ts'

/** One message of the platform. An image still has to be uploaded. */
export type Part = { type: 'text' | 'interactive'; content: string } | { type: 'image'; image: string }

/**
 * The longest text of one message, in bytes. Lark takes 150 KB; this leaves room for the escapes of its JSON, and
 * nobody reads more in one piece.
 */
export const LONGEST_TEXT = 30_000

/** Whether the choices are numbered lines: more than a list shows, or too heavy for a card. */
export const isNumbered = (reply: Reply): boolean =>
  (reply.choices?.length ?? 0) > 0 && ((reply.choices?.length ?? 0) > MOST_OPTIONS || !isCard(reply))

const isCard = (reply: Reply): boolean => Buffer.byteLength(JSON.stringify(cardOf(reply))) <= LARGEST_CARD

/** A reply as messages, in order: the picture first, then a card when there is something to tap, else texts. */
export const render = (reply: Reply): Part[] => {
  const image: Part[] = reply.image ? [{ type: 'image', image: reply.image }] : []
  const say = [reply.say.trim(), reply.file ? `${reply.file.name}\n${reply.file.url}` : ''].filter(Boolean).join('\n')
  const hasTaps = (reply.choices?.length ?? 0) > 0 || reply.link !== undefined
  if (hasTaps && !isNumbered(reply) && isCard({ ...reply, say })) {
    return [...image, { type: 'interactive', content: JSON.stringify(cardOf({ ...reply, say })) }]
  }
  const words = withLines(linkInWords({ ...reply, say }), reply.choices ?? [])
  const texts = splitText(words, LONGEST_TEXT, inBytes)
  return [...image, ...texts.map(text => ({ type: 'text' as const, content: JSON.stringify({ text }) }))]
}
