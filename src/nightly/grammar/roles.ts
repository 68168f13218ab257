// Which part each quantity plays: minutes of homework, another activity, a break, light out, getting up, a plan.

import { type Clause, isTransparent, neighbour } from './clauses.ts'
import {
  type ClockToken,
  type DurationToken,
  isQuantity,
  isWord,
  type Tag,
  type Token,
  type WordToken,
} from './tokens.ts'

export type DurationRole = 'homework' | 'other' | 'break' | 'total' | 'net' | 'ignored'
export type ClockRole = 'light' | 'sleep' | 'bed' | 'bare' | 'wake' | 'start' | 'finish' | 'planned' | 'ignored'

export interface PlacedDuration {
  kind: 'duration'
  token: DurationToken
  role: DurationRole
  vague: boolean
  /** Another sitting: 又写, then. */
  again: boolean
}
export interface PlacedClock {
  kind: 'clock'
  token: ClockToken
  role: ClockRole
  vague: boolean
}
export type Placed = PlacedDuration | PlacedClock

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
const ACTIVITY: readonly Tag[] = [
  'homework',
  'subject',
  'write',
  'took',
  'finish',
  'other',
  'extra',
  'idle',
  'break',
  'errand',
  'doing',
  'awake',
  'start',
]

/** The words on either side of a quantity, up to the next quantity or the end of the clause. */
function around(tokens: readonly Token[], at: number): { left: Token[]; right: Token[] } {
  let from = at
  while (from > 0 && !isQuantity(tokens[from - 1])) from--
  let to = at + 1
  while (to < tokens.length && !isQuantity(tokens[to])) to++
  return { left: tokens.slice(from, at).reverse(), right: tokens.slice(at + 1, to) }
}

function nearest(side: readonly Token[], tags: readonly Tag[]): WordToken | undefined {
  for (const token of side) if (isWord(token, ...tags)) return token
  return undefined
}

function has(tokens: readonly Token[], ...tags: Tag[]): boolean {
  return tokens.some(token => isWord(token, ...tags))
}

/** True when the quantity is blurred by the word before or behind it, or offered as one of two. */
function isVague(tokens: readonly Token[], at: number): boolean {
  const skip = (index: number, step: 1 | -1) => {
    let next = index + step
    while (isWord(tokens[next], 'hedge', 'at', 'by') || tokens[next]?.text === ' ') next += step
    return tokens[next]
  }
  const before = skip(at, -1)
  const after = neighbour(tokens, at, 1)
  if (isWord(before, 'vague_before', 'or') || isWord(after, 'vague_after', 'or')) return true
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
      isWord(token, 'past', 'now', 'finish', 'tonight') ||
      (isWord(token, 'write') && /了|wrote|did|spent/.test(token.text)),
  )
  return has(tokens, 'question', 'judge') && !told
}

/** A blank parts the limit from the amount: 总算没超 58分钟. */
function isLimit(left: readonly Token[]): boolean {
  const gap = left.findIndex(token => token.kind === 'mark' && token.mark === 'space')
  return has(left.slice(0, gap === -1 ? 3 : Math.min(gap, 3)), 'limit', 'policy', 'shift')
}

function activityRole(
  word: WordToken | undefined,
  left: readonly Token[],
  right: readonly Token[],
): DurationRole | null {
  if (!word) return null
  if (isWord(word, 'write', 'took', 'doing', 'start')) {
    const noun = nearest(left, ['homework', 'subject', 'other', 'extra'])
    const behind = right.find(token => !isTransparent(token))
    const named = isWord(behind, 'other', 'extra', 'homework', 'subject') ? behind : noun
    if (named) return isWord(named, 'other', 'extra') ? 'other' : 'homework'
    return word.tag === 'doing' ? 'other' : 'homework'
  }
  if (word.tag === 'homework' && has(left, 'extra')) return 'other'
  if (isWord(word, 'homework', 'subject', 'finish')) return 'homework'
  return word.tag === 'break' ? 'break' : 'other'
}

