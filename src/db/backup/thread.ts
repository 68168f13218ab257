import { parentPort, workerData } from 'node:worker_threads'
import { BackupRefused } from './fault.ts'
import { type BackupOrder, makeBackup } from './make.ts'
import type { Made } from './threaded.ts'

/** The thread's side: one backup, with a connection of its own, then the thread ends. */
const { secret, ...order }: BackupOrder = workerData

const made: Made = await makeBackup({ ...order, secret: Buffer.from(secret) }).then(
  seal => ({ seal }),
  (error: unknown) =>
    error instanceof BackupRefused
      ? { fault: error.fault }
      : { error: error instanceof Error ? error.name : 'unknown error' },
)
parentPort?.postMessage(made)
