// Several children in one message: each fact goes to the name before it, shared facts to everybody.

import { numbersRead } from './clauses.ts'
import type { ChildReading } from './reading.ts'
import { isQuantity, isWord, type Token } from './tokens.ts'
import { type Values, valuesOf } from './values.ts'

interface Part {
  name: string
  tokens: Token[]
}

const isMark = (token: Token | undefined) => token?.kind === 'mark' && token.mark !== 'colon'

/** True from a word like 都 or both up to the next mark, if a value of all children follows. */
function isShared(tokens: readonly Token[], at: number): boolean {
  if (!isWord(tokens[at], 'group', 'all')) return false
  let end = at
  while (end < tokens.length && !isMark(tokens[end]) && !isWord(tokens[end], 'label')) end++
  return tokens.slice(at, end).some(isQuantity)
}

/** 九点半都睡了: the clock stands before the word for all. */
function isBehindSharedClock(tokens: readonly Token[], at: number): boolean {
  const [before, token, after] = [tokens[at - 1], tokens[at], tokens[at + 1]]
  if (before?.kind !== 'clock') return false
  if (isWord(token, 'now', 'sleep')) return token.text.startsWith('都')
  return isWord(token, 'group', 'all') && isWord(after, 'sleep', 'light', 'bed', 'now')
}

/** Takes what stands behind the last mark off a child, unless it follows the child's name at once. */
function lastClause(of: Token[]): Token[] {
  const from = of.findLastIndex(isMark)
  return from === -1 || of[from]?.text === '' ? [] : of.splice(from)
}

function partsOf(tokens: readonly Token[]): { shared: Token[]; parts: Part[] } {
  const shared: Token[] = []
  const parts: Part[] = []
  let into = shared
  for (const [at, token] of tokens.entries()) {
    const clause = into !== shared && isBehindSharedClock(tokens, at) ? lastClause(into) : []
    shared.push(...clause)
    if (clause.length > 0 || isShared(tokens, at)) into = shared
    if (isWord(token, 'label')) {
      const known = parts.find(part => part.name === token.text)
      const part = known ?? { name: token.text, tokens: [] }
      if (!known) parts.push(part)
      into = part.tokens
      into.push({ kind: 'mark', mark: 'stop', start: token.start, end: token.start, text: '' })
    } else into.push(token)
  }
  return { shared, parts }
}

function child(values: Values, common: Values, name?: string): ChildReading {
  const minutes = values.minutes ?? common.minutes
  const bedtime = values.bedtime ?? common.bedtime
  const unfinished = values.unfinished ?? common.unfinished
  return {
    ...(name === undefined ? {} : { name }),
    minutes,
    bedtime,
    ...(unfinished === null ? {} : { unfinished }),
  }
}

function isTold(reading: ChildReading): boolean {
  return reading.minutes !== null || reading.bedtime !== null
}

/** The children of a message in order of mention, their values as told and perhaps out of range; undefined when it is about one child. */
export function childrenOf(tokens: readonly Token[], values: Values, correcting: boolean): ChildReading[] | undefined {
  const { shared, parts } = partsOf(tokens)
  const common = valuesOf(numbersRead(shared))
  if (parts.length >= 2) {
    const read = parts.map(part => ({ part, values: valuesOf(numbersRead(part.tokens), true) }))
    const told = read.filter(item => item.values.minutes !== null || item.values.bedtime !== null)
    if (told.length >= 2 || (told.length === 1 && (common.minutes ?? common.bedtime) !== null && !correcting))
      return read.map(item => child(item.values, common, item.part.name)).filter(isTold)
    if (correcting && told.length === 1) return told.map(item => child(item.values, common, item.part.name))
    return undefined
  }
  const [only] = parts
  if (correcting && only) return [child(valuesOf(numbersRead(only.tokens), true), common, only.name)].filter(isTold)
  const group = tokens.some(token => isWord(token, 'group') && !/^(?:两人|俩人)$/.test(token.text))
  if (parts.length === 0 && group && (values.minutes ?? values.bedtime) !== null) {
    const together = values.items.some(item => item.role === 'total')
    const one = { ...child(values, values), ...(together ? { minutes: null } : {}) }
    return [one, { ...one }]
  }
  return undefined
}
