import { parentPort, workerData } from 'node:worker_threads'
import { EmbeddedDatabase } from '../db/embedded.ts'
import { makeIds } from '../db/id.ts'
import type { ThreadAnswer, ThreadRequest } from './import-in-thread.ts'
import { type ImportOutcome, importRoster } from './import-roster.ts'
import { sheetReader } from './sheet/read.ts'

/** The thread that carries out one import: through a connection of its own, and then it ends by itself. */
const { path, sheetScript, request, actor, now }: ThreadRequest = workerData

const carryOut = async (): Promise<ImportOutcome> => {
  const db = new EmbeddedDatabase(path)
  try {
    return await importRoster(db, request, {
      now,
      newId: makeIds(
        () => now,
        n => crypto.getRandomValues(new Uint8Array(n)),
      ).row,
      actor,
      readSheet: sheetReader(new URL(sheetScript)),
      step: (step, done, total) => post({ step, done, total }),
    })
  } finally {
    await db.close()
  }
}

const post = (answer: ThreadAnswer) => parentPort?.postMessage(answer)

await carryOut().then(
  outcome => post({ outcome }),
  error => post({ error: error instanceof Error ? error.name : 'unknown error' }),
)
