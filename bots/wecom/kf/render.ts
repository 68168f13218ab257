import { linkInWords, withLines } from '../../../src/chat/numbered.ts'
import type { Choice, Reply } from '../../../src/chat/reply.ts'
import { cutText, inBytes, splitText } from '../../../src/chat/split.ts'
import { wordsBeside } from '../words.ts'

/** One message of 微信客服. An image still has to be uploaded. */
export type KfPart =
  | { msgtype: 'text'; text: { content: string } }
  | { msgtype: 'msgmenu'; msgmenu: object }
  | { msgtype: 'image'; image: string }

/** What a menu holds: lines, bytes of the words above them, of a line, and of its id. */
export const MOST_LINES = 10
export const LONGEST_HEAD = 1024
const LONGEST_LINE = 128
const LONGEST_ID = 64
/** The platform takes 2048 bytes; the rest is for the line that says there is more. */
const LONGEST_TEXT = 1980

const fitsMenu = (say: string, choices: Choice[]): boolean =>
  inBytes(say) <= LONGEST_HEAD && choices.every(({ id }) => inBytes(id) <= LONGEST_ID)

const wordsOf = (reply: Reply): string =>
  [linkInWords(reply).trim(), reply.file ? `${reply.file.name}\n${reply.file.url}` : ''].filter(Boolean).join('\n')

/** Whether the choices are numbered lines: the words above them are too long for a menu. */
export const isNumbered = (reply: Reply): boolean =>
  (reply.choices?.length ?? 0) > 0 && !fitsMenu(wordsOf(reply), reply.choices ?? [])

const line = ({ id, label }: Choice) => ({
  type: 'click',
  click: { id, content: cutText(label, LONGEST_LINE, inBytes) },
})

/** Ten lines at most: of more, nine, and one that turns the page. */
const linesOf = (say: string, choices: Choice[]): object[] => {
  if (choices.length <= MOST_LINES) return choices.map(line)
  const shown = choices.slice(0, MOST_LINES - 1)
  const prompt = /^p\d+\./.exec(shown[0]?.id ?? '')?.[0] ?? ''
  return [...shown.map(line), line({ id: `${prompt}page:${shown.length}`, label: wordsBeside(say).more })]
}

/** A reply as messages, as few as can be: five are all that one word of the person pays for. */
export const renderKf = (reply: Reply): KfPart[] => {
  const image: KfPart[] = reply.image ? [{ msgtype: 'image', image: reply.image }] : []
  const { choices = [] } = reply
  const words = wordsOf(reply)
  if (choices.length > 0 && !isNumbered(reply)) {
    return [...image, { msgtype: 'msgmenu', msgmenu: { head_content: words, list: linesOf(words, choices) } }]
  }
  return [
    ...image,
    ...splitText(withLines(words, choices), LONGEST_TEXT, inBytes).map(content => ({
      msgtype: 'text' as const,
      text: { content },
    })),
  ]
}
