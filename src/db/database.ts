import type { Row, Statement } from './statement.ts'

/**
 * What Wanling asks of its database, whichever it is: a batch of reads, and a batch of writes that is on disk whole
 * or not at all. There are no interactive transactions, so an embedded file, a remote libSQL and Workers behave alike.
 */
export interface Database {
  readonly kind: 'embedded' | 'remote'
  /** Rows of each statement, in order. */
  read(statements: Statement[]): Promise<Row[][]>
  /** One atomic batch. Resolves when it is on disk. Rejects with `Conflict`, `Unavailable` or the engine's own error. */
  write(statements: Statement[]): Promise<Row[][]>
  close(): Promise<void>
}

/** A constraint said no: a unique row exists, or a guard failed. Nothing of the batch stays. Read again and decide again. */
export class Conflict extends Error {
  override name = 'Conflict'
}

/** The database is locked or out of reach. Nothing of the batch stays. The caller answers 503. */
export class Unavailable extends Error {
  override name = 'Unavailable'
}

/** The engine's code, wherever the engine put it: embedded says it in `code`, HTTP in `extendedCode` or `cause`. */
export const engineCode = (error: unknown): string => {
  if (typeof error !== 'object' || error === null) return ''
  const extended = textOf(error, 'extendedCode') || textOf(error, 'code')
  return extended || ('cause' in error ? engineCode(error.cause) : '')
}

const textOf = (error: object, key: string): string => {
  const value: unknown = Reflect.get(error, key)
  return typeof value === 'string' ? value : ''
}

/** Turns an engine's error into one of ours. Its text is dropped: it may quote a stored value. */
export const translated = (error: unknown): Error => {
  const code = engineCode(error)
  if (code.startsWith('SQLITE_CONSTRAINT')) return new Conflict(code)
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return new Unavailable(code)
  if (UNREACHABLE.has(code)) return new Unavailable(code)
  return error instanceof Error ? error : new Error('unknown database error')
}

const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'ETIMEDOUT',
  'UND_ERR_SOCKET',
  'HRANA_WEBSOCKET_ERROR',
  'SERVER_ERROR',
  'SQLITE_IOERR',
  'SQLITE_FULL',
  'SQLITE_READONLY',
])
