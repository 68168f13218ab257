import { Temporal } from 'temporal-polyfill'
import { inPlace } from '../background/in-place.ts'
import { ZONE } from '../features.ts'
import { beginByHand, readJobs } from '../jobs/by-hand.ts'
import type { Job, Schedule } from '../jobs/job.ts'
import type { Place } from '../jobs/schedule.ts'
import { JOBS } from '../jobs/table.ts'
import { openRing, random } from '../open.ts'
import { readCountyCalendar } from '../roster/county-calendar.ts'
import { openUpkeep } from '../upkeep.ts'
import { BadUsage, type Command, Refused, readArgs, say } from './command.ts'
import { type Desk, withDatabase } from './with-database.ts'

/** `wanling jobs`: what runs by itself, how it last went, when it is next due. */
export const jobsCommand: Command = {
  name: 'jobs',
  takes: '',
  summary: 'list what runs by itself: name, schedule, last run and how it ended, next run',
  help: 'Times are the county’s. One job a line, its parts separated by tabs.',
  run: async args => {
    if (readArgs(args, {}).positionals.length > 0)
      throw new BadUsage('wanling jobs takes no name; run one with jobs run')
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
    const job = JOBS.find(one => one.name === name)
    if (!job) throw new Refused(`There is no job ${name}. There are: ${JOBS.map(one => one.name).join(', ')}`)
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

const listJobs = async ({ db, now }: Desk): Promise<void> => {
  const place: Place = { zone: ZONE, calendar: await readCountyCalendar(db) }
  say(['name', 'schedule', 'last', 'outcome', 'next'].join('\t'))
  for (const { name, schedule, last, outcome, next } of await readJobs(db, JOBS, now, place)) {
    say([name, spoken(schedule), last ?? '-', outcome ?? '-', next ?? '-'].join('\t'))
  }
}

const spoken = (schedule: Schedule): string => {
  if ('every' in schedule) return 'every minute'
  return `${schedule.daily} ${schedule.on ? `on the ${schedule.on}` : 'daily'}`
}

const runByHand = async (desk: Desk, job: Job, at: number): Promise<void> => {
  const { config, db } = desk
  if (config.production && at > desk.now) throw new Refused('--at lies ahead: nothing is run before its time here')
  const place: Place = { zone: ZONE, calendar: await readCountyCalendar(db) }
  const begun = await beginByHand(job, { at, now: desk.now }, place, await toolsOf(desk, at))
  if ('refused' in begun) {
    throw new Refused(
      begun.refused === 'running'
        ? `${job.name} is being run right now`
        : `${job.name} was not due in the three months before ${new Date(at).toISOString()}`,
    )
  }
  const outcome = await begun.ended
  if (outcome !== 'ok') throw new Refused(`${job.name} ${begun.begun} ${outcome}`)
  say(`${job.name}\t${begun.begun}\tok`)
}

const toolsOf = async ({ config, db, now, newId }: Desk, at: number) => ({
  upkeep: await openUpkeep({ config, db, now: () => at, log: () => undefined }),
  db,
  keys: await openRing(config, db, now),
  background: inPlace(db),
  now: () => at,
  random,
  newId,
})
