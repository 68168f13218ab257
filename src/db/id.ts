/** Makes ids before the batch, since a batch cannot hand a generated id to its next statement. */
export interface Ids {
  /** A UUIDv7: sorts by time. For rows that no outsider sees. */
  row(): string
}

/** UUIDv7 (RFC 9562) from the given clock and random bytes. */
export const makeIds = (now: () => number, random: (n: number) => Uint8Array): Ids => ({
  row: () => uuid7(now(), random(10)),
})

const uuid7 = (ms: number, random: Uint8Array): string => {
  const time = ms.toString(16).padStart(12, '0')
  const rest = Buffer.from(random).toString('hex')
  const variant = ((Number.parseInt(rest.slice(3, 4), 16) & 3) | 8).toString(16)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${rest.slice(0, 3)}-${variant}${rest.slice(4, 7)}-${rest.slice(7, 19)}`
}
