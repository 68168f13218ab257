import { Temporal } from 'temporal-polyfill'
import { inPlace } from '../background/in-place.ts'
import { statement } from '../db/statement.ts'
import { ZONE } from '../features.ts'
import type { Job, Schedule } from '../jobs/job.ts'
import { CUT_SHORT_MS, claimByHand, runJob } from '../jobs/run.ts'
import { latestSlot, nextSlot, type Place } from '../jobs/schedule.ts'
import { JOBS } from '../jobs/table.ts'
import { openRing, random } from '../open.ts'
import { readCountyCalendar } from '../roster/county-calendar.ts'
import { openUpkeep } from '../upkeep.ts'
import { BadUsage, type Command, Refused, readArgs, say } from './command.ts'
import { type Desk, withDatabase } from './with-database.ts'

/** How far back `jobs run` looks for the slot that it stands for: longer than any holiday. */
const FAR_MS = 90 * 24 * 3600_000

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

const LAST = `SELECT job, slot, started_at, ended_at, outcome FROM job_run r
  WHERE slot = (SELECT max(slot) FROM job_run WHERE job = r.job)`

const listJobs = async ({ db, now }: Desk): Promise<void> => {
  const place: Place = { zone: ZONE, calendar: await readCountyCalendar(db) }
  const [rows = []] = await db.read([statement(LAST)])
  const lastOf = new Map(rows.map(([job, slot, ...rest]) => [String(job), [slot, outcomeOf(rest, now)]]))
  say(['name', 'schedule', 'last', 'outcome', 'next'].join('\t'))
  for (const { name, schedule } of JOBS) {
    const next = nextSlot(schedule, now, place)
    say([name, spoken(schedule), ...(lastOf.get(name) ?? ['-', '-']), next?.id ?? '-'].join('\t'))
  }
}

const outcomeOf = ([startedAt, endedAt, outcome]: unknown[], now: number): string => {
  if (typeof endedAt === 'number') return String(outcome)
  return Number(startedAt) > now - CUT_SHORT_MS ? 'running' : 'cut short'
}

const spoken = (schedule: Schedule): string => {
  if ('every' in schedule) return 'every minute'
  return `${schedule.daily} ${schedule.on ? `on the ${schedule.on}` : 'daily'}`
}

const runByHand = async (desk: Desk, job: Job, at: number): Promise<void> => {
  const { config, db } = desk
  if (config.production && at > desk.now) throw new Refused('--at lies ahead: nothing is run before its time here')
  const place: Place = { zone: ZONE, calendar: await readCountyCalendar(db) }
  const slot = latestSlot(job.schedule, at, place, FAR_MS)
  if (!slot) throw new Refused(`${job.name} was not due in the three months before ${new Date(at).toISOString()}`)
  if (!(await claimByHand(db, job.name, slot.id, desk.now)))
    throw new Refused(`${job.name} is being run for ${slot.id} right now`)
  const outcome = await runJob(job, slot, await toolsOf(desk, at), () => undefined)
  if (outcome !== 'ok') throw new Refused(`${job.name} ${slot.id} ${outcome}`)
  say(`${job.name}\t${slot.id}\tok`)
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
