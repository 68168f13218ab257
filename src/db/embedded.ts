import Libsql from 'libsql'
import { type Database, translated, Unavailable } from './database.ts'
import type { Cell, Row, Statement } from './statement.ts'

/** How long the writer goes on asking for the file's write lock before its turns get 503. */
export const LOCK_PATIENCE_MS = 3000
/** A group larger than this would hold the one connection for longer than a reader should wait. */
const LARGEST_GROUP = 256

interface Waiting {
  statements: Statement[]
  resolve(rows: Row[][]): void
  reject(error: Error): void
}

/**
 * The embedded file through libSQL's synchronous interface: one connection, statements prepared once and kept.
 *
 * Every write stands between `exec('BEGIN IMMEDIATE')` and `exec('COMMIT')`, so that only `exec` ever meets a held lock:
 * a prepared statement that fails with SQLITE_BUSY is never reset by the engine, and later writes on its connection are
 * acknowledged and lost (tursodatabase/libsql-client-ts#352). Batches that arrive together share one transaction and one
 * fsync, each inside its own savepoint: one that fails is rolled back alone.
 */
export class EmbeddedDatabase implements Database {
  readonly kind = 'embedded'
  readonly #file: Libsql.Database
  readonly #prepared = new Map<string, Libsql.Statement>()
  #waiting: Waiting[] = []
  #flushing = false
  #closed = false

  constructor(path: string) {
    this.#file = new Libsql(path, { timeout: 0 })
    this.#file.exec('PRAGMA journal_mode = WAL')
    this.#file.exec('PRAGMA synchronous = FULL')
    this.#file.exec('PRAGMA foreign_keys = ON')
    // What was deleted is overwritten with zeros, so that an erased name is not left in the file's free places.
    this.#file.exec('PRAGMA secure_delete = ON')
    this.#file.exec('PRAGMA cache_size = -16000')
  }

  read(statements: Statement[]): Promise<Row[][]> {
    try {
      return Promise.resolve(statements.map(one => this.#run(one)))
    } catch (error) {
      return Promise.reject(translated(error))
    }
  }

  write(statements: Statement[]): Promise<Row[][]> {
    if (this.#closed) return Promise.reject(new Unavailable('closed'))
    return new Promise((resolve, reject) => {
      this.#waiting.push({ statements, resolve, reject })
      this.#schedule()
    })
  }

  async close(): Promise<void> {
    this.#closed = true
    while (this.#flushing || this.#waiting.length > 0) await pause(1)
    this.#prepared.clear()
    this.#file.close()
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
    const settled = group.map(one => this.#inSavepoint(one))
    try {
      this.#file.exec('COMMIT')
    } catch (error) {
      this.#rollBack()
      for (const one of group) one.reject(new Unavailable(translated(error).message))
      return
    }
    for (const settle of settled) settle()
  }

  /** Runs one batch; what it returns is called after the commit, since nothing is true before it. */
  #inSavepoint({ statements, resolve, reject }: Waiting): () => void {
    this.#file.exec('SAVEPOINT turn')
    try {
      const rows = statements.map(one => this.#run(one))
      this.#file.exec('RELEASE turn')
      return () => resolve(rows)
    } catch (error) {
      this.#file.exec('ROLLBACK TO turn')
      this.#file.exec('RELEASE turn')
      return () => reject(translated(error))
    }
  }

  #rollBack(): void {
    if (this.#file.inTransaction) this.#file.exec('ROLLBACK')
  }

  /** A statement that gives rows is always read to its end: one left half-read would keep the transaction open. */
  #run({ sql, args }: Statement): Row[] {
    const prepared = this.#prepare(sql)
    if (prepared.reader) return rawRows(prepared, args)
    prepared.run(args)
    return []
  }

  #prepare(sql: string): Libsql.Statement {
    const known = this.#prepared.get(sql)
    if (known) return known
    const prepared = this.#file.prepare(sql)
    if (prepared.reader) prepared.raw(true)
    this.#prepared.set(sql, prepared)
    return prepared
  }
}

/** The one cast of this module: the statement was set to raw when it was prepared. */
const rawRows = (prepared: Libsql.Statement, args: Cell[]): Row[] => prepared.all(args) as Row[]

const pause = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms))
