import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { type Database, Unavailable } from '../database.ts'
import { ReadOnlyFile } from '../read-only.ts'
import type { Row, Statement } from '../statement.ts'
import { errorOf, GO, type Outcome, type Parcel } from './messages.ts'

/** SQL texts known by number: the program has a hundred or two; those made up on the way must not pile up. */
const MOST_TEXTS = 1000

interface Pending {
  resolve(rows: Row[][]): void
  reject(error: Error): void
}

/**
 * The embedded file of a server: read in place, written in a thread of its own, so that nobody waits for the disk but
 * the turns that are being written, and what arrives meanwhile makes the next group. Later reads see a write that has
 * resolved.
 */
export class DatabaseAside implements Database {
  readonly kind = 'embedded'
  readonly #path: string
  readonly #script: URL
  readonly #reader: ReadOnlyFile
  readonly #pending = new Map<number, Pending>()
  readonly #numbers = new Map<string, number>()
  #parcel: Parcel = { learn: [], batches: [] }
  #thread: Worker | undefined
  #lastId = 0
  #closed = false

  /** The file must be there and migrated; `script` is the thread's built entry. */
  constructor(path: string, script: URL) {
    this.#path = path
    this.#script = script
    this.#reader = new ReadOnlyFile(path)
    this.#start()
  }

  read(statements: Statement[]): Promise<Row[][]> {
    return this.#reader.read(statements)
  }

  write(statements: Statement[]): Promise<Row[][]> {
    if (this.#closed) return Promise.reject(new Unavailable('closed'))
    return new Promise((resolve, reject) => {
      const id = ++this.#lastId
      this.#pending.set(id, { resolve, reject })
      this.#pack(id, statements)
    })
  }

  async close(): Promise<void> {
    this.#closed = true
    this.#send()
    const thread = this.#thread
    if (thread) {
      const gone = once(thread, 'exit')
      thread.postMessage(GO)
      await gone
    }
    this.#reader.close()
  }

  /** What is written in one pass of the event loop goes in one parcel. */
  #pack(id: number, statements: Statement[]): void {
    if (this.#numbers.size >= MOST_TEXTS) {
      this.#send()
      this.#numbers.clear()
    }
    if (this.#parcel.batches.length === 0) setImmediate(() => this.#send())
    this.#parcel.batches.push({ id, statements: statements.map(({ sql, args }) => [this.#numberOf(sql), args]) })
  }

  #numberOf(sql: string): number {
    const known = this.#numbers.get(sql)
    if (known !== undefined) return known
    const number = this.#numbers.size
    this.#numbers.set(sql, number)
    this.#parcel.learn.push([number, sql])
    return number
  }

  #send(): void {
    if (this.#parcel.batches.length === 0) return
    const thread = this.#thread ?? this.#start()
    thread.postMessage(this.#parcel)
    this.#parcel = { learn: [], batches: [] }
  }

  #start(): Worker {
    const thread = new Worker(this.#script, { workerData: this.#path })
    thread.on('message', (outcomes: Outcome[]) => {
      for (const outcome of outcomes) this.#settle(outcome)
    })
    thread.on('error', () => undefined)
    thread.on('exit', () => this.#lost())
    this.#thread = thread
    return thread
  }

  #settle(outcome: Outcome): void {
    const pending = this.#pending.get(outcome.id)
    this.#pending.delete(outcome.id)
    if ('rows' in outcome) pending?.resolve(outcome.rows)
    else pending?.reject(errorOf(outcome.error))
  }

  /** Whether they are on disk is not known: their updates are sent again, and the turn's row tells. */
  #lost(): void {
    this.#thread = undefined
    this.#numbers.clear()
    this.#parcel = { learn: [], batches: [] }
    const lost = [...this.#pending.values()]
    this.#pending.clear()
    for (const one of lost) one.reject(new Unavailable('the writer ended'))
  }
}
