import Libsql from 'libsql'
import type { Database } from './database.ts'
import { GroupedWriter } from './grouped-writer.ts'
import { Reader } from './reader.ts'
import type { Row, Statement } from './statement.ts'

const PRAGMAS = [
  'journal_mode = WAL',
  'synchronous = FULL',
  'foreign_keys = ON',
  'cache_size = -16000',
  // What was deleted is overwritten with zeros, so that an erased name does not stay in the file's free places.
  'secure_delete = ON',
]

/** A connection to the file at `path` for one who writes: what is committed is on disk. */
export const openFile = (path: string): Libsql.Database => {
  const file = new Libsql(path, { timeout: 0 })
  for (const pragma of PRAGMAS) file.exec(`PRAGMA ${pragma}`)
  return file
}

/** The embedded file through libSQL's synchronous interface, reading and writing in place: one connection for both. */
export class EmbeddedDatabase implements Database {
  readonly kind = 'embedded'
  readonly #file: Libsql.Database
  readonly #reader: Reader
  readonly #writer: GroupedWriter

  constructor(path: string) {
    this.#file = openFile(path)
    this.#reader = new Reader(this.#file)
    this.#writer = new GroupedWriter(this.#file)
  }

  async read(statements: Statement[]): Promise<Row[][]> {
    return this.#reader.read(statements)
  }

  write(statements: Statement[]): Promise<Row[][]> {
    return this.#writer.write(statements)
  }

  async close(): Promise<void> {
    await this.#writer.close()
    this.#reader.forget()
    this.#file.close()
  }
}
