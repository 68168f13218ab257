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

/** Takes the clause with both nights out of the list and returns it. */
function sharedClause(tokens: readonly Token[]): { own: Token[]; shared: Token[] } {
  const at = tokens.findIndex(token => isWord(token, 'both_nights'))
  if (at === -1) return { own: [...tokens], shared: [] }
  let start = at
  while (start > 0 && tokens[start - 1]?.kind !== 'mark') start--
  return { own: tokens.slice(0, start), shared: tokens.slice(start) }
}

/** Two or more nights with values of their own; undefined otherwise. */
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
