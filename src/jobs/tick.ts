import { Conflict } from '../db/database.ts'
import { jobRun } from '../db/schema/index.ts'
import { insert, statement } from '../db/statement.ts'
import type { Job, JobTools, Slot } from './job.ts'
import { dueSlot } from './schedule.ts'

export interface Tick extends JobTools {
  jobs: Job[]
  zone: string
  /** A job that threw: its name and the error. */
  fault: (job: string, error: unknown) => void
}

/** Runs what has fallen due. node-cron and the Worker's cron trigger do nothing but this, once a minute. */
export const tick = async (deps: Tick): Promise<void> => {
  for (const job of deps.jobs) {
    const slot = dueSlot(job.schedule, deps.now(), deps.zone)
    if (slot && (await claim(job, slot, deps))) await runJob(job, slot, deps)
  }
}

/** A unique row per job and slot: whoever inserts it runs the job. */
const claim = async (job: Job, slot: Slot, { db, now }: Tick): Promise<boolean> => {
  try {
    await db.write([insert(jobRun, { job: job.name, slot: slot.id, startedAt: now() })])
    return true
  } catch (error) {
    if (error instanceof Conflict) return false
    throw error
  }
}

/** Runs a job for a claimed slot and writes down how it went: `ok`, or the kind of its error. */
export const runJob = async (job: Job, slot: Slot, deps: Tick): Promise<void> => {
  const outcome = await job.run(slot, deps).then(
    () => 'ok',
    (error: unknown) => {
      deps.fault(job.name, error)
      return error instanceof Error ? error.name : 'unknown error'
    },
  )
  await deps.db.write([
    statement(
      'UPDATE job_run SET ended_at = ?, outcome = ? WHERE job = ? AND slot = ?',
      deps.now(),
      outcome,
      job.name,
      slot.id,
    ),
  ])
}
