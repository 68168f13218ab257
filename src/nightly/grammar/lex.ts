import { clockAt, type FoundClock } from './clock.ts'
import { englishClockAt } from './clockEnglish.ts'
import { countAt } from './counts.ts'
import { durationAt, type FoundDuration } from './duration.ts'
import { englishDurationAt } from './durationEnglish.ts'
import { type Entry, wordAt } from './lexicon/index.ts'
import { EN_NUM, englishValue, NUM, numberValue } from './numerals.ts'
import { phraseAt } from './phrases.ts'
import type { MarkToken, Token } from './tokens.ts'

const NUMBERISH =
  /[\d零〇一二两三四五六七八九十百俩仨廿卅几好数半个成整足差欠缺大小多凌晨早上晚夜深傍下中后午子清的a-z.]/
const LATIN = /[a-z]/
const HAN = /[\u4e00-\u9fa5]/
const NUMBER = new RegExp(`\\d+(?:\\.\\d+)?|${NUM}`, 'y')
const ENGLISH_NUMBER = new RegExp(EN_NUM, 'y')
const MARKS: Readonly<Record<string, MarkToken['mark']>> = {
  '.': 'stop',
  '。': 'stop',
  '!': 'stop',
  ';': 'stop',
  '\n': 'stop',
  '?': 'ask',
  ',': 'comma',
  '、': 'comma',
  '(': 'comma',
  ')': 'comma',
  '/': 'comma',
  '|': 'comma',
  '【': 'comma',
  '】': 'comma',
  ':': 'colon',
  '=': 'colon',
}

/** A message made ready for reading. `text` keeps its case for names, `low` is what the grammar reads. */
export interface Source {
  text: string
  low: string
  cantonese: boolean
}

interface Candidate {
  length: number
  make: (at: number, text: string) => Token
}

function clockToken(found: FoundClock): Candidate {
  const { length, hour, minute, part, vague } = found
  return {
    length,
    make: (start, text) => ({ kind: 'clock', start, end: start + length, text, hour, minute, part, vague }),
  }
}

function durationToken(found: FoundDuration): Candidate {
  const { length, minutes, vague, points } = found
  return {
    length,
    make: (start, text) => ({ kind: 'duration', start, end: start + length, text, minutes, vague, points }),
  }
}

function wordToken(entry: Entry): Candidate {
  const length = entry.text.length
  return { length, make: (start, text) => ({ kind: 'word', start, end: start + length, text, tag: entry.tag }) }
}

/** 一点 is one o'clock only with a word of the night before it or of sleeping behind it. */
function isABit(low: string, at: number, found: FoundClock): boolean {
  const written = low.slice(at, at + found.length)
  if (written !== '一点') return false
  const before = low.charAt(at - 1)
  return (
    /[早晚快慢有差好多少大小了]/.test(before) ||
    !(/[到至夜]/.test(before) || /^(?:睡|才|了|多|就|关|熄|入|上床|[,。 ]|$)/.test(low.slice(at + 2)))
  )
}

/** 五十十点 and 四十九点半: a numeral gives its last digit back to the hour behind it. */
function clockOf(source: Source, at: number): FoundClock | null {
  const found = clockAt(source.low, at, source.cantonese) ?? englishClockAt(source.low, at)
  return found && !isABit(source.low, at, found) ? found : null
}

/** 三个字 is a quarter of an hour in Cantonese, three characters everywhere else. */
function fivesAllowed(source: Source, at: number): boolean {
  return source.cantonese && !/[抄认识练默]/.test(source.low.slice(Math.max(0, at - 2), at))
}

function longest(candidates: (Candidate | null)[]): Candidate | null {
  let best: Candidate | null = null
  for (const candidate of candidates) if (candidate && candidate.length > (best?.length ?? 0)) best = candidate
  return best
}

function count(source: Source, at: number): Candidate | null {
  const length = countAt(source.low, at)
  return length === 0 ? null : { length, make: (start, text) => ({ kind: 'count', start, end: start + length, text }) }
}

