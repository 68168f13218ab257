/** The last so many ids that were added; the oldest are forgotten first. */
export class Recent {
  readonly #most: number
  readonly #ids = new Set<string>()

  constructor(most: number) {
    this.#most = most
  }

  add(id: string): void {
    this.#ids.add(id)
    if (this.#ids.size <= this.#most) return
    for (const oldest of this.#ids) {
      this.#ids.delete(oldest)
      break
    }
  }

  has(id: string): boolean {
    return this.#ids.has(id)
  }
}
