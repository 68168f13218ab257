// From–to: 6:30-8:00, 七点写到九点, from 7 to 8:30, between 7 and 8.

import { type Clock, type ClockToken, isWord, type SpanToken, type Tag, type Token } from './tokens.ts'

const INSIDE: readonly Tag[] = ['to', 'until', 'start', 'write', 'homework', 'subject', 'past', 'hedge', 'tonight', 'filler', 'from', 'kid', 'home', 'other', 'errand', 'total', 'and', 'finish', 'morning']
const AGREES: readonly Tag[] = ['sleep', 'light', 'bed', 'now']
const SCHOOLWORK: readonly Tag[] = ['write', 'homework', 'subject', 'start', 'until']

/** Whole minutes from one clock to the next, counted on a twelve-hour face. */
export function minutesBetween(from: Clock, to: Clock): number {
  const face = (clock: Clock) => (clock.hour % 12) * 60 + clock.minute
  return (face(to) - face(from) + 720) % 720
}

function skippable(token: Token): boolean {
  if (isWord(token, ...INSIDE)) return true
  return token.kind === 'text' ? token.text.trim().length <= 2 : token.kind === 'mark' && token.mark === 'space'
}

/** The index of the clock that ends a span begun at `at`, or -1. */
function endOf(tokens: Token[], at: number): number {
  let last: Token | undefined
  const between = isWord(tokens[at - 1], 'vague_before') && tokens[at - 1]?.text.toLowerCase() === 'between'
  for (let i = at + 1; i < tokens.length && i < at + 9; i++) {
    const token = tokens[i]
    if (token?.kind === 'clock') return isWord(last, 'to', 'until') || (between && isWord(last, 'and')) ? i : -1
    if (!token || !skippable(token)) return -1
    if (token.kind === 'word' && !isWord(token, 'hedge', 'tonight', 'past', 'filler', 'morning')) last = token
  }
  return -1
}

function spanned(from: ClockToken, to: ClockToken, inside: Token[]): SpanToken {
  const text = from.text + inside.map(t => t.text).join('') + to.text
  return { kind: 'span', start: from.start, end: to.end, text, from, to }
}

/** 9点到9点半睡: somewhere between the two, so no bedtime can be told. */
function isVagueBedtime(tokens: Token[], at: number, end: number): boolean {
  const inside = tokens.slice(at + 1, end)
  const before = tokens.slice(Math.max(0, at - 3), at)
  if (inside.some(t => isWord(t, ...SCHOOLWORK))) return false
  const next = tokens.slice(end + 1, end + 3).filter(t => !isWord(t, 'past', 'hedge'))[0]
  const bedAfter = isWord(next, ...AGREES) || (isWord(next, 'vague_after') && next.text.includes('间'))
  return bedAfter || before.some(t => isWord(t, ...AGREES))
}

/** Two clocks joined by 到, -, to become one span, or one vague clock when they fence in a bedtime. */
export function spansJoined(tokens: Token[]): Token[] {
  const out: Token[] = []
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]
    if (!token) continue
    const end = token.kind === 'clock' ? endOf(tokens, i) : -1
    const to = tokens[end]
    if (token.kind !== 'clock' || to?.kind !== 'clock') {
      out.push(token)
      continue
    }
    const inside = tokens.slice(i + 1, end)
    const span = spanned(token, to, inside)
    if (isVagueBedtime(tokens, i, end)) out.push({ ...token, end: to.end, text: span.text, vague: true })
    else out.push(...inside.filter(t => isWord(t, 'other', 'errand', 'homework', 'write', 'subject')), span)
    i = end
  }
  return out
}

/** Two amounts of time joined by 到 or - blur each other. */
export function amountsJoined(tokens: Token[]): Token[] {
  return tokens.map((token, i) => {
    if (token.kind !== 'duration') return token
    const after = isWord(tokens[i + 1], 'to') && tokens[i + 2]?.kind === 'duration'
    const before = isWord(tokens[i - 1], 'to') && (tokens[i - 2]?.kind === 'duration' || tokens[i - 2]?.kind === 'number')
    return after || before ? { ...token, vague: true } : token
  })
}
