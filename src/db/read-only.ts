import Libsql from 'libsql'
import { translated } from './database.ts'
import type { Row, Statement } from './statement.ts'

/** The embedded file through a connection that cannot write, for a thread of its own. A reader never waits for the writer (WAL). */
export class ReadOnlyFile {
  readonly #file: Libsql.Database
  readonly #prepared = new Map<string, Libsql.Statement>()

  constructor(path: string) {
    this.#file = new Libsql(path, { timeout: 1000 })
    this.#file.exec('PRAGMA query_only = ON')
    this.#file.exec('PRAGMA cache_size = -16000')
  }

  async read(statements: Statement[]): Promise<Row[][]> {
    try {
      return statements.map(({ sql, args }) => rawRows(this.#prepare(sql), args))
    } catch (error) {
      throw translated(error)
    }
  }

  close(): void {
    this.#prepared.clear()
    this.#file.close()
  }

  #prepare(sql: string): Libsql.Statement {
    const known = this.#prepared.get(sql)
    if (known) return known
    const prepared = this.#file.prepare(sql).raw(true)
    this.#prepared.set(sql, prepared)
    return prepared
  }
}

/** The one cast of this module: the statement was set to raw when it was prepared. */
const rawRows = (prepared: Libsql.Statement, args: Statement['args']): Row[] => prepared.all(args) as Row[]
