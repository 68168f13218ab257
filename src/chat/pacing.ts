/** A token bucket: `rate` a second on average, `burst` at once. Times in ms. */
export class Bucket {
  #tokens: number
  #at: number
  readonly #rate: number
  readonly #burst: number

  constructor(rate: number, burst: number, now: number) {
    this.#rate = rate
    this.#burst = burst
    this.#tokens = burst
    this.#at = now
  }

  /** Takes one token and returns how long to wait before using it (0 when there is no need to wait). */
  take(now: number): number {
    this.#tokens = Math.min(this.#burst, this.#tokens + (Math.max(0, now - this.#at) * this.#rate) / 1000)
    this.#at = now
    this.#tokens -= 1
    return this.#tokens >= 0 ? 0 : Math.ceil((-this.#tokens * 1000) / this.#rate)
  }

  /** Takes one token if there is one; otherwise nobody waits for it. */
  takeIfAny(now: number): boolean {
    if (this.take(now) === 0) return true
    this.#tokens += 1
    return false
  }

  /** Whether the bucket is as good as new, so that it can be forgotten. */
  isFull(now: number): boolean {
    return this.#tokens + ((now - this.#at) * this.#rate) / 1000 >= this.#burst
  }
}

/** One bucket a key, made when first asked for and forgotten when full again. */
export class Buckets {
  readonly #buckets = new Map<string, Bucket>()
  readonly #rate: number
  readonly #burst: number

  constructor(rate: number, burst: number) {
    this.#rate = rate
    this.#burst = burst
  }

  take(key: string, now: number): number {
    if (this.#buckets.size > 10_000) this.#forget(now)
    const bucket = this.#buckets.get(key) ?? new Bucket(this.#rate, this.#burst, now)
    this.#buckets.set(key, bucket)
    return bucket.take(now)
  }

  #forget(now: number): void {
    for (const [key, bucket] of this.#buckets) if (bucket.isFull(now)) this.#buckets.delete(key)
  }
}
