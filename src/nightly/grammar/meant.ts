// Messages that mean a report although nothing in them can be stored.

import type { Clause } from './clauses.ts'
import { says } from './status.ts'
import { isAdultsSleep } from './subject.ts'
import { isWord, type Token } from './tokens.ts'
import { meantSomething, type Values } from './values.ts'

const SUBJECTS = [
  'sleep',
  'light',
  'bed',
  'homework',
  'write',
  'tonight',
  'last_night',
  'now',
  'finish',
  'undone',
] as const

/** 几点睡的没注意 asks nothing; 忘了怎么报？ does. */
function asksForHelp(clauses: readonly Clause[]): boolean {
  return clauses.some(
    ({ tokens, asked }) =>
      asked ||
      tokens.some(
        token => isWord(token, 'question') && !/^(?:几点|几时|多[少久长]|什么时候|多长时间)/.test(token.text),
      ),
  )
}

/** Means a report without a value: a blur, a bare done, same as yesterday, quite late. */
export function isMeant(tokens: readonly Token[], values: Values): boolean {
  if (meantSomething(values)) return true
  const clauses = values.clauses.filter(clause => !isAdultsSleep(clause.tokens))
  if (says(clauses, 'forgot') && !asksForHelp(clauses)) return says(clauses, ...SUBJECTS)
  const asks = says(clauses, 'question', 'judge') || clauses.some(clause => clause.asked)
  if (asks || says(clauses, 'other_family', 'childhood', 'habit')) return false
  if (values.unfinished !== null || says(clauses, 'same') || says(clauses, 'now')) return true
  if (says(clauses, 'late'))
    return (
      says(clauses, ...SUBJECTS) ||
      tokens.filter(token => token.kind !== 'mark' && token.text.trim() !== '').length <= 2
    )
  return tokens.some((token, at) => token.kind === 'number' && (token.vague || isWord(tokens[at - 1], 'vague_before')))
}
