import type { Job } from './job.ts'
import { retentionStatements } from './retention.ts'

/** Every job. The tick runs them in this order; a job that fails holds nobody up. */
export const JOBS: Job[] = [
  {
    name: 'retention',
    schedule: { every: 'minute' },
    run: async (_slot, { db, now }) => void (await db.write(retentionStatements(now()))),
  },
  {
    name: 'backup',
    // Until the evening, for machines that are switched off at night.
    schedule: { daily: '03:20', lateMin: 18 * 60 },
    run: async (slot, { upkeep }) => upkeep?.backUp(slot),
  },
]
