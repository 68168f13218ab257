import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { type BackupFault, BackupRefused } from './fault.ts'
import { keepFlushing } from './flush.ts'
import { type BackupOrder, growing } from './make.ts'
import type { Seal } from './seal.ts'

/** What the thread answers. `error` is a kind, never a text. */
export type Made = { seal: Seal } | { fault: BackupFault } | { error: string }

/** The copy failed for a reason of the machine (the disk, the folder). The message is the error's kind. */
export class BackupFailed extends Error {
  override name = 'BackupFailed'
}

/**
 * Makes a backup in a thread of its own (`script` is its built entry), so that the server goes on answering.
 * @throws BackupRefused, BackupFailed
 */
export const backUpInThread = async (order: BackupOrder, script: URL): Promise<Seal> => {
  const thread = new Worker(script, { workerData: order })
  const stopFlushing = keepFlushing(growing(order.to))
  const made = await answerOf(thread).finally(stopFlushing)
  if ('fault' in made) throw new BackupRefused(made.fault)
  if ('error' in made) throw new BackupFailed(made.error)
  return made.seal
}

const answerOf = async (thread: Worker): Promise<Made> => {
  const ended = once(thread, 'exit').then(() => [{ error: 'ended' }])
  const [made]: Made[] = await Promise.race([once(thread, 'message'), ended]).catch(() => [{ error: 'ended' }])
  return made ?? { error: 'ended' }
}
