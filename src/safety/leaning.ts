/**
 * How far the words of a message lean towards danger, by a fixed table of word points.
 * It only tips the scale: it catches the oblique telling for which no phrase was foreseen. The table is fitted by
 * `leaning-fit.ts` from labelled messages, is read like any dictionary, and nothing is computed anywhere but here.
 */
import table from './leaning.json' with { type: 'json' }

const POINTS: ReadonlyMap<string, number> = new Map(Object.entries(table.points))
/** Characters judged together, and how far the next passage starts after the last: they overlap by 40. */
const PASSAGE = 160
const STRIDE = 120

/** A word or two lean nowhere by themselves: 妈妈 answers a question. Han characters, English words. */
const FEWEST_HAN = 6
const FEWEST_WORDS = 4
const NOWHERE = -1

/** From this lean on the message raises the card; from `LEANS_UNCLEAR` on, one quiet line; above 0 it seconds a doubt. */
export const LEANS_EMERGENCY = 75
/** What it takes where a named sign calls the same message only unclear. */
export const LEANS_SURE = 150
export const LEANS_UNCLEAR = 10
/** Below this the words are so plainly school talk that a pile of cues counts for nothing; a named sign still does. */
export const LEANS_CALM = -100

/** The strongest lean of any passage, in hundredths; negative is ordinary school talk. Expects folded, soothed text. */
export const lean = (calm: string): number => {
  if (!saysEnough(calm)) return NOWHERE
  let most = Number.NEGATIVE_INFINITY
  for (let at = 0; at < calm.length; at += STRIDE) {
    most = Math.max(most, leanOf(calm.slice(at, at + PASSAGE)))
    if (at + PASSAGE >= calm.length) break
  }
  return most
}

const saysEnough = (calm: string): boolean =>
  (calm.match(/[\u3400-\u9fff]/g)?.length ?? 0) >= FEWEST_HAN || (calm.match(/[a-z]+/g)?.length ?? 0) >= FEWEST_WORDS

const leanOf = (passage: string): number => {
  const words = wordsOf(passage)
  let sum = 0
  for (const word of words) sum += POINTS.get(word) ?? 0
  return words.size === 0 ? table.start : table.start + sum / Math.sqrt(words.size)
}

/** The pieces that carry points: one to three neighbouring Han characters, English words and neighbouring pairs. */
export const wordsOf = (passage: string): Set<string> => {
  const words = new Set<string>()
  for (const [run] of passage.matchAll(/[\u3400-\u9fff]+/g)) addPieces(words, run)
  const english = passage.match(/[a-z]+/g) ?? []
  english.forEach((word, at) => {
    words.add(word)
    const next = english[at + 1]
    if (next) words.add(`${word} ${next}`)
  })
  return words
}

const addPieces = (words: Set<string>, run: string): void => {
  for (let at = 0; at < run.length; at++) {
    for (let length = 1; length <= 3 && at + length <= run.length; length++) words.add(run.slice(at, at + length))
  }
}
