// What is said about the homework beside its length: none set, done, done at school, something left over.

import type { Clause } from './clauses.ts'
import { isQuantity, isWord, type Tag, type Token } from './tokens.ts'

function has(tokens: readonly Token[], ...tags: Tag[]): boolean {
  return tokens.some(token => isWord(token, ...tags))
}

/** True if one of the clauses holds a word with one of the tags. */
export function says(clauses: readonly Clause[], ...tags: Tag[]): boolean {
  return clauses.some(clause => has(clause.tokens, ...tags))
}

/** 无 or none standing alone, at the head of a message or after 作业. */
function isNil(clause: Clause, first: boolean): boolean {
  const words = clause.tokens.filter(
    token => token.kind === 'word' && !isWord(token, 'hedge', 'filler', 'tonight', 'past'),
  )
  const at = words.findIndex(token => isWord(token, 'nil'))
  if (at === -1) return false
  const before = words[at - 1]
  if (isWord(before, 'homework', 'label')) return at === words.length - 1 || isQuantity(clause.tokens.at(-1))
  return (
    first &&
    at === 0 &&
    words.length === 1 &&
    !clause.tokens.some(token => token.kind === 'text' && token.text.trim() !== '')
  )
}

/** No homework was set, or none was done because the child was ill. `child`: the clauses tell of one child of several. */
export function noHomework(clauses: readonly Clause[], child: boolean): boolean {
  if (clauses.some(clause => has(clause.tokens, 'none') && !has(clause.tokens, 'question', 'other_family'))) return true
  if (clauses.some((clause, index) => isNil(clause, index === 0))) return true
  if (child && says(clauses, 'nil')) return true
  return (
    says(clauses, 'ill') &&
    clauses.some(clause =>
      clause.tokens.some(token => isWord(token, 'undone') && /^(?:没|未)[写做动]|didn't do/.test(token.text)),
    )
  )
}

function isFinish(token: Token): boolean {
  return isWord(token, 'finish') && !/本子|书包|本$|检查/.test(token.text)
}

/** The whole of the homework was finished at school or in care. */
export function doneAtSchool(clauses: readonly Clause[]): boolean {
  return clauses.some(
    clause =>
      has(clause.tokens, 'school') &&
      clause.tokens.some(isFinish) &&
      !has(clause.tokens, 'undone', 'partial', 'question', 'left'),
  )
}

function isLeftOver(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (isWord(token, 'undone')) return true
  return isWord(token, 'left') && !/^(?:left)$/.test(token.text)
    ? !isQuantity(tokens[at + 1]) || tokens[at + 1]?.kind !== 'clock'
    : false
}

/** 没写 and its like, which say that nothing was done, not that something is left. */
function isNotDone(token: Token): boolean {
  return /^(?:再|又|就|也|都)?(?:没|没有|未|冇)(?:再)?[写做动弄](?:了|的)?$/.test(token.text)
}

/** Most or half of it being done is not all of it. */
function isPart(token: Token): boolean {
  return isWord(token, 'partial') && /大部分|大半|一半|部分|多数|most|half|some/.test(token.text)
}

/** 回家没写 leaves nothing over when all was done at school or the child was ill; half of it at school is no half left. */
function isExcused(token: Token, tokens: readonly Token[], excused: boolean): boolean {
  return (excused && isNotDone(token)) || (/一半|一部分|half/.test(token.text) && has(tokens, 'school'))
}

/** 又写了十五分钟: what was left has been done after all. */
function isResumed(tokens: readonly Token[]): boolean {
  const more = tokens.findIndex(token => isWord(token, 'and', 'home') && /(?:又|再|then)$/.test(token.text))
  const rest = tokens.slice(more + 1)
  return more !== -1 && has(rest, 'write', 'took') && rest.some(isQuantity)
}

/** true = something is left, false = said to be finished, null = not said. */
export function unfinishedOf(clauses: readonly Clause[]): boolean | null {
  let state: boolean | null = null
  const excused = doneAtSchool(clauses) || says(clauses, 'ill')
  for (const [index, { tokens }] of clauses.entries()) {
    if (has(tokens, 'question', 'other_family', 'habit', 'childhood')) continue
    if (state === true && isResumed(tokens)) state = null
    for (const [at, token] of tokens.entries()) {
      if (
        isFinish(token) &&
        !tokens.slice(0, at).some(isPart) &&
        !(state === true && !has(tokens.slice(0, at), 'and', 'now', 'instead') && !has(tokens, 'total'))
      )
        state = false
      if (isLeftOver(tokens, at) && !isExcused(token, tokens, excused)) state = true
      if (
        isWord(token, 'nil') &&
        state === false &&
        /其实|没有/.test(tokens.map(t => t.text).join('')) &&
        index >= 0 &&
        has(tokens, 'instead')
      )
        state = true
    }
    const remains =
      /还有[^没]{0,6}$/.test(
        tokens
          .filter(t => t.kind !== 'count')
          .map(t => t.text)
          .join(''),
      ) && tokens.some(t => t.kind === 'count')
    if (remains) state = true
  }
  return state
}
