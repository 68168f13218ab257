import type { Contestant } from './contestants.ts'
import { median, rounded } from './figures.ts'
import type { Job, Round } from './load/job.ts'
import { NIGHT } from './people.ts'
import { type Helper, startHelper } from './processes.ts'

/** One round of one row. `rps`: inbound updates answered 2xx in a second; times in ms. */
export interface Figures {
  rps: number
  p50: number
  p99: number
}

const CONNECTIONS = 64
const WARM_UP_SECONDS = 1
const PATH = '/hooks/telegram'

/** Leads all contestants through interleaved rounds and ends them; people and update ids are used once. */
export const runRounds = async (
  contestants: Contestant[],
  rounds: number,
  seconds: number,
  tell: (line: string) => void,
): Promise<Map<string, Figures[]>> => {
  const load = await startHelper('load/generator.ts')
  const lanes = contestants.map(contestant => new Lane(contestant, load))
  for (const lane of lanes) await lane.round(Math.min(WARM_UP_SECONDS, seconds))
  const figures = new Map<string, Figures[]>(lanes.map(({ contestant }) => [contestant.name, []]))
  for (let n = 1; n <= rounds; n++) {
    for (const lane of lanes) {
      const one = await lane.round(seconds)
      figures.get(lane.contestant.name)?.push(one)
      tell(`round ${n} ${lane.contestant.name}: ${one.rps.toFixed(0)} updates/s, p50 ${one.p50.toFixed(1)} ms`)
    }
  }
  await load.stop()
  for (const lane of lanes) await lane.contestant.stop(lane.updates)
  return figures
}

class Lane {
  readonly contestant: Contestant
  readonly #load: Helper
  #users = 0
  updates = 0

  constructor(contestant: Contestant, load: Helper) {
    this.contestant = contestant
    this.#load = load
  }

  /** The clock runs from the first update until the last is answered and its message has reached the platform. */
  async round(seconds: number): Promise<Figures> {
    const { name, port, headers, shift, users, settle } = this.contestant
    const job: Job = {
      ...{ port, path: PATH, headers, connections: CONNECTIONS, seconds, night: NIGHT, shift },
      ...{ firstUser: this.#users, users: users - this.#users, firstUpdate: 1_000_000 + this.updates },
    }
    const { refused, answered, ...round } = (await this.#load.ask(job)) as Round
    this.#users += round.users
    this.updates += answered
    if (refused > 0) throw new Error(`${name} did not take every update`)
    if (this.#users >= users) throw new Error(`${name}: more families must be seeded`)
    const endedAt = Math.max(round.endedAt, await settle(answered))
    return { rps: (answered * 1000) / (endedAt - round.startedAt), p50: round.p50, p99: round.p99 }
  }
}

/** The medians over a row's rounds. */
export const medians = (rounds: Figures[]): Figures => ({
  rps: rounded(median(rounds.map(one => one.rps)), 1),
  p50: rounded(median(rounds.map(one => one.p50)), 2),
  p99: rounded(median(rounds.map(one => one.p99)), 2),
})

/** The median of the ratios of two rows' rounds, each to its neighbour in time: machines drift, neighbours less. */
export const ratio = (over: Figures[], under: Figures[]): number =>
  rounded(median(over.flatMap((one, i) => (under[i] ? [one.rps / under[i].rps] : []))), 3)
