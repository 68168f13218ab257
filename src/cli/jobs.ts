import { Temporal } from 'temporal-polyfill'
import { BadUsage, type Command, readArgs } from './command.ts'
import { withDatabase } from './with-database.ts'

// The jobs bring all features with them, so they are loaded when they are asked for: other commands start without.

/** `wanling jobs`: what runs by itself, how it last went, when it is next due. */
export const jobsCommand: Command = {
  name: 'jobs',
  takes: '',
  summary: 'list what runs by itself: name, schedule, last run and how it ended, next run',
  help: 'Times are the county’s. One job a line, its parts separated by tabs.',
  run: async args => {
    if (readArgs(args, {}).positionals.length > 0)
      throw new BadUsage('wanling jobs takes no name; run one with jobs run')
    const { listJobs } = await import('./jobs-work.ts')
    await withDatabase(listJobs)
  },
}

/** `wanling jobs run NAME`: does now what the server would have done by itself. */
export const jobsRunCommand: Command = {
  name: 'jobs run',
  takes: 'NAME [--at ISO]',
  summary: 'run one job now, as if it were the time it was last due',
  help: '--at 2026-11-23T20:20:00+08:00 runs it as of that moment; in production not a moment to come.',
  run: async args => {
    const { values, positionals } = readArgs(args, { at: { type: 'string' } })
    const [name, ...rest] = positionals
    if (!name || rest.length > 0) throw new BadUsage('name one job')
    const at = values.at === undefined ? undefined : readMoment(values.at)
    const { jobNamed, runByHand } = await import('./jobs-work.ts')
    const job = jobNamed(name)
    await withDatabase(desk => runByHand(desk, job, at ?? desk.now))
  },
}

const readMoment = (text: string): number => {
  try {
    return Temporal.Instant.from(text).epochMilliseconds
  } catch {
    throw new BadUsage('--at is a moment with its offset, such as 2026-11-23T20:20:00+08:00')
  }
}
