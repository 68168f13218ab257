// Corrections: what is withdrawn, what is replaced, and slips mended inside one report.

import { isQuantity, isWord, type Quantity, type Token } from './tokens.ts'

const SAID = /说|报|发|条|写|那个|前面|上|message|previous|report|sent|last|what i/
const WRONG_VALUE =
  /(?:报|写|打|说|填|发|看|记)成(?:了)?$|^i (?:said|wrote|put|typed|reported|sent|put down)$|instead of/
const SLIP = /打错|说错|错了|mean|sorry|typo|手滑|mistake|correction|不对|手误|口误|看错/
const MIND_NOT = /别介意|勿介意|莫怪|见谅|别见怪|excuse (?:the|my) typo|sorry for (?:the|any) typo/

const ACTUAL = /^(?:其实|实际|实际上|真正写|actually|in fact|really)$/

function firstAt(tokens: readonly Token[], test: (token: Token) => boolean): number {
  return tokens.findIndex(test)
}

/** What a message does to an earlier one. */
export interface Change {
  correcting: boolean
  retracting: boolean
  tokens: Token[]
}

function isCorrecting(tokens: readonly Token[], low: string): boolean {
  const quantity = firstAt(tokens, token => isQuantity(token) || token.kind === 'number')
  const word = firstAt(tokens, token => isWord(token, 'correct', 'retract'))
  if (word !== -1 && !MIND_NOT.test(low)) {
    const inside =
      quantity !== -1 &&
      quantity < word &&
      SLIP.test(tokens[word]?.text ?? '') &&
      tokens.slice(word).some(token => isQuantity(token) || token.kind === 'number')
    return !inside
  }
  if (opensWithDenial(tokens)) return true
  const fix = firstAt(tokens, token => isWord(token, 'self_fix'))
  const opening =
    fix !== -1 &&
    (quantity === -1 || fix < quantity) &&
    tokens
      .slice(0, fix)
      .every(
        token => token.kind !== 'word' || isWord(token, 'filler', 'previous', 'tonight', 'last_night', 'before_last'),
      )
  if (opening && /不对|错|不是|wait|actually|correct|scratch|sorry, no|make (?:it|that)/.test(tokens[fix]?.text ?? ''))
    return true
  const before = firstAt(tokens, token => isWord(token, 'previous'))
  if (before === -1 || (quantity !== -1 && quantity < before)) return false
  const told = SAID.test(low.slice(tokens[before]?.start ?? 0, (tokens[before]?.end ?? 0) + 4))
  return (
    told &&
    tokens.some(token => isWord(token, 'instead', 'not', 'self_fix') || /^(?:其实|实际|应该是|应为)/.test(token.text))
  )
}

function kindOf(token: Quantity): 'clock' | 'duration' {
  return token.kind === 'duration' ? 'duration' : 'clock'
}

function isDenied(tokens: readonly Token[], at: number): boolean {
  const before = [tokens[at - 1], tokens[at - 2]].filter(token => token?.text.trim() !== '')
  const [near, far] = before
  if (isWord(near, 'not') || (isWord(near, 'correct') && WRONG_VALUE.test(near.text))) return true
  return isWord(far, 'not') && isWord(near, 'at', 'homework', 'sleep', 'hedge')
}

function isActual(token: Token): boolean {
  return token.kind === 'word' && ACTUAL.test(token.text)
}

function isSharp(token: Token): boolean {
  return (token.kind === 'duration' || token.kind === 'clock') && !token.vague
}

/** 他说写了一晚上，实际半小时: a blur or hearsay gives way to what was really so. */
function isVagueOrReported(token: Quantity, tokens: readonly Token[], at: number): boolean {
  return !isSharp(token) || tokens.slice(0, at).some(other => isWord(other, 'tell'))
}

/** A message that opens with 不是A,是B, or with 是B不是A, takes something back. */
function opensWithDenial(tokens: readonly Token[]): boolean {
  const not = firstAt(tokens, token => isWord(token, 'not'))
  const isValue = (token: Token) => isQuantity(token) || token.kind === 'number'
  const values = tokens.filter(isValue)
  if (not === -1 || values.length !== 2) return false
  const denied = tokens.slice(not + 1).find(token => token.text.trim() !== '')
  const first = firstAt(tokens, isValue)
  const head = tokens.slice(0, first).filter(token => token.text.trim() !== '')
  const plain = head.every(
    token =>
      (token.kind === 'mark' && token.mark !== 'stop') ||
      isWord(
        token,
        ...['not', 'filler', 'previous', 'tonight', 'last_night', 'before_last', 'homework', 'sleep', 'kid'] as const,
        ...['actually', 'hedge', 'at', 'by', 'label', 'tell', 'adult', 'me', 'past', 'write', 'bed', 'light'] as const,
      ),
  )
  const said = not < first || head.some(token => isWord(token, 'actually', 'hedge'))
  return plain && said && denied !== undefined && isDeniable(denied, tokens, not)
}

function isDeniable(denied: Token, tokens: readonly Token[], not: number): boolean {
  if (isQuantity(denied) || denied.kind === 'number') return true
  const behind = tokens[tokens.indexOf(denied, not) + 1]
  return isWord(denied, 'at', 'homework', 'sleep', 'hedge', 'write') && behind !== undefined && isQuantity(behind)
}

/** True if a later value of the same kind takes the place of this one behind a word like 不对. */
function isReplaced(tokens: readonly Token[], at: number, token: Quantity): boolean {
  const next = tokens.findIndex((other, index) => index > at && isQuantity(other) && kindOf(other) === kindOf(token))
  if (next === -1) return false
  const between = tokens.slice(at + 1, next)
  const told = tokens[next]
  if (isVagueOrReported(token, tokens, at) && told && isSharp(told) && between.some(isActual)) return true
  return between.some(other => isWord(other, 'self_fix') || (isWord(other, 'correct') && SLIP.test(other.text)))
}

/** Leaves out values that the message itself takes back. `low` is the lower-case text. */
export function changeOf(tokens: readonly Token[], low: string): Change {
  const correcting = isCorrecting(tokens, low)
  const kept = tokens.filter(
    (token, at) => !isQuantity(token) || (!isDenied(tokens, at) && !isReplaced(tokens, at, token)),
  )
  const retracting = correcting && tokens.some(token => isWord(token, 'retract'))
  return { correcting, retracting, tokens: kept }
}
