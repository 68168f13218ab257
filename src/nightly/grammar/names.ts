// Children called by names of their own: Tom 40 min … Lucy 20 min; 朵朵四十分钟 … 乐乐半小时.

import { isTransparent } from './clauses.ts'
import { isQuantity, isWord, type Token } from './tokens.ts'

const LATIN_NAME = /^[A-Z][a-z]{1,11}(?:'s)?$/
const CHINESE_NAME = /^(?:([\u4e00-\u9fa5])\1|[小阿][\u4e00-\u9fa5]|[\u4e00-\u9fa5]{1,2}[哥姐妹弟宝])$/

function isName(token: Token): boolean {
  return token.kind === 'text' && (LATIN_NAME.test(token.text) || CHINESE_NAME.test(token.text))
}

/** A name stands at the head of a sentence or clause and something is told of it at once. */
function isToldOf(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]
  const heads =
    before === undefined ||
    before.kind === 'mark' ||
    before.text.trim() === '' ||
    isWord(before, 'tonight', 'last_night', 'and')
  let next = at + 1
  while (isTransparent(tokens[next]) || isWord(tokens[next], 'homework', 'took')) next++
  const told = tokens[next]
  return (
    heads &&
    (isQuantity(told) || told?.kind === 'number' || isWord(told, 'write', 'none', 'nil', 'finish', 'sleep', 'undone'))
  )
}

/** Two or more different names, each with something told of it, become labels; one name alone stays as it is. */
export function namesLabelled(tokens: readonly Token[]): Token[] {
  const named = tokens.filter((token, at) => isName(token) && isToldOf(tokens, at))
  if (new Set(named.map(token => token.text)).size < 2) return [...tokens]
  const names = new Set(named.map(token => token.text))
  return tokens.map(token =>
    token.kind === 'text' && names.has(token.text)
      ? { kind: 'word', tag: 'label', start: token.start, end: token.end, text: token.text.replace(/'s$/, '') }
      : token,
  )
}
