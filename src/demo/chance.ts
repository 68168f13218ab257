/** Repeatable chance for the demo county's figures. Never for codes or ids. */
export interface Chance {
  /** 0 ≤ x < 1. */
  next(): number
  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number
  /** A number between two others, evenly spread. */
  between(least: number, most: number): number
  /** True in this share (0–1) of the cases. */
  often(share: number): boolean
  /** A copy in another order. */
  shuffled<T>(items: readonly T[]): T[]
}

/** mulberry32: the same seed tells the same county. */
export const makeChance = (seed: number): Chance => {
  const next = mulberry32(seed)
  const whole = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  return {
    next,
    whole,
    between: (least, most) => least + next() * (most - least),
    often: share => next() < share,
    shuffled: items => {
      const rest = [...items]
      return items.flatMap(() => rest.splice(whole(0, rest.length - 1), 1))
    },
  }
}

const mulberry32 = (seed: number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
