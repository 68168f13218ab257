const LINE_END = /\n(?=[^\n])/g
const SENTENCE_END = /[。!?！？;；…](?=[^。!?！？;；…])|\.\s/g

/** How long a platform finds a text: in UTF-16 units, or in bytes of UTF-8. */
export type Measure = (text: string) => number

export const inUnits: Measure = text => text.length
export const inBytes: Measure = text => Buffer.byteLength(text)

const lastEnd = (text: string, pattern: RegExp): number => {
  let end = 0
  for (const match of text.matchAll(pattern)) end = match.index + match[0].length
  return end
}

/** The last boundary of a character at or before `limit`; of a code point, should one character be longer than that. */
const characterEnd = (text: string, limit: number): number => {
  if (limit >= text.length) return text.length
  const segment = new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(text).containing(limit)
  if (segment && segment.index > 0) return segment.index
  const low = text.charCodeAt(limit)
  return low >= 0xdc00 && low <= 0xdfff ? limit - 1 : limit
}

/** How many UTF-16 units of a text stay within `limit` by this measure; never half a code point. */
const unitsWithin = (text: string, limit: number, measure: Measure): number => {
  if (measure === inUnits) return limit
  let units = 0
  let used = 0
  for (const character of text) {
    used += measure(character)
    if (used > limit) break
    units += character.length
  }
  return units
}

/** A line's end if it leaves a part at least half full, else a sentence's, else a character's. */
const cutAt = (text: string, limit: number): number => {
  const window = text.slice(0, limit)
  const line = lastEnd(window, LINE_END)
  if (line >= limit / 2) return line
  const sentence = lastEnd(window, SENTENCE_END)
  return sentence >= limit / 2 ? sentence : characterEnd(text, limit)
}

/**
 * Cuts a text into parts of at most `limit` by the measure, at a line or a sentence where it can and never inside a
 * character. Parts of nothing but white space are left out: platforms refuse them.
 */
export const splitText = (text: string, limit: number, measure: Measure = inUnits): string[] => {
  const parts: string[] = []
  let rest = text
  while (measure(rest) > limit) {
    const cut = cutAt(rest, unitsWithin(rest, limit, measure))
    parts.push(rest.slice(0, cut))
    rest = rest.slice(cut)
  }
  return [...parts, rest].map(part => part.trim()).filter(part => part !== '')
}

/** The longest beginning within `limit` by the measure that ends at a character; with `…` where something was cut. */
export const cutText = (text: string, limit: number, measure: Measure = inUnits): string => {
  if (measure(text) <= limit) return text
  const room = unitsWithin(text, limit - measure('…'), measure)
  return `${text.slice(0, characterEnd(text, room))}…`
}
