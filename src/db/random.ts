import { randomFillSync } from 'node:crypto'

/** Taken from the system in pieces of this size: asking it costs the same for ten bytes and for thousands. */
const POOL_BYTES = 8192
const pool = new Uint8Array(POOL_BYTES)
let used = POOL_BYTES

/** So many bytes of cryptographic randomness, each given out once and then wiped here. */
export const random = (n: number): Uint8Array => {
  if (n > POOL_BYTES) return randomFillSync(new Uint8Array(n))
  if (used + n > POOL_BYTES) {
    randomFillSync(pool)
    used = 0
  }
  const bytes = pool.slice(used, used + n)
  pool.fill(0, used, used + n)
  used += n
  return bytes
}
