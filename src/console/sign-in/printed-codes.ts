/** Letters and digits that nobody confuses on paper. */
const SIGNS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const CODES = 10

const signs = (random: (n: number) => Uint8Array, length: number): string =>
  Array.from(random(length), byte => SIGNS[byte % SIGNS.length]).join('')

/** Ten codes to print, each good for one sign-in: `K7QM-2XHD-W9`. 50 bits each. */
export const printedCodes = (random: (n: number) => Uint8Array): string[] =>
  Array.from({ length: CODES }, () => handedOutPassword(random))

/** A password to hand to somebody, who changes it at the first sign-in: `7GK2-9QWE-X4`. 50 bits. */
export const handedOutPassword = (random: (n: number) => Uint8Array): string =>
  `${signs(random, 4)}-${signs(random, 4)}-${signs(random, 2)}`

/** What was typed as a code, as it was printed: capitals, no spaces, hyphens after four. */
export const codeAsPrinted = (typed: string): string => {
  const bare = typed.toUpperCase().replace(/[^0-9A-Z]/g, '')
  return [bare.slice(0, 4), bare.slice(4, 8), bare.slice(8)].filter(Boolean).join('-')
}
