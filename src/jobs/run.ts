import type { Database } from '../db/database.ts'
import { statement } from '../db/statement.ts'
import type { Job, JobTools, Slot } from './job.ts'

/** A run that has not ended after this long was cut short: whoever comes next takes it over. */
export const CUT_SHORT_MS = 30 * 60_000
/** A run that failed may be tried again after this long, while its slot is not too late. */
const AGAIN_MS = 10 * 60_000

const CLAIM = `INSERT INTO job_run (job, slot, started_at) VALUES (?, ?, ?)
  ON CONFLICT (job, slot) DO UPDATE SET started_at = excluded.started_at, ended_at = NULL, outcome = NULL
    WHERE (ended_at IS NULL AND started_at <= ?) OR (outcome <> 'ok' AND ended_at <= ?) RETURNING slot`

/** The claim of a slot: it gives a row to the one process that may run it. Also takes over what was cut short or failed. */
export const claimStatement = (job: string, slot: string, now: number) =>
  statement(CLAIM, job, slot, now, now - CUT_SHORT_MS, now - AGAIN_MS)

const FORCE = `INSERT INTO job_run (job, slot, started_at) VALUES (?, ?, ?)
  ON CONFLICT (job, slot) DO UPDATE SET started_at = excluded.started_at, ended_at = NULL, outcome = NULL
    WHERE ended_at IS NOT NULL OR started_at <= ? RETURNING slot`

/** Claims a slot by hand, however it ended before. False while somebody is at it. */
export const claimByHand = async (db: Database, job: string, slot: string, now: number): Promise<boolean> => {
  const [rows = []] = await db.write([statement(FORCE, job, slot, now, now - CUT_SHORT_MS)])
  return rows.length > 0
}

const ENDED = 'UPDATE job_run SET ended_at = ?, outcome = ? WHERE job = ? AND slot = ?'

/** Runs a job for a claimed slot and writes down how it went: `ok`, or the kind of its error, which is returned. */
export const runJob = async (
  job: Job,
  slot: Slot,
  tools: JobTools,
  fault: (job: string, error: unknown) => void,
): Promise<string> => {
  const outcome = await job.run(slot, tools).then(
    () => 'ok',
    (error: unknown) => {
      fault(job.name, error)
      return error instanceof Error ? error.name : 'unknown error'
    },
  )
  await tools.db.write([statement(ENDED, tools.now(), outcome, job.name, slot.id)])
  return outcome
}
