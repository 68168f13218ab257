import type Libsql from 'libsql'
import { translated, Unavailable } from './database.ts'
import type { Cell, Row, Statement } from './statement.ts'

/** How long the writer goes on asking for the file's write lock before its turns get 503. */
export const LOCK_PATIENCE_MS = 3000
/** A group larger than this would make its first batch wait for longer than a person notices. */
const LARGEST_GROUP = 256

interface Waiting {
  statements: Statement[]
  resolve(rows: Row[][]): void
  reject(error: Error): void
}

interface Prepared {
  prepared: Libsql.Statement
  givesRows: boolean
}

const NO_ROWS: Row[] = []

/**
 * Writes through one connection to the embedded file, statements prepared once and kept.
 *
 * Every write stands between `exec('BEGIN IMMEDIATE')` and `exec('COMMIT')`, so that only `exec` ever meets a held lock:
 * a prepared statement that fails with SQLITE_BUSY is never reset by the engine, and later writes on its connection are
 * acknowledged and lost (tursodatabase/libsql-client-ts#352). Batches that arrive together share one transaction and one
 * fsync: first all of them in one savepoint, and if one fails each in its own, so that it is rolled back alone.
 */
export class GroupedWriter {
  readonly #file: Libsql.Database
  readonly #prepared = new Map<string, Prepared>()
  #waiting: Waiting[] = []
  #flushing = false
  #closed = false

  constructor(file: Libsql.Database) {
    this.#file = file
  }

  /** One batch. Resolves when it is on disk. @throws Conflict, Unavailable or the engine's own error */
  write(statements: Statement[]): Promise<Row[][]> {
    if (this.#closed) return Promise.reject(new Unavailable('closed'))
    return new Promise((resolve, reject) => {
      this.#waiting.push({ statements, resolve, reject })
      this.#schedule()
    })
  }

  /** Takes no more, finishes what it has, and lets go of the file. */
  async close(): Promise<void> {
    this.#closed = true
    while (this.#flushing || this.#waiting.length > 0) await pause(1)
    this.#prepared.clear()
  }

  #schedule(): void {
    if (this.#flushing) return
    this.#flushing = true
    setImmediate(() => void this.#flush())
  }

  async #flush(): Promise<void> {
    while (this.#waiting.length > 0) {
      const locked = await this.#lock()
      if (locked) this.#commit(this.#waiting.splice(0, LARGEST_GROUP))
      else for (const one of this.#waiting.splice(0)) one.reject(new Unavailable('SQLITE_BUSY'))
      await new Promise(resolve => setImmediate(resolve))
    }
    this.#flushing = false
  }

  /** Opens the transaction, asking again after 5, 10, 20 … ms; the event loop is free between the attempts. */
  async #lock(): Promise<boolean> {
    const deadline = performance.now() + LOCK_PATIENCE_MS
    for (let wait = 5; ; wait = Math.min(wait * 2, 160)) {
      try {
        this.#file.exec('BEGIN IMMEDIATE')
        return true
      } catch (error) {
        if (!(translated(error) instanceof Unavailable) || performance.now() + wait > deadline) return false
      }
      await pause(wait)
    }
  }

  #commit(group: Waiting[]): void {
    try {
      const settled = this.#together(group) ?? group.map(one => this.#alone(one))
      this.#file.exec('COMMIT')
      for (const settle of settled) settle()
    } catch (error) {
      if (this.#file.inTransaction) this.#file.exec('ROLLBACK')
      for (const one of group) one.reject(new Unavailable(translated(error).message))
    }
  }

  /** Runs all batches of a group in one savepoint; undefined, and nothing done, when one of them fails. */
  #together(group: Waiting[]): (() => void)[] | undefined {
    try {
      return this.#inSavepoint(() => group.map(one => this.#run(one)))
    } catch {
      return undefined
    }
  }

  #alone(one: Waiting): () => void {
    // A full disk ends the whole transaction; a savepoint would then begin, and commit, one of its own.
    if (!this.#file.inTransaction) throw new Unavailable('rolled back')
    try {
      return this.#inSavepoint(() => this.#run(one))
    } catch (error) {
      return () => one.reject(translated(error))
    }
  }

  #inSavepoint<T>(task: () => T): T {
    this.#file.exec('SAVEPOINT turn')
    try {
      const done = task()
      this.#file.exec('RELEASE turn')
      return done
    } catch (error) {
      this.#file.exec('ROLLBACK TO turn')
      this.#file.exec('RELEASE turn')
      throw error
    }
  }

  /** Runs one batch; what it returns is called after the commit, since nothing is true before it. */
  #run({ statements, resolve }: Waiting): () => void {
    const rows = statements.map(one => this.#runOne(one))
    return () => resolve(rows)
  }

  /** A statement that gives rows is always read to its end: one left half-read would keep the transaction open. */
  #runOne({ sql, args }: Statement): Row[] {
    const { prepared, givesRows } = this.#prepare(sql)
    if (givesRows) return rawRows(prepared, args)
    prepared.run(args)
    return NO_ROWS
  }

  #prepare(sql: string): Prepared {
    const known = this.#prepared.get(sql)
    if (known) return known
    const prepared = this.#file.prepare(sql)
    const givesRows = prepared.reader
    if (givesRows) prepared.raw(true)
    const kept = { prepared, givesRows }
    this.#prepared.set(sql, kept)
    return kept
  }
}

/** The one cast of this module: the statement was set to raw when it was prepared. */
const rawRows = (prepared: Libsql.Statement, args: Cell[]): Row[] => prepared.all(args) as Row[]

const pause = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms))
