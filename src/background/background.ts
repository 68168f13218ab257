import type { Row, Statement } from '../db/statement.ts'
import type { TaskInput, TaskName, TaskOutput } from './tasks.ts'

/**
 * Where work of more than 20 ms goes, so that the server never waits for it: console lists, exports, sheets, pictures,
 * backups. On Node over the embedded file it is a thread with a read-only connection of its own; elsewhere it runs in
 * place, since a remote database does not hold the process up.
 */
export interface Background {
  /** Rows of select statements, in order. They may be a moment older than what was just written. */
  read(statements: Statement[]): Promise<Row[][]>
  /** Does a task of the table. What goes in and out is copied, so it is plain data. @throws BackgroundFailure */
  run<N extends TaskName>(task: N, input: TaskInput<N>): Promise<TaskOutput<N>>
  close(): Promise<void>
}

/** The work threw or took too long. `kind` is the error's name; its text may quote a person and is dropped. */
export class BackgroundFailure extends Error {
  override name = 'BackgroundFailure'
  readonly kind: string

  constructor(kind: string) {
    super(kind)
    this.kind = kind
  }
}
