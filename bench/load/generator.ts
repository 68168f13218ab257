import { percentile } from '../figures.ts'
import { reporterOf } from '../people.ts'
import { type Connection, openConnections } from './connection.ts'
import { reportOf, type Stamps } from './conversation.ts'
import type { Job, Round } from './job.ts'

const clock = (): number => performance.timeOrigin + performance.now()

/** The load generator, in a process of its own: every connection leads one conversation after another. */
const run = async (job: Job): Promise<Round> => {
  const connections = await openConnections(job.connections, job.port, job.path, job.headers)
  let updateId = job.firstUpdate
  let user = job.firstUser
  let refused = 0
  const stamps: Stamps = { updateId: () => updateId++, now: () => clock() + job.shift }
  const times: number[] = []
  const startedAt = clock()

  const converse = async (connection: Connection): Promise<void> => {
    for (const update of reportOf(reporterOf(user++), job.night, stamps)) {
      const body = update()
      const sentAt = performance.now()
      const status = await connection.post(body)
      if (status >= 200 && status <= 299) times.push(performance.now() - sentAt)
      else refused += 1
    }
  }
  const goesOn = (): boolean =>
    clock() - startedAt < job.seconds * 1000 && refused === 0 && user < job.firstUser + job.users
  const lead = async (connection: Connection): Promise<void> => {
    while (goesOn()) await converse(connection)
  }

  await Promise.all(connections.map(lead))
  const endedAt = clock()
  for (const connection of connections) connection.close()
  const users = user - job.firstUser
  const [p50, p99] = [percentile(times, 0.5), percentile(times, 0.99)]
  return { answered: times.length, refused, users, startedAt, endedAt, p50, p99 }
}

process.on('message', (job: Job) => void run(job).then(round => process.send?.(round)))
process.on('disconnect', () => process.exit(0))
process.send?.({ ready: true })
