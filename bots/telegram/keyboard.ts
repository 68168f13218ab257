import type { Choice } from '../../src/chat/reply.ts'
import type { Button } from './parse.ts'

/** Telegram's limit of `callback_data`, in bytes of UTF-8. */
export const MOST_DATA_BYTES = 64

/**
 * How many buttons stand side by side, by the widest label among them in half-width columns (a Han character is two):
 * what a phone of 360 dp shows without cutting a label.
 */
const SIDE_BY_SIDE: [widest: number, buttons: number][] = [
  [8, 4],
  [11, 3],
  [18, 2],
  [Number.POSITIVE_INFINITY, 1],
]

const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u

/** Width of a label in half-width columns. */
export const labelWidth = (label: string): number => [...label].reduce((sum, c) => sum + (WIDE.test(c) ? 2 : 1), 0)

const mayStandTogether = (labels: string[]): number => {
  const widest = Math.max(...labels.map(labelWidth))
  return SIDE_BY_SIDE.find(([width]) => widest <= width)?.[1] ?? 1
}

const inRows = (choices: Choice[], atMost: number): Choice[][] => {
  const rows: Choice[][] = []
  for (const choice of choices) {
    const row = rows.at(-1)
    const together = [...(row ?? []), choice]
    const room = Math.min(atMost, mayStandTogether(together.map(c => c.label)))
    if (row && together.length <= room) row.push(choice)
    else rows.push([choice])
  }
  return rows
}

/** Choices in rows, in their order, evenly: of the layouts with the fewest rows, the one with the shortest rows. */
export const layOut = (choices: Choice[]): Button[][] => {
  const widest = inRows(choices, 4)
  const layouts = [inRows(choices, 2), inRows(choices, 3), widest]
  const even = layouts.find(rows => rows.length === widest.length) ?? widest
  return even.map(row => row.map(({ id, label }) => ({ text: label, callback_data: id })))
}

/** The ids that Telegram would refuse, by their size. */
export const fitsButton = ({ id }: Choice): boolean => {
  const bytes = Buffer.byteLength(id)
  return bytes >= 1 && bytes <= MOST_DATA_BYTES
}

const MARK = '✅ '

const unmarked = (text: string): string => (text.startsWith(MARK) ? text.slice(MARK.length) : text)

/** The same keyboard with the chosen button marked and no other; undefined when nothing would change. */
export const markChosen = (rows: Button[][], chosen: string): Button[][] | undefined => {
  const mark = (button: Button): Button => ({
    ...button,
    text: (button.callback_data === chosen ? MARK : '') + unmarked(button.text),
  })
  const marked = rows.map(row => row.map(mark))
  const same = marked.every((row, y) => row.every((button, x) => button.text === rows[y]?.[x]?.text))
  return same ? undefined : marked
}
