import { inPlace } from '../background/in-place.ts'
import { channelsOf } from '../channels.ts'
import { reachOf } from '../chat/channel.ts'
import { ZONE } from '../features.ts'
import { makeReadFile } from '../files/read.ts'
import { beginByHand, readJobs } from '../jobs/by-hand.ts'
import type { Job, JobTools, Schedule } from '../jobs/job.ts'
import type { Place } from '../jobs/schedule.ts'
import { JOBS } from '../jobs/table.ts'
import { makeMetrics } from '../metrics.ts'
import { openRing, random } from '../open.ts'
import { readCountyCalendar } from '../roster/county-calendar.ts'
import { openUpkeep } from '../upkeep.ts'
import { Refused, say } from './command.ts'
import type { Desk } from './with-database.ts'

/** Prints every job. */
export const listJobs = async ({ db, now }: Desk): Promise<void> => {
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

const toolsOf = async ({ config, db, now, newId }: Desk, at: number): Promise<JobTools> => {
  const keys = await openRing(config, db, now)
  const clock = () => at
  const metrics = makeMetrics()
  const background = inPlace(db)
  const readFile = makeReadFile({ keys, background, now: clock })
  const log = () => undefined
  const channels = channelsOf({ config, db, keys, now: clock, random, metrics, readFile, starters: [], log })
  const upkeep = await openUpkeep({ config, db, now: clock, log: () => undefined })
  const reach = reachOf(channels)
  const { publicUrl } = config
  return { upkeep, db, keys, background, now: clock, random, newId, zone: ZONE, reach, publicUrl }
}
