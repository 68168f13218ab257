// From tokens to clauses, and from bare numbers to what their neighbours make of them.

import {
  type ClockToken,
  type DurationToken,
  isQuantity,
  isWord,
  type NumberToken,
  type Tag,
  type Token,
} from './tokens.ts'

/** A stretch of a message between two marks. `asked`: it ends in a question mark. */
export interface Clause {
  tokens: Token[]
  asked: boolean
}

const BINDERS: readonly Tag[] = ['at', 'by', 'hedge', 'past', 'for', 'to', 'actually', 'filler', 'kid', 'tonight']
const HOUR_EVENTS: readonly Tag[] = ['sleep', 'light', 'bed', 'now', 'until', 'start', 'from', 'at', 'by', 'wake']
const WORK: readonly Tag[] = ['write', 'homework', 'subject', 'took']

function blank(token: Token): boolean {
  return token.kind === 'text' && /^[\s的是了呀啊~-]*$/.test(token.text)
}

/** True for a token that neither carries meaning nor parts two others. */
export function isTransparent(token: Token | undefined): boolean {
  if (!token) return false
  return (
    blank(token) ||
    isWord(token, ...BINDERS) ||
    (token.kind === 'mark' && (token.mark === 'colon' || token.mark === 'space'))
  )
}

/** The nearest token on one side that carries meaning, with blanks left out. */
export function neighbour(tokens: readonly Token[], at: number, step: 1 | -1): Token | undefined {
  let index = at + step
  while (tokens[index] && blank(tokens[index] ?? tokens[at] ?? { kind: 'text', start: 0, end: 0, text: '' }))
    index += step
  return tokens[index]
}

function meaning(tokens: readonly Token[], at: number, step: 1 | -1): Token | undefined {
  let index = at + step
  while (isTransparent(tokens[index])) index += step
  return tokens[index]
}

function asClock(token: NumberToken): ClockToken {
  const { start, end, text, vague, value } = token
  return { kind: 'clock', start, end, text, hour: value % 24, minute: 0, part: null, vague }
}

function asMinutes(token: NumberToken): DurationToken {
  const { start, end, text, vague, value } = token
  return { kind: 'duration', start, end, text, minutes: value, vague }
}

function isHour(value: number): boolean {
  return Number.isInteger(value) && ((value >= 1 && value <= 12) || (value >= 17 && value <= 24))
}

function namesHour(tokens: readonly Token[], at: number, value: number): boolean {
  if (!isHour(value)) return false
  const near = neighbour(tokens, at, -1)
  const far = meaning(tokens, at, -1)
  const next = neighbour(tokens, at, 1)
  if (isWord(near, 'at', 'by') && !isWord(neighbour(tokens, tokens.indexOf(near), -1), 'homework')) return true
  if (isWord(near, 'vague_before') && /[a-z]/i.test(near.text) && value >= 6) return true
  if (isWord(near, ...HOUR_EVENTS) || isWord(far, ...HOUR_EVENTS)) return true
  if (isWord(far, 'finish') && value <= 12 && tokens.some(token => token.kind === 'clock' || isWord(token, 'start')))
    return true
  const through = isWord(next, 'to') ? neighbour(tokens, tokens.indexOf(next), 1) : undefined
  if (through && (through.kind === 'clock' || (through.kind === 'number' && isWord(near, 'from')))) return true
  return isWord(next, 'sleep', 'bed', 'light') && value >= 7
}

function namesMinutes(tokens: readonly Token[], at: number, value: number): boolean {
  if (!Number.isInteger(value) || value < 1 || value > 300) return false
  const work = meaning(tokens, at, -1)
  if (isWord(work, 'took') && isWord(meaning(tokens, tokens.indexOf(work), -1), 'errand')) return false
  if (isWord(work, ...WORK)) return true
  if (value < 5) return false
  const correcting = tokens.some(token => isWord(token, 'correct', 'self_fix', 'not', 'limit'))
  const measured = tokens.some(token => token.kind === 'duration' || token.kind === 'clock')
  return measured || correcting || tokens.some(token => isWord(token, 'label'))
}

/** Numbers become hours beside words of bed and minutes beside words of work or a clock. */
export function numbersRead(tokens: readonly Token[]): Token[] {
  const hours = tokens.map((token, at) =>
    token.kind === 'number' && namesHour(tokens, at, token.value) ? asClock(token) : token,
  )
  const exam = hours.some(token => isWord(token, 'exam'))
  return hours.map((token, at) =>
    token.kind === 'number' && !exam && namesMinutes(hours, at, token.value) ? asMinutes(token) : token,
  )
}

function isBreak(token: Token): boolean {
  return (token.kind === 'mark' && token.mark !== 'colon') || isWord(token, 'instead', 'self_fix')
}

function holdsQuantity(clause: Clause | undefined): boolean {
  return clause?.tokens.some(isQuantity) ?? false
}

/** Cuts at marks and turns of speech; a blank joins a heading to its value (`睡觉 九点`). */
export function clausesOf(tokens: readonly Token[]): Clause[] {
  const clauses: Clause[] = []
  let open: Token[] = []
  for (const token of tokens) {
    if (!isBreak(token)) {
      open.push(token)
      continue
    }
    const heading = token.kind === 'mark' && token.mark === 'space' && open.length > 0 && !open.some(isQuantity)
    if (heading) {
      open.push(token)
      continue
    }
    const asked = token.kind === 'mark' && token.mark === 'ask'
    if (open.length > 0) clauses.push({ tokens: open, asked })
    open = isWord(token, 'instead', 'self_fix') ? [token] : []
  }
  if (open.length > 0) clauses.push({ tokens: open, asked: false })
  return clauses.filter(clause => clause.tokens.length > 0 || holdsQuantity(clause))
}
