import { type CivilCalendar, makeCalendar } from '../calendar/index.ts'
import { statement } from '../db/statement.ts'
import type { Job, JobTools, Slot } from './job.ts'
import { claimStatement, runJob } from './run.ts'
import { dueSlot } from './schedule.ts'

export interface Tick extends JobTools {
  jobs: Job[]
  /** The county's calendar, read when a schedule asks for it. */
  calendar: () => Promise<CivilCalendar>
  /** A job that threw: its name and the error. */
  fault: (job: string, error: unknown) => void
}

/**
 * Runs what has fallen due. node-cron and the Worker's cron trigger do nothing but this, once a minute. Jobs begin in
 * the order of the table; a slow or failing one holds nobody up. Ticks may overlap: a slot is claimed once.
 */
export const tick = async (deps: Tick): Promise<void> => {
  const due = await unclaimed(await dueNow(deps), deps)
  await Promise.all(due.map(one => claimAndRun(one, deps)))
}

interface Due {
  job: Job
  slot: Slot
}

/** For tables in which no job asks what kind of day it is. */
const ANY_DAY = makeCalendar({ terms: [], overrides: [] })

const dueNow = async ({ jobs, now, zone, calendar }: Tick): Promise<Due[]> => {
  const asks = jobs.some(({ schedule }) => 'on' in schedule && schedule.on !== undefined)
  const place = { zone, calendar: asks ? await calendar() : ANY_DAY }
  return jobs.flatMap(job => {
    const slot = dueSlot(job.schedule, now(), place)
    return slot ? [{ job, slot }] : []
  })
}

const DONE = "SELECT 1 FROM job_run WHERE job = ? AND slot = ? AND outcome = 'ok'"

/** Spares a write a minute for every slot that was run long ago and is still within its time. */
const unclaimed = async (due: Due[], { db }: Tick): Promise<Due[]> => {
  const daily = due.filter(({ job }) => !('every' in job.schedule))
  if (daily.length === 0) return due
  const rows = await db.read(daily.map(({ job, slot }) => statement(DONE, job.name, slot.id)))
  const done = new Set(daily.filter((_, i) => rows[i]?.length === 1))
  return due.filter(one => !done.has(one))
}

const claimAndRun = async ({ job, slot }: Due, deps: Tick): Promise<void> => {
  try {
    const [rows = []] = await deps.db.write([claimStatement(job.name, slot.id, deps.now())])
    if (rows.length > 0) await runJob(job, slot, deps, deps.fault)
  } catch (error) {
    deps.fault(job.name, error)
  }
}
