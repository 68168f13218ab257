import type { Row, Statement } from '../db/statement.ts'
import type { TaskName } from './tasks.ts'

/** What the server asks of its thread. */
export type Request =
  | { id: number; kind: 'read'; statements: Statement[] }
  | { id: number; kind: 'run'; task: TaskName; input: unknown }

/** What the thread answers. `error` is a kind, never a text. */
export type Answer = { id: number; rows?: Row[][]; output?: unknown; error?: string }

/** Tells the thread to end when it has done what came before. */
export const GO = 'go'
