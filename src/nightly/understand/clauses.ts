import { isQuantity, isWord, type Tag, type Token } from './tokens.ts'

/** A run of tokens between commas, stops and (in Chinese) blanks. `sentence` counts stops and question marks. */
export interface Clause {
  from: number
  to: number
  sentence: number
  /** The mark that ends it. */
  end: 'stop' | 'ask' | 'comma' | 'space' | null
}

/** The tokens of a message with their clauses. */
export interface Reading {
  text: string
  low: string
  tokens: Token[]
  clauses: Clause[]
  /** Clause of each token. */
  clauseOf: number[]
}

function boundary(token: Token): Clause['end'] {
  return token.kind === 'mark' && token.mark !== 'colon' ? token.mark : null
}

/** Cuts tokens into clauses. Marks belong to no clause of their own: they end the one before. */
export function clausesOf(tokens: Token[]): { clauses: Clause[]; clauseOf: number[] } {
  const clauses: Clause[] = []
  const clauseOf: number[] = []
  let from = 0
  let sentence = 0
  for (const [i, token] of tokens.entries()) {
    clauseOf.push(clauses.length)
    const end = boundary(token)
    if (!end) continue
    if (i > from) clauses.push({ from, to: i, sentence, end })
    else clauseOf[i] = Math.max(0, clauses.length - 1)
    if (end === 'stop' || end === 'ask') sentence++
    if (end === 'ask' && i === from) markAsked(clauses)
    from = i + 1
  }
  if (from < tokens.length) clauses.push({ from, to: tokens.length, sentence, end: null })
  return { clauses, clauseOf: clauseOf.map(c => Math.min(c, Math.max(0, clauses.length - 1))) }
}

function markAsked(clauses: Clause[]): void {
  const last = clauses.at(-1)
  if (last) last.end = 'ask'
}

/** Tokens of one clause. */
export function within(reading: Reading, clause: Clause | undefined): Token[] {
  return clause ? reading.tokens.slice(clause.from, clause.to) : []
}

/** True when one of the tokens is a word with one of these tags. */
export function has(tokens: Token[], ...tags: Tag[]): boolean {
  return tokens.some(token => isWord(token, ...tags))
}

/** Tokens from the last quantity before `at` (or the clause's start) up to `at`. */
export function gapBefore(reading: Reading, at: number): Token[] {
  const start = reading.clauses[reading.clauseOf[at] ?? 0]?.from ?? 0
  let i = at
  while (i > start && !isQuantity(reading.tokens[i - 1])) i--
  return reading.tokens.slice(i, at)
}

/** Tokens from behind `at` up to the next quantity (or the clause's end). */
export function gapAfter(reading: Reading, at: number): Token[] {
  const end = reading.clauses[reading.clauseOf[at] ?? 0]?.to ?? reading.tokens.length
  let i = at + 1
  while (i < end && !isQuantity(reading.tokens[i])) i++
  return reading.tokens.slice(at + 1, i)
}
