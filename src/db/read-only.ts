import Libsql from 'libsql'
import { Reader } from './reader.ts'
import type { Row, Statement } from './statement.ts'

/** The embedded file through a connection that cannot write, for a thread of its own. A reader never waits for the writer (WAL). */
export class ReadOnlyFile {
  readonly #file: Libsql.Database
  readonly #reader: Reader

  constructor(path: string) {
    this.#file = new Libsql(path, { timeout: 1000 })
    this.#file.exec('PRAGMA query_only = ON')
    this.#file.exec('PRAGMA cache_size = -16000')
    this.#reader = new Reader(this.#file)
  }

  async read(statements: Statement[]): Promise<Row[][]> {
    return this.#reader.read(statements)
  }

  close(): void {
    this.#reader.forget()
    this.#file.close()
  }
}