/** A numeral that nothing else claimed. A Chinese numeral before 点 leaves the hour to the clock. */
function plainNumber(source: Source, at: number): Candidate | null {
  const { low } = source
  NUMBER.lastIndex = at
  ENGLISH_NUMBER.lastIndex = at
  const match = NUMBER.exec(low) ?? ENGLISH_NUMBER.exec(low)
  if (!match) return null
  let written = match[0]
  if (/^[一二两三四五六七八九]?十[一二三四五六七八九]$/.test(written) && /^[点:]/.test(low.slice(at + written.length)))
    written = written.slice(0, -1)
  const value = LATIN.test(written) ? englishValue(written) : numberValue(written)
  const vague = /^(?:多|来|几|\+(?![\da-z\u4e00-\u9fa5])|-odd)/.test(low.slice(at + written.length))
  const length = written.length + (vague ? 1 : 0)
  return { length, make: (start, text) => ({ kind: 'number', start, end: start + length, text, value, vague }) }
}

function quantity(source: Source, at: number): Candidate | null {
  const { low } = source
  if (!NUMBERISH.test(low.charAt(at))) return null
  const latin = LATIN.test(low.charAt(at))
  if (latin && at > 0 && LATIN.test(low.charAt(at - 1))) return null
  const clock = clockOf(source, at)
  const duration = durationAt(low, at, fivesAllowed(source, at))
  const english = englishDurationAt(low, at)
  return longest([
    clock && clockToken(clock),
    duration && durationToken(duration),
    english && durationToken(english),
    count(source, at),
    plainNumber(source, at),
  ])
}

function mark(source: Source, at: number): Token | null {
  const char = source.low.charAt(at)
  const kind = MARKS[char]
  if (kind) return { kind: 'mark', mark: kind, start: at, end: at + 1, text: char }
  if (!/\s/.test(char)) return null
  const between = (near: string) => !/[a-z',&+]/.test(near)
  const space = between(source.low.charAt(at - 1)) && between(source.low.charAt(at + 1)) && hasHan(source)
  return space
    ? { kind: 'mark', mark: 'space', start: at, end: at + 1, text: char }
    : { kind: 'text', start: at, end: at + 1, text: ' ' }
}

function hasHan(source: Source): boolean {
  return HAN.test(source.low)
}

/** Length of what cannot be read: one character of Chinese, a whole word of Latin letters. */
function unreadLength(low: string, at: number): number {
  if (!LATIN.test(low.charAt(at))) return 1
  let end = at + 1
  while (end < low.length && /[a-z'-]/.test(low.charAt(end))) end++
  return end - at
}

function push(tokens: Token[], token: Token): void {
  const last = tokens.at(-1)
  const joins =
    last?.kind === 'text' &&
    token.kind === 'text' &&
    last.end === token.start &&
    HAN.test(last.text) &&
    HAN.test(token.text)
  if (joins) {
    last.end = token.end
    last.text += token.text
  } else tokens.push(token)
}

/** Cuts a message into words, quantities, counts and marks. Longest match wins; a quantity beats a word of equal length. */
export function lexed(source: Source): Token[] {
  const tokens: Token[] = []
  const { low, text } = source
  for (let at = 0; at < low.length; ) {
    const found = longest([quantity(source, at), entryAt(low, at)])
    const marked = found ? null : mark(source, at)
    const length = found?.length ?? (marked ? 1 : unreadLength(low, at))
    const written = text.slice(at, at + length)
    push(tokens, found?.make(at, written) ?? marked ?? { kind: 'text', start: at, end: at + length, text: written })
    at += length
  }
  return tokens
}

function entryAt(low: string, at: number): Candidate | null {
  const word = wordAt(low, at)
  const phrase = phraseAt(low, at)
  return longest([phrase && wordToken(phrase), word && wordToken(word)])
}
