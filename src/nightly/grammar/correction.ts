// Corrections: what is withdrawn, what is replaced, and slips mended inside one report.

import { opensWithDenial } from './denial.ts'
import { isQuantity, isWord, type Quantity, type Token } from './tokens.ts'

const SAID = /说|报|发|条|写|那个|前面|上|message|previous|report|sent|last|what i/
const WRONG_VALUE =
  /(?:报|写|打|说|填|发|看|记)成(?:了)?$|^i (?:said|wrote|put|typed|reported|sent|put down)$|instead of/
const SLIP = /打错|说错|错了|mean|sorry|typo|手滑|mistake|correction|不对|手误|口误|看错/
const MIND_NOT = /别介意|勿介意|莫怪|见谅|别见怪|excuse (?:the|my) typo|sorry for (?:the|any) typo/

const ACTUAL = /^(?:其实|实际|实际上|真正写|actually|in fact|really)$/

const OPENS = /不对|错|不是|wait|actually|correct|scra(?:tch|p)|sorry,? no|make (?:it|that)/i

function isOpeningFix(tokens: readonly Token[], from: number): boolean {
  return tokens.slice(from).some(token => isWord(token, 'self_fix') && OPENS.test(token.text))
}

function firstAt(tokens: readonly Token[], test: (token: Token, at: number) => boolean): number {
  return tokens.findIndex(test)
}

/** What a message does to an earlier one. */
export interface Change {
  correcting: boolean
  retracting: boolean
  tokens: Token[]
}

/** 家长会改到七点半 changes an appointment, not a report. */
function isRescheduled(tokens: readonly Token[], word: number): boolean {
  return /^改[到成为]$/.test(tokens[word]?.text ?? '') && isWord(tokens[word - 1], 'errand', 'other', 'exam')
}

function isCorrecting(tokens: readonly Token[], low: string): boolean {
  const quantity = firstAt(tokens, token => isQuantity(token) || token.kind === 'number')
  const word = firstAt(tokens, token => isWord(token, 'correct', 'retract'))
  if (word !== -1 && quantity === -1 && tokens.slice(0, word).some(token => isWord(token, 'question'))) return false
  if (word !== -1 && !MIND_NOT.test(low) && !isRescheduled(tokens, word)) {
    const inside =
      quantity !== -1 &&
      quantity < word &&
      !tokens
        .slice(0, quantity)
        .some(token => isWord(token, 'previous') && token.text.length > 1 && token.text !== '刚刚') &&
      SLIP.test(tokens[word]?.text ?? '') &&
      tokens.slice(word).some(token => isQuantity(token) || token.kind === 'number')
    return !inside
  }
  if (opensWithDenial(tokens)) return true
  const fix = firstAt(
    tokens,
    (token, at) => isWord(token, 'self_fix') && (OPENS.test(token.text) || !isOpeningFix(tokens, at + 1)),
  )
  const opening =
    fix !== -1 &&
    (quantity === -1 || fix < quantity) &&
    tokens
      .slice(0, fix)
      .every(
        token =>
          token.kind !== 'word' ||
          isWord(token, 'self_fix', 'filler', 'previous', 'tonight', 'last_night', 'before_last'),
      )
  if (opening && OPENS.test(tokens[fix]?.text ?? '')) return true
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
