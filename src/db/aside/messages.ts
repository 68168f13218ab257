import { Conflict, Unavailable } from '../database.ts'
import type { Cell, Row } from '../statement.ts'

/** Batches on their way to the writer's thread. SQL texts cross once and are numbers from then on. */
export interface Parcel {
  /** Texts with the numbers by which they are known from here on. */
  learn: [number, string][]
  batches: Batch[]
}

export interface Batch {
  id: number
  /** The number and the arguments of each statement. */
  statements: [number, Cell[]][]
}

/** What came of a batch, once it is on disk or nothing of it is. */
export type Outcome = { id: number; rows: Row[][] } | { id: number; error: Failure }

/** An error as it crosses: its kind decides what the caller does. */
interface Failure {
  kind: 'Conflict' | 'Unavailable' | 'Error'
  message: string
}

/** Tells the thread to end when it has done what came before. */
export const GO = 'go'

export const failureOf = (error: unknown): Failure => {
  const message = error instanceof Error ? error.message : 'unknown database error'
  if (error instanceof Conflict) return { kind: 'Conflict', message }
  return { kind: error instanceof Unavailable ? 'Unavailable' : 'Error', message }
}

export const errorOf = ({ kind, message }: Failure): Error => {
  if (kind === 'Conflict') return new Conflict(message)
  return kind === 'Unavailable' ? new Unavailable(message) : new Error(message)
}
