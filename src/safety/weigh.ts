/** Adds up cues passage by passage: enough of them together make a sign where no single phrase would. Linear in the text. */
import { isMended, isTale } from './calm.ts'
import { ACCIDENT_PILE, ENGLISH_ACCIDENT_PILE } from './cues/accident.ts'
import { ENGLISH_MISSING_PILE, MISSING_PILE } from './cues/missing.ts'
import { ENGLISH_ONLINE_PILE, ONLINE_PILE } from './cues/online.ts'
import { CHILD, ENGLISH_CHILD } from './cues/person.ts'
import type { Cue, Pile } from './cues/pile.ts'
import { ENGLISH_SELF_HARM_PILE, SELF_HARM_PILE } from './cues/self-harm.ts'
import { ENGLISH_SEXUAL_PILE, SEXUAL_PILE } from './cues/sexual.ts'
import { ENGLISH_VIOLENCE_PILE, VIOLENCE_PILE } from './cues/violence.ts'
import type { EmergencyKind } from './signs/sign.ts'

const PILES: readonly Pile[] = [SEXUAL_PILE, SELF_HARM_PILE, MISSING_PILE, VIOLENCE_PILE, ACCIDENT_PILE, ONLINE_PILE]
const ENGLISH_PILES: readonly Pile[] = [
  ENGLISH_SEXUAL_PILE,
  ENGLISH_SELF_HARM_PILE,
  ENGLISH_MISSING_PILE,
  ENGLISH_VIOLENCE_PILE,
  ENGLISH_ACCIDENT_PILE,
  ENGLISH_ONLINE_PILE,
]

/** A pile that weighed enough, named like a sign. */
export type Weighed = { id: string; kind: EmergencyKind; points: number }

/** Points at which a pile is an emergency, and at which it is worth one quiet line. */
export const EMERGENCY_POINTS = 3
export const UNCLEAR_POINTS = 2

/** Characters judged together, and how far the next passage starts after the last: they overlap by 40. */
const PASSAGE = 160
const STRIDE = 120

/** The piles that reach `UNCLEAR_POINTS` somewhere in the text, heaviest first. */
export const weigh = (calm: string): Weighed[] =>
  [...heap(PILES, CHILD, calm, /[\u3400-\u9fff]/), ...heap(ENGLISH_PILES, ENGLISH_CHILD, calm, /[a-z]{2}/)]
    .filter(({ points }) => points >= UNCLEAR_POINTS)
    .sort((a, b) => b.points - a.points)

const heap = (piles: readonly Pile[], person: RegExp, calm: string, script: RegExp): Weighed[] =>
  script.test(calm) ? piles.map(pile => ({ id: pile.id, kind: pile.kind, points: heaviest(pile, person, calm) })) : []

const heaviest = (pile: Pile, person: RegExp, calm: string): number => {
  let most = 0
  for (let at = 0; at < calm.length; at += STRIDE) {
    most = Math.max(most, points(pile, person, calm.slice(at, at + PASSAGE)))
    if (at + PASSAGE >= calm.length) break
  }
  return most
}

const points = (pile: Pile, person: RegExp, passage: string): number => {
  const core = sum(pile.core, passage)
  if (core < (pile.needs ?? 2) || !found(person, passage) || (pile.unless && found(pile.unless, passage))) return 0
  const off = (isTale(passage) ? 2 : 0) + (pile.mends && isMended(passage) ? 3 : 0)
  return core + sum(pile.more, passage) - sum(pile.less ?? [], passage) - off
}

const sum = (cues: readonly Cue[], passage: string): number =>
  cues.reduce((total, [worth, words]) => total + (found(words, passage) ? worth : 0), 0)

const found = (words: RegExp, passage: string): boolean => passage.search(words) >= 0
