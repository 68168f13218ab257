/**
 * Remembers what was worked out for a key, so that it is worked out once. When it is full it forgets everything: what is
 * asked for now is soon remembered again. Only for what never changes; nothing that the database may know better.
 */
export class Kept<T> {
  readonly #most: number
  readonly #known = new Map<string, T>()

  constructor(most: number) {
    this.#most = most
  }

  get(key: string, make: () => T): T {
    const known = this.#known.get(key)
    if (known !== undefined) return known
    const made = make()
    if (this.#known.size >= this.#most) this.#known.clear()
    this.#known.set(key, made)
    return made
  }
}
