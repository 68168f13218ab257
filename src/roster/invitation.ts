/** Digits and capitals without 0, 1, I and O, which are mistaken for one another on paper. 32 signs. */
export const CODE_ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
export const CODE_LENGTH = 10

/** How people break a code when they copy it. Other groupings are ordinary text (hw 45 bed 922). */
const GROUPINGS = [
  [5, 5],
  [4, 3, 3],
  [3, 4, 3],
  [3, 3, 4],
] as const
const MOST_TRIES = 1000

/** What people write for words of which the emergency screen must take notice: a code with it would get the card. */
const SPELLS_DANGER = /ZS|QJ|BXH|MY|ME/

/**
 * A new invitation code: ten signs, about 49 bits, never all letters or all digits, so that it looks like no word and
 * no phone number. `random(n)` gives n bytes of cryptographic randomness; codes are unguessable only if it is.
 * Throws when `random` keeps giving unusable bytes, which sound randomness does not.
 */
export function makeCode(random: (length: number) => Uint8Array): string {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    // 256 is a multiple of 32, so the low five bits of a byte choose without bias.
    const code = Array.from(random(CODE_LENGTH), byte => CODE_ALPHABET.charAt(byte & 31)).join('')
    if (SPELLS_DANGER.test(code)) continue
    if (GROUPINGS.every(sizes => readCode(grouped(code, sizes)) === code)) return code
  }
  throw new Error('no invitation code could be made: the random source is broken')
}

/**
 * The code a message consists of, in capitals, or undefined. Lower case, full-width signs, and one space or hyphen
 * between groups are accepted; a code inside other words is not, nor words and numbers that happen to fit.
 */
export function readCode(text: string): string | undefined {
  const groups = text
    .normalize('NFKC')
    .trim()
    .split(/ *[-‐–—−] *| +/)
  const code = groups.join('')
  if (!/^[A-Za-z2-9]{10}$/.test(code) || !isMixed(code) || /[IiOo]/.test(code)) return undefined
  if (groups.length > 1 && !(isKnownGrouping(groups) && groups.some(isMixed))) return undefined
  return code.toUpperCase()
}

function isMixed(text: string): boolean {
  return /[A-Za-z]/.test(text) && /[0-9]/.test(text)
}

function isKnownGrouping(groups: readonly string[]): boolean {
  const sizes = groups.map(group => group.length).join()
  return GROUPINGS.some(known => known.join() === sizes)
}

function grouped(code: string, sizes: readonly number[]): string {
  const starts = sizes.map((_, i) => sizes.slice(0, i).reduce((sum, size) => sum + size, 0))
  return sizes.map((size, i) => code.slice(starts[i], (starts[i] ?? 0) + size)).join(' ')
}
