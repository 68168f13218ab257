import type Libsql from 'libsql'
import { translated } from './database.ts'
import type { Cell, Row, Statement } from './statement.ts'

/** Shapes of batches that are kept prepared: the program has a few dozen. */
const MOST_KEPT = 1000

type Ask = (args: Cell[]) => Row[][]

/**
 * Reads through one connection to the embedded file.
 *
 * A batch of selects is asked as one statement whose every cell is the JSON of one select's rows: one crossing into the
 * engine and one snapshot for the whole batch. Taken row by row, each row costs more than finding it did. Reals come
 * with fifteen digits; a select of blobs, which JSON cannot hold, and one with numbered arguments are taken row by row.
 */
export class Reader {
  readonly #file: Libsql.Database
  readonly #kept = new Map<string, Ask>()

  constructor(file: Libsql.Database) {
    this.#file = file
  }

  /** Rows of each statement, in order. @throws Conflict, Unavailable or the engine's own error */
  read(statements: Statement[]): Row[][] {
    if (statements.length === 0) return []
    try {
      const shape = statements.map(one => one.sql).join(';')
      const ask = this.#kept.get(shape) ?? this.#keep(shape, statements)
      return ask(statements.flatMap(one => one.args))
    } catch (error) {
      throw translated(error)
    }
  }

  /** Statements that are kept would keep the file open. */
  forget(): void {
    this.#kept.clear()
  }

  #keep(shape: string, statements: Statement[]): Ask {
    if (this.#kept.size >= MOST_KEPT) this.#kept.clear()
    const selects = statements.map(({ sql }) => this.#asJson(sql))
    const ask = selects.every(sql => sql !== undefined) ? this.#together(selects) : this.#oneByOne(statements)
    this.#kept.set(shape, ask)
    return ask
  }

  /** A select as an expression of one JSON text; undefined when it is no select or its rows do not fit JSON. */
  #asJson(sql: string): string | undefined {
    if (!SELECT.test(sql) || NUMBERED.test(sql)) return undefined
    const columns = this.#file.prepare(sql).columns()
    if (columns.some(({ type }) => type === 'BLOB')) return undefined
    const names = columns.map((_, i) => `c${i}`).join()
    return `(WITH rows(${names}) AS (${sql}) SELECT json_group_array(json_array(${names})) FROM rows)`
  }

  #together(selects: string[]): Ask {
    const prepared = this.#file.prepare(`SELECT ${selects.join()}`).raw(true)
    return args => cellsOf(prepared, args).map(rowsOf)
  }

  #oneByOne(statements: Statement[]): Ask {
    const each = statements.map(({ sql, args }) => ({
      prepared: this.#file.prepare(sql).raw(true),
      takes: args.length,
    }))
    return args => {
      const rest = [...args]
      return each.map(({ prepared, takes }) => rowsIn(prepared, rest.splice(0, takes)))
    }
  }
}

const SELECT = /^\s*(SELECT|WITH|VALUES)\b/i
/** `?2` counts from the beginning of the whole statement, so that it means another argument once selects are joined. */
const NUMBERED = /\?\d/

/** The casts of this module: a statement set to raw gives cells, and the JSON was written by the engine for `Row[]`. */
const cellsOf = (prepared: Libsql.Statement, args: Cell[]): Cell[] => prepared.get(args) as Cell[]
const rowsOf = (json: Cell): Row[] => JSON.parse(String(json)) as Row[]
const rowsIn = (prepared: Libsql.Statement, args: Cell[]): Row[] => prepared.all(args) as Row[]
