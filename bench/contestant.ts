import type { Job, Round } from './load/job.ts'
import { type Helper, startHelper } from './process.ts'

/** One that is measured: where it takes updates, and what must have happened before a round counts as ended. */
export interface Contestant {
  name: string
  port: number
  headers: Record<string, string>
  night: string
  /** How far its clock is ahead of the machine's, in ms. */
  shift: number
  /** Resolves to the instant (epoch ms) at which the last message of the round had reached the platform; 0 for none. */
  settle: (round: Round) => Promise<number>
  stop: () => Promise<void>
}

const PATH = '/hooks/telegram'

/** A server script of bench/ that sends nothing. */
export const plainContestant = async (name: string, script: string, args: string[] = []): Promise<Contestant> => {
  const helper = await startHelper(script, args)
  const port = Number(Reflect.get(Object(helper.told), 'port'))
  return { name, port, headers: {}, night: '2026-11-24', shift: 0, settle: async () => 0, stop: helper.stop }
}

/** Leads rounds against contestants, in turn. People and update ids are used once in a run. */
export class Course {
  readonly #load: Helper
  #user = 0
  #update = 1_000_000

  constructor(load: Helper) {
    this.#load = load
  }

  async round(one: Contestant, connections: number, seconds: number): Promise<{ rps: number; p50: number; p99: number }> {
    const job: Job = {
      ...{ port: one.port, path: PATH, headers: one.headers, night: one.night, shift: one.shift },
      ...{ connections, seconds, firstUser: this.#user, firstUpdate: this.#update },
    }
    const round = (await this.#load.ask(job)) as Round
    this.#user += round.users
    this.#update += round.users * 3
    if (round.refused > 0) throw new Error(`${one.name} did not take every update`)
    const endedAt = Math.max(round.endedAt, await one.settle(round))
    return { rps: (round.answered * 1000) / (endedAt - round.startedAt), p50: round.p50, p99: round.p99 }
  }
}
