/** Runs the tasks of one key one after another; tasks of different keys do not wait for each other. */
export class KeyedQueue {
  readonly #tails = new Map<string, Promise<unknown>>()

  /** Resolves or rejects with the task's own result. */
  run<T>(key: string, task: () => Promise<T>): Promise<T> {
    const before = this.#tails.get(key)
    const mine = before ? before.then(task, task) : task()
    this.#tails.set(key, mine)
    const forget = () => {
      if (this.#tails.get(key) === mine) this.#tails.delete(key)
    }
    mine.then(forget, forget)
    return mine
  }

  /** Resolves when nothing is in hand. */
  async idle(): Promise<void> {
    while (this.#tails.size > 0) await Promise.allSettled([...this.#tails.values()])
  }
}
