/** Fits the word points of `leaning.ts` from labelled messages: logistic regression, in a fixed order, so always the same. */
import { soothe } from './calm.ts'
import { fold } from './fold.ts'
import { wordsOf } from './leaning.ts'

/** A message and whether a child in it is in danger. */
export type Labelled = { text: string; danger: boolean }

/** Points in hundredths; `start` is what a message without any known word leans. */
export type LeaningTable = { start: number; points: Record<string, number> }

type Example = { words: string[]; scale: number; danger: boolean }

const ROUNDS = 40
const DECAY = 0.002
/** Smaller points than this, in hundredths, are left out: they change no verdict. */
const LEAST_POINTS = 20

/** The table that `leaning.json` must hold for these messages. */
export const fitLeaning = (lines: readonly Labelled[]): LeaningTable => {
  const examples = examplesOf(lines)
  const weights = new Map<string, number>()
  let start = 0
  for (let round = 0; round < ROUNDS; round++) {
    const rate = 0.5 / (1 + round * 0.1)
    for (const example of shuffled(examples, round)) start += rate * 0.1 * learn(example, weights, start, rate)
  }
  return { start: Math.round(start * 100), points: pruned(weights) }
}

const examplesOf = (lines: readonly Labelled[]): Example[] => {
  const all = lines.map(({ text, danger }) => ({ words: [...wordsOf(soothe(fold(text)))], danger }))
  const seen = new Map<string, number>()
  for (const { words } of all) for (const word of words) seen.set(word, (seen.get(word) ?? 0) + 1)
  return all.map(({ words, danger }) => ({
    words: words.filter(word => (seen.get(word) ?? 0) > 1),
    scale: 1 / Math.sqrt(words.length || 1),
    danger,
  }))
}

/** One step of descent; answers the error, from which the start is moved. */
const learn = (
  { words, scale, danger }: Example,
  weights: Map<string, number>,
  start: number,
  rate: number,
): number => {
  const sum = words.reduce((total, word) => total + (weights.get(word) ?? 0) * scale, start)
  const error = (danger ? 1 : 0) - 1 / (1 + Math.exp(-sum))
  for (const word of words) {
    const weight = weights.get(word) ?? 0
    weights.set(word, weight + rate * (error * scale - DECAY * weight))
  }
  return error
}

/** A stride through the list that differs by round: mixed enough, and without chance. */
const shuffled = (examples: readonly Example[], round: number): Example[] => {
  const stride = [7919, 7907, 7901, 7883, 7879][round % 5] ?? 7919
  return examples
    .map((_, at) => examples[(at * stride + round) % examples.length])
    .filter(example => example !== undefined)
}

const pruned = (weights: ReadonlyMap<string, number>): Record<string, number> =>
  Object.fromEntries(
    [...weights]
      .map(([word, weight]): [string, number] => [word, Math.round(weight * 100)])
      .filter(([, points]) => Math.abs(points) >= LEAST_POINTS)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
