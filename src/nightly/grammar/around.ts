// What stands around a quantity.

import { isQuantity, isWord, type Tag, type Token, type WordToken } from './tokens.ts'

/** The words on either side of a quantity, up to the next quantity or the end of the clause. */
export function around(tokens: readonly Token[], at: number): { left: Token[]; right: Token[] } {
  let from = at
  while (from > 0 && !isQuantity(tokens[from - 1])) from--
  let to = at + 1
  while (to < tokens.length && !isQuantity(tokens[to])) to++
  return { left: tokens.slice(from, at).reverse(), right: tokens.slice(at + 1, to) }
}

/** The first word of one side with one of the tags. */
export function nearest(side: readonly Token[], tags: readonly Tag[]): WordToken | undefined {
  for (const token of side) if (isWord(token, ...tags)) return token
  return undefined
}

/** True if one of the tokens is a word with one of the tags. */
export function has(tokens: readonly Token[], ...tags: Tag[]): boolean {
  return tokens.some(token => isWord(token, ...tags))
}
