/** Adds up cues passage by passage: enough of them together make a sign where no single phrase would. Linear in the text. */
import { isMended, isTale } from './calm.ts'
import { CHILD_OR_I, type Cue, PILES, type Pile } from './cues.ts'
import { ENGLISH_CHILD, ENGLISH_PILES } from './cues-english.ts'
import type { EmergencyKind } from './signs/sign.ts'

/** A pile that weighed enough, named like a sign. */
export type Weighed = { id: string; kind: EmergencyKind; points: number }

/** Points at which a pile is an emergency, and at which it is worth one quiet line. */
export const EMERGENCY_POINTS = 4
export const UNCLEAR_POINTS = 3

const PASSAGE = 160

/** The piles that reach `UNCLEAR_POINTS` somewhere in the text, heaviest first. */
export const weigh = (calm: string): Weighed[] =>
  [...heap(PILES, CHILD_OR_I, calm, /[\u3400-\u9fff]/), ...heap(ENGLISH_PILES, ENGLISH_CHILD, calm, /[a-z]{2}/)]
    .filter(({ points }) => points >= UNCLEAR_POINTS)
    .sort((a, b) => b.points - a.points)

const heap = (piles: readonly Pile[], person: RegExp, calm: string, script: RegExp): Weighed[] =>
  script.test(calm) ? piles.map(pile => ({ id: pile.id, kind: pile.kind, points: heaviest(pile, person, calm) })) : []

const heaviest = (pile: Pile, person: RegExp, calm: string): number => {
  let most = 0
  for (let at = 0; at < calm.length; at += PASSAGE / 2) {
    most = Math.max(most, points(pile, person, calm.slice(at, at + PASSAGE)))
    if (at + PASSAGE >= calm.length) break
  }
  return most
}

const points = (pile: Pile, person: RegExp, passage: string): number => {
  const core = sum(pile.core, passage)
  if (core < (pile.needs ?? 2) || !found(person, passage) || pile.unless?.test(passage)) return 0
  const off = (isTale(passage) ? 2 : 0) + (pile.mends && isMended(passage) ? 3 : 0)
  return core + sum(pile.more, passage) - off
}

const sum = (cues: readonly Cue[], passage: string): number =>
  cues.reduce((total, [worth, words]) => total + (found(words, passage) ? worth : 0), 0)

const found = (words: RegExp, passage: string): boolean => {
  words.lastIndex = 0
  return words.test(passage)
}
