import { inPlace } from '../background/in-place.ts'
import { channelsOf } from '../channels.ts'
import { reachOf } from '../chat/channel.ts'
import { statement } from '../db/statement.ts'
import { ZONE } from '../features.ts'
import type { Job, JobTools, Schedule } from '../jobs/job.ts'
import { CUT_SHORT_MS, claimByHand, runJob } from '../jobs/run.ts'
import { latestSlot, nextSlot, type Place } from '../jobs/schedule.ts'
import { JOBS } from '../jobs/table.ts'
import { makeMetrics } from '../metrics.ts'
import { openRing, random } from '../open.ts'
import { readCountyCalendar } from '../roster/county-calendar.ts'
import { openUpkeep } from '../upkeep.ts'
import { Refused, say } from './command.ts'
import type { Desk } from './with-database.ts'

/** How far back `jobs run` looks for the slot that it stands for: longer than any holiday. */
const FAR_MS = 90 * 24 * 3600_000

const LAST = `SELECT job, slot, started_at, ended_at, outcome FROM job_run r
  WHERE slot = (SELECT max(slot) FROM job_run WHERE job = r.job)`

/** Prints every job. */
export const listJobs = async ({ db, now }: Desk): Promise<void> => {
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

/** The job of this name. @throws Refused */
export const jobNamed = (name: string): Job => {
  const job = JOBS.find(one => one.name === name)
  if (job) return job
  throw new Refused(`There is no job ${name}. There are: ${JOBS.map(one => one.name).join(', ')}`)
}

/** Runs a job as of `at` (epoch ms). @throws Refused */
export const runByHand = async (desk: Desk, job: Job, at: number): Promise<void> => {
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

const toolsOf = async ({ config, db, now, newId }: Desk, at: number): Promise<JobTools> => {
  const keys = await openRing(config, db, now)
  const clock = () => at
  const metrics = makeMetrics()
  const channels = channelsOf({ config, db, keys, now: clock, random, metrics, starters: [], log: () => undefined })
  const upkeep = await openUpkeep({ config, db, now: clock, log: () => undefined })
  return { upkeep, db, keys, background: inPlace(db), now: clock, random, newId, zone: ZONE, reach: reachOf(channels) }
}
