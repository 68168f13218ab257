import { keepAudit } from '../console/audit/retention.ts'
import { signInHousekeeping } from '../console/housekeeping.ts'
import { purgeJob } from '../erasure/purge.ts'
import { queueReminders } from '../nightly/reminder/job.ts'
import { countConsents } from '../roster/desk/consent-counts.ts'
import { helpersLapse } from './helpers-lapse.ts'
import type { Job } from './job.ts'
import { retentionStatements } from './retention.ts'
import { retentionJob } from './retention-daily.ts'

/** Every job. The tick runs them in this order; a job that fails holds nobody up. */
export const JOBS: Job[] = [
  {
    name: 'retention',
    schedule: { every: 'minute' },
    run: async (_slot, { db, now }) => void (await db.write(retentionStatements(now()))),
  },
  purgeJob,
  retentionJob,
  { name: 'reminders', schedule: { every: 'minute' }, run: queueReminders },
  {
    name: 'sign-ins',
    schedule: { every: 'minute' },
    run: async (_slot, { db, now }) => void (await db.write(signInHousekeeping(now()))),
  },
  {
    name: 'audit',
    schedule: { daily: '03:20', lateMin: 24 * 60 - 1 },
    run: (_slot, { db, keys, now }) => keepAudit(db, keys, now()),
  },
  {
    name: 'backup',
    // Until the evening, for machines that are switched off at night.
    schedule: { daily: '03:20', lateMin: 18 * 60 },
    run: async (slot, { upkeep }) => upkeep?.backUp(slot),
  },
  helpersLapse,
  {
    name: 'consent-counts',
    schedule: { daily: '04:10', lateMin: 18 * 60 },
    run: async ({ id }, { db, background }) => void (await db.write(await countConsents(background, id.slice(0, 10)))),
  },
]
