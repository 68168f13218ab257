import { Worker } from 'node:worker_threads'
import { BackgroundFailure } from '../background/background.ts'
import type { Actor } from '../chat/change.ts'
import type { ImportDeps, ImportOutcome, ImportRequest, ImportStep } from './import-roster.ts'

export interface ThreadRequest {
  /** The embedded file. */
  path: string
  sheetScript: string
  request: ImportRequest
  actor: Actor
  now: number
}

export type ThreadAnswer =
  | { step: ImportStep; done: number | undefined; total: number | undefined }
  | { outcome: ImportOutcome }
  | { error: string }

export interface ImportThread {
  /** The embedded file. Over a remote database `importRoster` itself is called: nothing waits for this machine's disk. */
  path: string
  /** Built entries of the two threads. */
  script: URL
  sheetScript: URL
}

/**
 * Imports a roster while the server serves: reading, comparing and writing happen in a thread with a connection of its
 * own, as if another process did it, so that the server's one connection and its loop stay free.
 * @throws BackgroundFailure when the database is out of reach
 */
export const importInThread = (
  { path, script, sheetScript }: ImportThread,
  request: ImportRequest,
  { now, actor, step }: Pick<ImportDeps, 'now' | 'actor' | 'step'>,
): Promise<ImportOutcome> =>
  new Promise((resolve, reject) => {
    const workerData: ThreadRequest = { path, sheetScript: sheetScript.href, request, actor, now }
    const thread = new Worker(script, { workerData })
    thread.on('message', (answer: ThreadAnswer) => {
      if ('step' in answer) step?.(answer.step, answer.done, answer.total)
      else if ('outcome' in answer) resolve(answer.outcome)
      else reject(new BackgroundFailure(answer.error))
    })
    thread.on('error', () => reject(new BackgroundFailure('ended')))
    thread.on('exit', () => reject(new BackgroundFailure('ended')))
  })
