// What a clock is told of: light out, sleep, bed, getting up, the start or the finish of the homework.

import { around, has, nearest } from './around.ts'
import { type Clause, isTransparent, neighbour } from './clauses.ts'
import type { ClockRole } from './roles.ts'
import { isWord, type Tag, type Token, type WordToken } from './tokens.ts'

const EVENTS: readonly Tag[] = [
  'sleep',
  'light',
  'bed',
  'now',
  'wake',
  'start',
  'until',
  'finish',
  'errand',
  'home',
  'other',
  'write',
]
const BED: readonly Tag[] = ['sleep', 'light', 'bed', 'now']

function clockEvent(tokens: readonly Token[], at: number): WordToken | undefined {
  const clocks = tokens.flatMap((token, index) => (token.kind === 'clock' ? [index] : []))
  const last = clocks.at(-1) ?? at
  const rightLed = nearest(around(tokens, last).right, EVENTS) !== undefined
  const { left, right } = around(tokens, at)
  const touching = left.find(token => !isTransparent(token))
  if (/[a-z]/i.test(touching?.text ?? '') && isWord(touching, ...BED, 'until', 'start', 'wake', 'finish'))
    return touching
  const onRight = nearest(right, EVENTS)
  const onLeft = nearest(left, EVENTS)
  if (isWord(onRight, 'write', 'other') && isWord(touching, ...BED)) return touching
  return rightLed ? (onRight ?? onLeft) : (onLeft ?? onRight)
}

function eventRole(word: WordToken | undefined, left: readonly Token[]): ClockRole {
  if (!word) return 'bare'
  if (word.tag === 'now') return /灯/.test(word.text) || /着|asleep|入睡/.test(word.text) ? 'light' : 'sleep'
  if (isWord(word, 'light', 'sleep', 'bed', 'wake', 'start', 'finish'))
    return word.tag === 'finish' || word.tag === 'start' ? word.tag : (word.tag as ClockRole)
  if (word.tag === 'until') return has(left, 'other', 'errand', 'doing') ? 'ignored' : 'finish'
  if (word.tag === 'write') return 'start'
  return word.tag === 'home' && /晚上|evening|在家/.test(word.text) ? 'bare' : 'ignored'
}

function isAdults(left: readonly Token[], right: readonly Token[]): boolean {
  const who = left.findIndex(token => isWord(token, 'adult', 'me', 'kid', 'label', 'own_family'))
  if (who === -1 || !isWord(left[who], 'adult', 'me')) return false
  return !left.slice(0, who).some(token => isWord(token, 'tell', 'homework', 'write')) && !has(right.slice(0, 3), 'kid')
}

/** The role of the clock at `at`. */
export function clockRole(clause: Clause, at: number): ClockRole {
  const { tokens } = clause
  const { left, right } = around(tokens, at)
  if (isAdults(tokens.slice(0, at).reverse(), right) || has(left, 'other_family')) return 'ignored'
  const before = neighbour(tokens, at, -1)
  const after = neighbour(tokens, at, 1)
  const beforeThat = isWord(before, 'to') ? neighbour(tokens, tokens.indexOf(before), -1) : undefined
  const afterThat = isWord(after, 'to', 'until') ? neighbour(tokens, tokens.indexOf(after), 1) : undefined
  const idle = nearest(tokens.slice(at), ['other', 'extra', 'errand', 'homework', 'write', 'subject'])
  const span = isWord(idle, 'other', 'extra', 'errand') ? 'ignored' : null
  if (isWord(after, 'vague_after') && /之间/.test(after.text)) return span ?? 'bare'
  if (beforeThat?.kind === 'clock') return span ?? 'finish'
  if (afterThat?.kind === 'clock') return span ?? 'start'
  if (has(left, 'from') || isWord(after, 'until')) return has(left, 'other', 'errand') ? 'ignored' : 'start'
  const role = eventRole(clockEvent(tokens, at), left)
  const told = tokens.some(token => isWord(token, 'past', 'now'))
  const planned = has(left, 'plan') || (has(right, 'plan') && !told)
  if (planned && (role === 'bare' || role === 'sleep' || role === 'light' || role === 'bed')) return 'planned'
  const going = tokens.some(token => isWord(token, 'undone') && /还在|正在|在写|写着|still/.test(token.text))
  if (role === 'bare' && (going || has(tokens, 'policy', 'morning'))) return 'ignored'
  return role
}
