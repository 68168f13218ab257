// Words beside a quantity that blur it (不到, 多, nearly, past) or take it out of the account (早了, 没超, ago).

import { isQuantity, isWord, type Quantity, type Token } from './tokens.ts'

const BEHIND = /^(?:前|之前|以前|后|之后|以后|过后|往后)$/

function seen(tokens: Token[], at: number, step: 1 | -1): Token | undefined {
  let i = at + step
  while (i >= 0 && i < tokens.length) {
    const token = tokens[i]
    const blank = token?.kind === 'text' && token.text.trim() === ''
    if (!blank && !isWord(token, 'hedge', 'at')) return token
    i += step
  }
  return undefined
}

function blurred(tokens: Token[], at: number, token: Quantity): boolean {
  if (token.kind === 'span') return false
  const before = seen(tokens, at, -1)
  const after = seen(tokens, at, 1)
  if (isWord(before, 'vague_before') && !untilWords(before.text)) return true
  if (!isWord(after, 'vague_after')) return false
  return !(token.kind === 'duration' && BEHIND.test(after.text))
}

function untilWords(text: string): boolean {
  return /^not (?:until|till)/i.test(text)
}

function choice(tokens: Token[], at: number): boolean {
  const near = [seen(tokens, at, 1), seen(tokens, at, -1)]
  const other = [at + 1, at - 1].map((i, side) => tokens[side === 0 ? i + 1 : i - 1])
  return near.some((word, side) => isWord(word, 'or') && sameSort(tokens[at], other[side], tokens, at, side === 0 ? 1 : -1))
}

function sameSort(token: Token | undefined, _: Token | undefined, tokens: Token[], at: number, step: 1 | -1): boolean {
  for (let i = at + step, steps = 0; i >= 0 && i < tokens.length && steps < 6; i += step, steps++) {
    const far = tokens[i]
    if (isQuantity(far) || far?.kind === 'number') return far.kind === token?.kind || far.kind === 'number'
  }
  return false
}

/** Clocks and durations beside a blurring word become vague: they are told, and no value can be stored. */
export function blursAttached(tokens: Token[]): Token[] {
  return tokens.map((token, at) => {
    if (!isQuantity(token) || token.kind === 'span' || token.vague) return token
    return blurred(tokens, at, token) || choice(tokens, at) ? { ...token, vague: true } : token
  })
}
