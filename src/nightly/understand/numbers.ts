// Bare numbers: what stands beside them says whether they are minutes or an hour of the clock.

import { isWord, type NumberToken, type Tag, type Token } from './tokens.ts'

const SLEEPS: readonly Tag[] = ['sleep', 'light', 'bed', 'now']
const HOUR_BEFORE: readonly Tag[] = [...SLEEPS, 'start', 'until', 'wake', 'errand', 'finish']
const MINUTES_BEFORE: readonly Tag[] = ['homework', 'subject', 'write', 'took', 'other', 'extra', 'total', 'doing']
const TRANSPARENT: readonly Tag[] = ['hedge', 'past', 'at', 'by', 'for', 'actually', 'filler', 'tonight', 'all']
const CHANGES: readonly Tag[] = ['not', 'self_fix', 'correct', 'actually', 'previous', 'limit', 'instead']
const BESIDE: readonly Tag[] = ['and', 'hedge', 'tonight', 'last_night', 'before_last', 'label', 'all', 'filler', 'tell', ...CHANGES, 'retract', 'self_fix', 'kid', 'finish', 'total', 'to', 'past']

/** Nearest token on one side that says something; blanks, colons and hedges are looked through. */
function neighbour(tokens: Token[], at: number, step: 1 | -1): Token | undefined {
  let i = at + step
  while (i >= 0 && i < tokens.length) {
    const token = tokens[i]
    const blank = (token?.kind === 'text' && token.text.trim() === '') || (token?.kind === 'mark' && (token.mark === 'colon' || token.mark === 'space'))
    if (!blank && !isWord(token, ...TRANSPARENT)) return token
    i += step
  }
  return undefined
}

function hour(value: number): boolean {
  return Number.isInteger(value) && ((value >= 1 && value <= 12) || (value >= 17 && value <= 24))
}

function minutes(value: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= 600
}

function asClock(token: NumberToken, vague = false): Token {
  const { start, end, text, value } = token
  return { kind: 'clock', start, end, text, hour: value % 24, minute: 0, part: null, vague }
}

function asDuration(token: NumberToken): Token {
  const { start, end, text, value, vague } = token
  return { kind: 'duration', start, end, text, minutes: value, vague }
}

/** Numbers that stand before `to` and a clock or a duration share its unit. */
function asRangeStart(tokens: Token[], at: number, token: NumberToken): Token | null {
  const next = neighbour(tokens, at, 1)
  if (!isWord(next, 'to', 'until')) return null
  const far = neighbour(tokens, tokens.indexOf(next), 1)
  if (far?.kind === 'clock' && hour(token.value)) return asClock(token)
  if (far?.kind === 'duration') return { ...asDuration(token), vague: true } as Token
  const named = tokens.slice(Math.max(0, at - 2), at).some(t => isWord(t, 'from', 'homework', 'write'))
  return far?.kind === 'number' && named && hour(token.value) && hour(far.value) ? asClock(token) : null
}

/** The end of a range whose start has just become a clock. */
function asRangeEnd(done: Token[], token: NumberToken): Token | null {
  const to = neighbour([...done, token], done.length, -1)
  if (!isWord(to, 'to')) return null
  const before = neighbour(done, done.lastIndexOf(to), -1)
  return before?.kind === 'clock' && hour(token.value) ? asClock(token) : null
}

interface Setting {
  hasClock: boolean
  hasDuration: boolean
  exam: boolean
  changes: boolean
}

function setting(tokens: Token[]): Setting {
  return {
    hasClock: tokens.some(t => t.kind === 'clock'),
    hasDuration: tokens.some(t => t.kind === 'duration'),
    exam: tokens.some(t => isWord(t, 'exam')),
    changes: tokens.some(t => isWord(t, ...CHANGES)),
  }
}

/** True when nothing beside the number claims it for something else. */
function alone(tokens: Token[], at: number): boolean {
  const free = (token: Token | undefined) =>
    token === undefined || token.kind === 'mark' || token.kind === 'clock' || isWord(token, ...BESIDE, ...SLEEPS) || (token.kind === 'text' && token.text.trim() === '')
  const side = (step: 1 | -1) => {
    const next = tokens[at + step]
    return next?.kind === 'text' && next.text.trim() === '' ? tokens[at + 2 * step] : next
  }
  return free(side(-1)) && free(side(1))
}

function byLeft(tokens: Token[], at: number, token: NumberToken, scene: Setting): Token | null {
  const left = neighbour(tokens, at, -1)
  if (isWord(left, ...HOUR_BEFORE) && hour(token.value)) return asClock(token)
  if (isWord(left, 'vague_before') && /^(?:past|after|before|gone|a (?:bit|little) (?:past|after)|(?:just|shortly|well|way) (?:past|after|before))$/i.test(left.text) && hour(token.value)) return asClock(token, true)
  const examined = scene.exam && isWord(left, 'subject', 'exam')
  if (isWord(left, ...MINUTES_BEFORE) && minutes(token.value) && !examined) return asDuration(token)
  const named = isWord(left, 'label', 'tonight', 'last_night', 'before_last', 'kid')
  return named && minutes(token.value) && token.value >= 13 && !scene.exam ? asDuration(token) : null
}

function bySetting(tokens: Token[], at: number, token: NumberToken, scene: Setting): Token | null {
  const right = neighbour(tokens, at, 1)
  if (isWord(right, ...SLEEPS) && hour(token.value) && token.value >= 6) return asClock(token)
  const left = tokens.slice(Math.max(0, at - 2), at)
  if (left.some(t => isWord(t, 'at', 'by') && /^(?:at|by|@)$/i.test(t.text)) && hour(token.value)) return asClock(token)
  if (!alone(tokens, at) || scene.exam) return null
  if (scene.hasClock && token.value >= 13 && minutes(token.value)) return asDuration(token)
  if (scene.changes && token.value >= 13 && minutes(token.value)) return asDuration(token)
  if (scene.changes && scene.hasClock && hour(token.value) && token.value >= 6) return asClock(token)
  return scene.hasClock && token.value >= 5 && minutes(token.value) ? asDuration(token) : null
}

/** Tokens with every bare number that can be told turned into a clock or a duration. */
export function numbersResolved(tokens: Token[]): Token[] {
  const scene = setting(tokens)
  const done: Token[] = []
  for (const [i, token] of tokens.entries()) {
    if (token.kind !== 'number') done.push(token)
    else {
      const settled = [...done, ...tokens.slice(i)]
      done.push(asRangeStart(tokens, i, token) ?? asRangeEnd(done, token) ?? byLeft(settled, i, token, scene) ?? bySetting(settled, i, token, scene) ?? token)
    }
  }
  return done
}
