import type { Client, ResultSet } from '@libsql/client'
import { type Database, translated } from './database.ts'
import type { Row, Statement } from './statement.ts'

/** A remote libSQL (Turso, sqld) through its documented client. Each batch is one request and one transaction. */
export class RemoteDatabase implements Database {
  readonly kind = 'remote'
  readonly #client: Client

  constructor(client: Client) {
    this.#client = client
  }

  read(statements: Statement[]): Promise<Row[][]> {
    return this.#batch(statements, 'read')
  }

  write(statements: Statement[]): Promise<Row[][]> {
    return this.#batch(statements, 'write')
  }

  async close(): Promise<void> {
    this.#client.close()
  }

  async #batch(statements: Statement[], mode: 'read' | 'write'): Promise<Row[][]> {
    try {
      const results = await this.#client.batch(statements, mode)
      return results.map(rowsOf)
    } catch (error) {
      throw translated(error)
    }
  }
}

const rowsOf = (result: ResultSet): Row[] =>
  result.rows.map(row => result.columns.map((_, i) => cellOf(row[i] ?? null)))

const cellOf = (value: ResultSet['rows'][number][number]): Row[number] =>
  value instanceof ArrayBuffer ? new Uint8Array(value) : value
