// Which amounts are blurred, and which sentences tell of nothing that happened tonight.

import { has } from './around.ts'
import { type Clause, neighbour } from './clauses.ts'
import { isQuantity, isWord, type Token } from './tokens.ts'

/** True when the quantity is blurred by the word before or behind it, or offered as one of two. */
export function isVague(tokens: readonly Token[], at: number): boolean {
  const skip = (index: number, step: 1 | -1) => {
    let next = index + step
    while (isWord(tokens[next], 'hedge', 'at', 'by') || tokens[next]?.text === ' ') next += step
    return tokens[next]
  }
  const before = skip(at, -1)
  const after = neighbour(tokens, at, 1)
  const afterwards =
    isWord(before, 'vague_before') && /^(?:after|before)$/i.test(before.text) && tokens[at]?.kind === 'duration'
  if ((isWord(before, 'vague_before', 'or') && !afterwards) || isWord(after, 'vague_after', 'or')) return true
  const behind = after ? neighbour(tokens, tokens.indexOf(after), 1) : undefined
  if (isWord(after, 'vague_before') && /不到|不足|没到|超过/.test(after.text) && !isQuantity(behind)) return true
  const both = (token: Token | undefined) => token?.kind === 'duration'
  return (
    (isWord(after, 'to') && both(neighbour(tokens, tokens.indexOf(after), 1))) ||
    (isWord(before, 'to') && both(neighbour(tokens, tokens.indexOf(before), -1)))
  )
}

/** True in a sentence about others, habits, rules, or a question that reports nothing. */
export function isOutside(clause: Clause, foreign: boolean): boolean {
  const { tokens } = clause
  if (foreign) return true
  if (has(tokens, 'habit', 'childhood') && !has(tokens, 'tonight', 'last_night', 'shift')) return true
  if (has(tokens, 'policy') && !has(tokens, 'write')) return true
  const told = tokens.some(
    token =>
      isWord(token, 'now', 'finish', 'tonight') ||
      (isWord(token, 'past') && token.text !== '的') ||
      (isWord(token, 'write', 'sleep', 'light', 'bed') && /[了的]|wrote|did|spent|slept|went/.test(token.text)),
  )
  const idleQuestion =
    clause.asked && !tokens.some(token => isQuantity(token) && !(token.kind !== 'span' && token.vague))
  return (has(tokens, 'question', 'judge') || idleQuestion) && !told
}
