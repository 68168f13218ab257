import { linkInWords, withLines } from '../../src/chat/numbered.ts'
import type { Reply } from '../../src/chat/reply.ts'
import { inBytes, splitText } from '../../src/chat/split.ts'
import { cardOf, fitsCard, LONGEST_SAY } from './card.ts'
import { wordsBeside } from './words.ts'

/** One message of the app. An image still has to be uploaded. */
export type Part =
  | { msgtype: 'text'; text: { content: string } }
  | { msgtype: 'template_card'; template_card: object }
  | { msgtype: 'image'; image: string }

/** WeCom cuts a longer text at this many bytes, without a word and inside a character. */
export const LONGEST_TEXT = 2048

/** Whether the choices are numbered lines: more than a card shows. */
export const isNumbered = ({ choices = [] }: Reply): boolean => choices.length > 0 && !fitsCard(choices)

const textPart = (content: string): Part => ({ msgtype: 'text', text: { content } })

const wordsOf = (reply: Reply): string =>
  [linkInWords(reply).trim(), reply.file ? `${reply.file.name}\n${reply.file.url}` : ''].filter(Boolean).join('\n')

/** The texts of some words, none of them over the limit. */
export const textsOf = (words: string): string[] => splitText(words, LONGEST_TEXT, inBytes)

/**
 * A reply as messages of the app, in order: the picture, words too long for a card, then the card. `id` is the
 * message's own: a card with the same task is not taken twice.
 */
export const render = (reply: Reply, id: string): Part[] => {
  const image: Part[] = reply.image ? [{ msgtype: 'image', image: reply.image }] : []
  const { choices = [] } = reply
  const words = wordsOf(reply)
  if (choices.length === 0) return [...image, ...textsOf(words).map(textPart)]
  if (isNumbered(reply)) return [...image, ...textsOf(withLines(words, choices)).map(textPart)]
  const isShort = [...words].length <= LONGEST_SAY
  const before = isShort ? [] : textsOf(words).map(textPart)
  const say = isShort && words !== '' ? words : wordsBeside(words).choose
  return [...image, ...before, { msgtype: 'template_card', template_card: cardOf(say, choices, id) }]
}

/** The one text that a passive answer can carry instead of a call; undefined when the reply is more than that. */
export const passiveText = (replies: Reply[]): string | undefined => {
  const [reply, ...more] = replies
  if (!reply || more.length > 0 || reply.image || (reply.choices?.length ?? 0) > 0) return undefined
  const [text, ...others] = textsOf(wordsOf(reply))
  return others.length === 0 ? text : undefined
}
