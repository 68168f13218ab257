// Which night is meant, and several nights in one message.

import { numbersRead } from './clauses.ts'
import type { NightReading, ReportReading } from './reading.ts'
import { isQuantity, isWord, type Token } from './tokens.ts'
import { valuesOf } from './values.ts'

const AGO = { tonight: 0, last_night: 1, before_last: 2 } as const

type NightTag = keyof typeof AGO

function nightTag(token: Token | undefined): NightTag | null {
  return isWord(token, 'tonight', 'last_night', 'before_last') ? (token.tag as NightTag) : null
}

/** The word for the night that the values belong to: the earliest night named, unless it is only compared with. */
export function nightWordOf(tokens: readonly Token[]): NightTag | null {
  const named = tokens.map(nightTag).filter(tag => tag !== null)
  return named.find(tag => tag !== 'tonight') ?? named[0] ?? null
}

/** 0 for tonight, 1 for last night, 2 for the night before. */
export function nightsAgoOf(word: ReportReading['nightWord']): number {
  return word === null ? 0 : AGO[word]
}

interface NightPart {
  tag: NightTag
  tokens: Token[]
}

function partsOf(tokens: readonly Token[]): { common: Token[]; parts: NightPart[] } {
  const common: Token[] = []
  const parts: NightPart[] = []
  let into = common
  for (const [at, token] of tokens.entries()) {
    const tag = nightTag(token)
    const dawn = tokens[at + 1]?.kind === 'clock' && tag === 'tonight' && isWord(tokens[at - 1], 'until')
    if (tag && !dawn) {
      const known = parts.find(part => part.tag === tag)
      const part = known ?? { tag, tokens: [] }
      if (!known) parts.push(part)
      into = part.tokens
    } else into.push(token)
  }
  return { common, parts }
}

/** 都是九点睡 at the head of the last clauses, behind every night. */
function isForAll(tokens: readonly Token[], at: number): boolean {
  const head = isWord(tokens[at - 1], 'homework', 'sleep') ? at - 1 : at
  const rest = tokens.slice(head)
  return tokens[head - 1]?.kind === 'mark' && rest.some(isQuantity) && !rest.some(token => nightTag(token) !== null)
}

/** Takes the clause with both nights out of the list and returns it. */
function sharedClause(tokens: readonly Token[]): { own: Token[]; shared: Token[] } {
  const at = tokens.findIndex(
    (token, index) => isWord(token, 'both_nights') || (isWord(token, 'all') && isForAll(tokens, index)),
  )
  if (at === -1) return { own: [...tokens], shared: [] }
  let start = at
  while (start > 0 && tokens[start - 1]?.kind !== 'mark') start--
  return { own: tokens.slice(0, start), shared: tokens.slice(start) }
}

/** Two or more nights with values of their own, as told and perhaps out of range; undefined otherwise. */
export function nightsOf(tokens: readonly Token[]): NightReading[] | undefined {
  const { own, shared } = sharedClause(tokens)
  const { parts } = partsOf(own)
  if (parts.length < 2) return undefined
  const common = valuesOf(numbersRead(shared))
  const read = parts.map(part => ({ tag: part.tag, values: valuesOf(numbersRead(part.tokens)) }))
  const told = read.filter(item => item.values.minutes !== null || item.values.bedtime !== null)
  if (told.length < 2 || !parts.every(part => part.tokens.some(isQuantity) || valuesOf(part.tokens).minutes === 0))
    return undefined
  return told.map(({ tag, values }) => ({
    nightsAgo: AGO[tag],
    minutes: values.minutes ?? common.minutes,
    bedtime: values.bedtime ?? common.bedtime,
  }))
}

/** 昨天没睡好，今天八点就睡了: the night before is told of without an amount, and nothing is being caught up on. */
function isAside(tokens: readonly Token[], past: number, tonight: number): boolean {
  const clause = tokens.slice(past, tonight)
  return (
    past < tonight &&
    clause.some(token => token.kind === 'mark') &&
    !clause.some(token => isQuantity(token) || isWord(token, 'forgot', 'tell', 'correct')) &&
    !tokens.some(token => isWord(token, 'tell') && /补/.test(token.text)) &&
    tokens.slice(tonight).some(isQuantity)
  )
}

/** A night that is only compared with, or named for later, does not count. */
export function nightTokens(tokens: readonly Token[]): Token[] {
  const first = tokens.findIndex(
    token => isWord(token, 'tonight') && !isWord(tokens[tokens.indexOf(token) - 1], 'until'),
  )
  const value = tokens.findIndex(isQuantity)
  const past = tokens.findIndex(token => isWord(token, 'last_night', 'before_last'))
  if (first !== -1 && past !== -1 && isAside(tokens, past, first))
    return tokens.filter(token => !isWord(token, 'last_night', 'before_last'))
  if (first !== -1 && past !== -1 && past > value && first < value)
    return tokens.filter(token => !isWord(token, 'last_night', 'before_last'))
  return [...tokens]
}
