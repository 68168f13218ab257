/** The value below which the share `p` of all values lies; 0 of none. */
export const percentile = (values: number[], p: number): number => {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))] ?? 0
}

/** The middle value, of an even count the mean of the two in the middle; 0 of none. */
export const median = (values: number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  const half = sorted.length / 2
  const low = sorted[Math.ceil(half) - 1] ?? 0
  const high = sorted[Math.floor(half)] ?? low
  return (low + high) / 2
}

export const rounded = (value: number, digits: number): number => Number(value.toFixed(digits))
