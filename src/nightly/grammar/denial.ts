// 不是A,是B: what is denied.

import { isQuantity, isWord, type Tag, type Token } from './tokens.ts'

const PLAIN: readonly Tag[] = [
  'not',
  'self_fix',
  'filler',
  'previous',
  'tonight',
  'last_night',
  'before_last',
  'homework',
  'sleep',
  'kid',
  'actually',
  'hedge',
  'at',
  'by',
  'label',
  'tell',
  'adult',
  'me',
  'past',
  'write',
  'bed',
  'light',
]

/** A message that opens with 不是A,是B, or with 是B不是A, takes something back. */
export function opensWithDenial(tokens: readonly Token[]): boolean {
  const not = tokens.findIndex(token => isWord(token, 'not'))
  const isValue = (token: Token) => isQuantity(token) || token.kind === 'number'
  const values = tokens.filter(isValue)
  if (not === -1 || values.length !== 2) return false
  const denied = tokens.slice(not + 1).find(token => token.text.trim() !== '')
  const first = tokens.findIndex(isValue)
  const head = tokens.slice(0, first).filter(token => token.text.trim() !== '')
  const plain = head.every(token => (token.kind === 'mark' && token.mark !== 'stop') || isWord(token, ...PLAIN))
  const said = not < first || head.some(token => isWord(token, 'actually', 'hedge', 'self_fix'))
  return plain && said && denied !== undefined && isDeniable(denied, tokens, not)
}

function isDeniable(denied: Token, tokens: readonly Token[], not: number): boolean {
  if (isQuantity(denied) || denied.kind === 'number') return true
  const behind = tokens[tokens.indexOf(denied, not) + 1]
  return isWord(denied, 'at', 'homework', 'sleep', 'hedge', 'write') && behind !== undefined && isQuantity(behind)
}
