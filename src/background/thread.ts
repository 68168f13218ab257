import { parentPort, workerData } from 'node:worker_threads'
import { ReadOnlyFile } from '../db/read-only.ts'
import { type Answer, GO, type Request } from './messages.ts'
import { runTask } from './tasks.ts'

/** The thread's side: one request after another, through a connection that cannot write. */
const file = new ReadOnlyFile(String(workerData))

const answer = async (request: Request): Promise<Answer> => {
  const { id } = request
  try {
    return request.kind === 'read'
      ? { id, rows: await file.read(request.statements) }
      : { id, output: await runTask(request.task, request.input, file) }
  } catch (error) {
    return { id, error: error instanceof Error ? error.name : 'unknown error' }
  }
}

const end = (): void => {
  file.close()
  parentPort?.close()
}

let line = Promise.resolve()
parentPort?.on('message', (request: Request | typeof GO) => {
  line = line.then(async () => {
    if (request === GO) end()
    else parentPort?.postMessage(await answer(request))
  })
})
