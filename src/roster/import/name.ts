import { rosterLimits } from './limits.ts'
import type { NameErrorCode } from './types.ts'

const LETTER = '[\\p{L}\\p{M}〇་]'
const NAME = new RegExp(`^${LETTER}(?:${LETTER}|[\\p{Nd} ·•・‧.'’()（）-])*$`, 'u')
/** What a rare character becomes when a file is saved in an encoding that lacks it. */
const LOST = /[?？□\ufffd\p{Co}]/u

/**
 * The label of a child as the file gives it: trimmed, and without the spaces that pad 王　五 to three characters.
 * Han, minority and Latin names, up to 20 characters, with · . ' - and brackets inside, and no more than two digits
 * together (张伟2), so that no number of any kind rides along.
 * Answers a code instead when it is no name; the code never holds the text.
 */
export function readChildName(text: string): { name: string } | { refused: NameErrorCode } {
  const name = text
    .trim()
    .replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '')
    .replace(/\s+/g, ' ')
  if (LOST.test(name)) return { refused: 'name-lost' }
  if (/\p{C}/u.test(name)) return { refused: 'name-hidden' }
  if (Array.from(name).length > rosterLimits.nameLength) return { refused: 'name-long' }
  if (/^[\p{Nd}\s.-]+$|\p{Nd}{3}/u.test(name)) return { refused: 'name-digits' }
  return NAME.test(name) ? { name } : { refused: 'name-signs' }
}

/** Two spellings of one name have one key: width, case, spaces and the kind of middle dot do not count. */
export function nameKey(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[•・‧.]/g, '·')
    .replace(/[\s’']/g, '')
}
