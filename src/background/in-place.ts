import type { Database } from '../db/database.ts'
import type { Background } from './background.ts'
import { runTask, type TaskInput, type TaskName, type TaskOutput } from './tasks.ts'

/** Background work without a thread: over a remote database, on Workers and in tests. */
export const inPlace = (db: Pick<Database, 'read'>): Background => ({
  read: statements => db.read(statements),
  run: <N extends TaskName>(task: N, input: TaskInput<N>) =>
    runTask(task, structuredClone(input), db) as Promise<TaskOutput<N>>,
  close: async () => undefined,
})