function durationRole(clause: Clause, at: number, token: DurationToken, before: Clause | undefined): DurationRole {
  const { tokens } = clause
  const { left, right } = around(tokens, at)
  if (isLimit(left) || has(right.slice(0, 2), 'shift', 'limit') || has(left, 'left')) return 'ignored'
  if (token.points && has(tokens, 'exam')) return 'ignored'
  if (has(left, 'other_family') || has(left, 'plan')) return 'ignored'
  if (
    has(left, 'sleep', 'light', 'awake') &&
    !has(left, 'homework', 'write', 'subject') &&
    !has(right, 'homework', 'write')
  )
    return 'ignored'
  if (has(tokens, 'school') && !has(tokens, 'home') && !has(right, 'home')) return 'ignored'
  if (has(left, 'subset') || has(left, 'nap')) return 'ignored'
  if (has(left, 'total') || has(right.slice(0, 3), 'total')) return has(left, 'other') ? 'other' : 'total'
  if (has(left, 'break') || has(right.slice(0, 3), 'break')) return 'break'
  if (has(left, 'net')) return 'net'
  const leads = tokens.findIndex(isQuantity)
  const first = around(tokens, leads)
  const rightLed = !nearest(first.left, ACTIVITY) && nearest(first.right, ACTIVITY) !== undefined && leads !== at
  const near = rightLed ? nearest(right, ACTIVITY) : nearest(left, ACTIVITY)
  const role =
    activityRole(near, left, right) ??
    activityRole(
      nearest(
        right,
        ACTIVITY.filter(tag => tag !== 'errand'),
      ),
      left,
      right,
    )
  if (role) return role
  const alone =
    before &&
    !before.tokens.some(isQuantity) &&
    has(before.tokens, 'other', 'extra') &&
    !has(before.tokens, 'homework', 'none')
  return alone && !left.some(word => word.kind === 'word' && word.tag !== 'hedge') ? 'other' : 'homework'
}

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

function clockRole(clause: Clause, at: number): ClockRole {
  const { tokens } = clause
  const { left, right } = around(tokens, at)
  if (isAdults(left, right) || has(left, 'other_family')) return 'ignored'
  const before = neighbour(tokens, at, -1)
  const after = neighbour(tokens, at, 1)
  const beforeThat = isWord(before, 'to') ? neighbour(tokens, tokens.indexOf(before), -1) : undefined
  const afterThat = isWord(after, 'to', 'until') ? neighbour(tokens, tokens.indexOf(after), 1) : undefined
  const idle = nearest(tokens.slice(at), ['other', 'extra', 'errand', 'homework', 'write', 'subject'])
  const span = isWord(idle, 'other', 'extra', 'errand') ? 'ignored' : null
  if (beforeThat?.kind === 'clock') return span ?? 'finish'
  if (afterThat?.kind === 'clock') return span ?? 'start'
  if (has(left, 'from') || isWord(after, 'until')) return has(left, 'other', 'errand') ? 'ignored' : 'start'
  const role = eventRole(clockEvent(tokens, at), left)
  const told = tokens.some(token => isWord(token, 'past', 'now'))
  const planned = has(left, 'plan') || (has(right, 'plan') && !told)
  if (planned && (role === 'bare' || role === 'sleep' || role === 'light' || role === 'bed')) return 'planned'
  if (role === 'bare' && has(tokens, 'policy', 'morning')) return 'ignored'
  return role
}

/** Gives every quantity of the clauses its role, in order of mention; foreign and general sentences give nothing. */
export function placed(clauses: readonly Clause[]): Placed[] {
  const found: Placed[] = []
  let foreign = false
  for (const [index, clause] of clauses.entries()) {
    if (has(clause.tokens, 'other_family', 'childhood')) foreign = true
    if (has(clause.tokens, 'own_family', 'kid', 'tonight', 'label') && !has(clause.tokens, 'other_family', 'childhood'))
      foreign = false
    if (isOutside(clause, foreign)) continue
    for (const [at, token] of clause.tokens.entries()) {
      if (token.kind === 'duration') {
        const role = durationRole(clause, at, token, clauses[index - 1])
        found.push({
          kind: 'duration',
          token,
          role,
          vague: token.vague || isVague(clause.tokens, at),
          again: has(clause.tokens, 'and'),
        })
      }
      if (token.kind === 'clock')
        found.push({
          kind: 'clock',
          token,
          role: clockRole(clause, at),
          vague: token.vague || isVague(clause.tokens, at),
        })
    }
  }
  return found
}
