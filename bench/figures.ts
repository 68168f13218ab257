/** The value below which the share `p` of all values lies; 0 of none. */
export const percentile = (values: number[], p: number): number => {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))] ?? 0
}

/** The middle value, of an even count the mean of the two in the middle. */
export const median = (values: number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  const half = sorted.length / 2
  const low = sorted[Math.ceil(half) - 1] ?? 0
  const high = sorted[Math.floor(half)] ?? low
  return (low + high) / 2
}

/** One row of the result. `rps`: inbound updates answered 2xx in a second; times in ms. */
export interface Row {
  rps: number
  p50: number
  p99: number
}

const rounded = (value: number, digits: number): number => Number(value.toFixed(digits))

/** The medians over a row's rounds. */
export const medians = (rounds: Row[]): Row => ({
  rps: rounded(median(rounds.map(one => one.rps)), 1),
  p50: rounded(median(rounds.map(one => one.p50)), 2),
  p99: rounded(median(rounds.map(one => one.p99)), 2),
})

/** The median of the ratios of two rows' rounds, each to its neighbour in time: machines drift, neighbours less. */
export const ratio = (over: Row[], under: Row[]): number =>
  rounded(median(over.flatMap((one, i) => (under[i] ? [one.rps / under[i].rps] : []))), 3)
