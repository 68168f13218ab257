// What an amount of time is told of: homework, something else, a break, the whole.

import { around, has, nearest } from './around.ts'
import { type Clause, isTransparent } from './clauses.ts'
import type { DurationRole } from './roles.ts'
import { type DurationToken, isQuantity, isWord, type Tag, type Token, type WordToken } from './tokens.ts'

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

/** 数学97分: so many 分 straight behind a subject are a mark, not minutes. */
function isMarkOfTest(token: DurationToken, left: readonly Token[]): boolean {
  const before = left.find(word => !isTransparent(word))
  return token.minutes >= 75 && isWord(before, 'subject')
}

/** The role of the duration at `at`; `before` is the clause in front. */
export function durationRole(
  clause: Clause,
  at: number,
  token: DurationToken,
  before: Clause | undefined,
): DurationRole {
  const { tokens } = clause
  const { left, right } = around(tokens, at)
  if (isLimit(left) || has(right.slice(0, 2), 'shift', 'limit') || has(left, 'left')) return 'ignored'
  if (token.points && (has(tokens, 'exam') || isMarkOfTest(token, left))) return 'ignored'
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
