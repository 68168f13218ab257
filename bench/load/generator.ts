import { reporterOf } from '../people.ts'
import { percentile } from '../figures.ts'
import { type Connection, openConnections } from './connection.ts'
import { reportOf, type Stamps } from './conversation.ts'
import type { Job, Round } from './job.ts'

/** The load generator, in a process of its own: every connection leads one conversation after another. */
const run = async (job: Job): Promise<Round> => {
  const connections = await openConnections(job.connections, job.port, job.path, job.headers)
  const clock = () => performance.timeOrigin + performance.now()
  let updateId = job.firstUpdate
  let user = job.firstUser
  const stamps: Stamps = { updateId: () => updateId++, now: () => clock() + job.shift }
  const times: number[] = []
  let refused = 0
  const startedAt = clock()
  const converse = async (connection: Connection): Promise<void> => {
    for (const update of reportOf(reporterOf(user++), job.night, stamps)) {
      const body = update()
      const sent = performance.now()
      const status = await connection.post(body)
      if (status < 200 || status > 299) refused += 1
      else times.push(performance.now() - sent)
    }
  }
  const lead = async (connection: Connection): Promise<void> => {
    while (clock() - startedAt < job.seconds * 1000 && refused === 0) await converse(connection)
  }
  await Promise.all(connections.map(lead))
  const endedAt = clock()
  for (const connection of connections) connection.close()
  return {
    answered: times.length,
    refused,
    users: user - job.firstUser,
    startedAt,
    endedAt,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
  }
}

process.on('message', (job: Job) => void run(job).then(round => process.send?.(round)))
process.on('disconnect', () => process.exit(0))
process.send?.({ ready: true })
