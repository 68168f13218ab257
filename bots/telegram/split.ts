const LINE_END = /\n(?=[^\n])/g
const SENTENCE_END = /[。!?！？;；…](?=[^。!?！？;；…])|\.\s/g

const lastEnd = (text: string, pattern: RegExp): number => {
  let end = 0
  for (const match of text.matchAll(pattern)) end = match.index + match[0].length
  return end
}

/** The last boundary of a character at or before `limit`; of a code point, should one character be longer than that. */
const characterEnd = (text: string, limit: number): number => {
  const segment = new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(text).containing(limit)
  if (segment && segment.index > 0) return segment.index
  const low = text.charCodeAt(limit)
  return low >= 0xdc00 && low <= 0xdfff ? limit - 1 : limit
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
 * Cuts a text into parts of at most `limit` UTF-16 units, at a line or a sentence where it can and never inside a
 * character. Parts of nothing but white space are left out: the platform refuses them.
 */
export const splitText = (text: string, limit: number): string[] => {
  const parts: string[] = []
  let rest = text
  while (rest.length > limit) {
    const cut = cutAt(rest, limit)
    parts.push(rest.slice(0, cut))
    rest = rest.slice(cut)
  }
  return [...parts, rest].map(part => part.trim()).filter(part => part !== '')
}
