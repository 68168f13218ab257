import { parentPort, workerData } from 'node:worker_threads'
import { openFile } from '../embedded.ts'
import { GroupedWriter } from '../grouped-writer.ts'
import { type Batch, failureOf, GO, type Outcome, type Parcel } from './messages.ts'

/** The thread's side: the one connection that writes. What came of a whole group is told in one message. */
const file = openFile(String(workerData))
const writer = new GroupedWriter(file)
const texts = new Map<number, string>()
let outcomes: Outcome[] = []

const tell = (outcome: Outcome): void => {
  if (outcomes.length === 0) queueMicrotask(tellAll)
  outcomes.push(outcome)
}

const tellAll = (): void => {
  parentPort?.postMessage(outcomes)
  outcomes = []
}

const take = ({ id, statements }: Batch): void => {
  const batch = statements.map(([number, args]) => ({ sql: texts.get(number) ?? '', args }))
  writer.write(batch).then(
    rows => tell({ id, rows }),
    error => tell({ id, error: failureOf(error) }),
  )
}

const end = async (): Promise<void> => {
  await writer.close()
  file.close()
  parentPort?.close()
}

parentPort?.on('message', (said: Parcel | typeof GO) => {
  if (said === GO) return void end()
  for (const [number, sql] of said.learn) texts.set(number, sql)
  for (const batch of said.batches) take(batch)
})
