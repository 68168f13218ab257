import type { Picture } from '../chat/picture.ts'
import { findRemains } from '../db/remains.ts'
import type { Row, Statement } from '../db/statement.ts'
import type { ExportInput } from '../export/make.ts'

/** What a task may use: the database, for reading only. */
export interface TaskTools {
  read(statements: Statement[]): Promise<Row[][]>
}

type Task = (input: never, tools: TaskTools) => Promise<unknown>

/** Every task by its name. Heavy libraries are imported inside the task, when it is first needed. */
export const TASKS = {
  /** Answers what it was asked, so that a thread can be seen to live. */
  echo: async (input: string): Promise<string> => input,
  /** A picture's pixels. Not on Workers, where there is nothing to draw them with. */
  picturePng: async (picture: Picture): Promise<Uint8Array> => (await import('../pictures/png.ts')).drawPng(picture),
  /** A picture as SVG. */
  pictureSvg: async (picture: Picture): Promise<string> => (await import('../pictures/draw.ts')).drawSvg(picture),
  /** A guardian's copy of what is theirs; null when there is nothing of theirs, or it is locked. */
  export: async (input: ExportInput, tools: TaskTools): Promise<string | null> =>
    (await import('../export/make.ts')).makeExport(input, tools),
  /** Pages of the embedded file in which deleted rows have left something. */
  remains: findRemains,
} satisfies Record<string, Task>

type Tasks = typeof TASKS
export type TaskName = keyof Tasks
export type TaskInput<N extends TaskName> = Parameters<Tasks[N]>[0]
export type TaskOutput<N extends TaskName> = Awaited<ReturnType<Tasks[N]>>

/** Runs a task by its name. The one cast of this module: a name and its input were paired where they were given. */
export const runTask = (name: TaskName, input: unknown, tools: TaskTools): Promise<unknown> => {
  const task: Task = TASKS[name]
  return task(input as never, tools)
}
