import type { CivilCalendar } from '../calendar/index.ts'
import type { Database } from '../db/database.ts'
import { type Cell, statement } from '../db/statement.ts'
import type { Job, JobTools, Schedule } from './job.ts'
import { CUT_SHORT_MS, claimByHand, runJob } from './run.ts'
import { latestSlot, nextSlot, type Place } from './schedule.ts'

/** How far back a run by hand looks for the slot that it stands for: longer than any holiday. */
const FAR_MS = 90 * 24 * 3600_000

/** A job as people look at it. Slots are `YYYY-MM-DDTHH:mm`, county time. */
export interface JobLine {
  name: string
  schedule: Schedule
  /** The newest slot that was claimed; undefined when it never ran. */
  last?: string
  /** `ok`, `running`, `cut short`, or the kind of the error that ended it. */
  outcome?: string
  next?: string
}

const LAST = `SELECT job, slot, started_at, ended_at, outcome FROM job_run r
  WHERE slot = (SELECT max(slot) FROM job_run WHERE job = r.job)`

/** Every job: when it is due, how it last went, when it is due next. `now`: epoch ms. */
export const readJobs = async (
  db: Pick<Database, 'read'>,
  jobs: readonly Job[],
  now: number,
  place: Place,
): Promise<JobLine[]> => {
  const [rows = []] = await db.read([statement(LAST)])
  const lastOf = new Map(rows.map(row => [String(row[0]), row]))
  return jobs.map(({ name, schedule }) => {
    const row = lastOf.get(name)
    return {
      name,
      schedule,
      ...(row ? { last: String(row[1]), outcome: outcomeOf(row.slice(2), now) } : {}),
      next: nextSlot(schedule, now, place)?.id,
    }
  })
}

const outcomeOf = ([startedAt, endedAt, outcome]: Cell[], now: number): string => {
  if (typeof endedAt === 'number') return String(outcome)
  return Number(startedAt) > now - CUT_SHORT_MS ? 'running' : 'cut short'
}

/** What became of a wish to run a job: it was begun, was never due, or is being run right now. */
export type Begun = { begun: string; ended: Promise<string> } | { refused: 'never due' | 'running' }

/** Begins a job `now`, as if it were the time at which it was last due before `at`. `ended` resolves to its outcome. */
export const beginByHand = async (
  job: Job,
  { at, now }: { at: number; now: number },
  place: Place,
  tools: JobTools,
  fault: (job: string, error: unknown) => void = () => undefined,
): Promise<Begun> => {
  const slot = latestSlot(job.schedule, at, place, FAR_MS)
  if (!slot) return { refused: 'never due' }
  if (!(await claimByHand(tools.db, job.name, slot.id, now))) return { refused: 'running' }
  return { begun: slot.id, ended: runJob(job, slot, tools, fault) }
}

/** The jobs as the console sees and begins them. */
export interface JobDesk {
  list(): Promise<JobLine[]>
  /** Begins a job and does not wait for it. Undefined: there is no such job. */
  begin(name: string): Promise<Begun | undefined>
  /** Resolves when everything begun here has ended. */
  idle(): Promise<void>
}

interface JobDeskDeps extends JobTools {
  jobs: readonly Job[]
  zone: string
  calendar: () => Promise<CivilCalendar>
  fault: (job: string, error: unknown) => void
}

export const makeJobDesk = (deps: JobDeskDeps): JobDesk => {
  const inHand = new Set<Promise<unknown>>()
  const place = async (): Promise<Place> => ({ zone: deps.zone, calendar: await deps.calendar() })
  return {
    list: async () => readJobs(deps.db, deps.jobs, deps.now(), await place()),
    begin: async name => {
      const job = deps.jobs.find(one => one.name === name)
      if (!job) return undefined
      const begun = await beginByHand(job, { at: deps.now(), now: deps.now() }, await place(), deps, deps.fault)
      if ('ended' in begun) {
        const ended = begun.ended.catch(() => undefined).finally(() => inHand.delete(ended))
        inHand.add(ended)
      }
      return begun
    },
    idle: async () => {
      await Promise.all(inHand)
    },
  }
}
