import { lapseHelpers } from '../roster/helpers.ts'
import type { Job } from './job.ts'

/** Forgets the helpers whose term is over. They lost their rights at midnight already: every read looks at the date. */
export const helpersLapse: Job = {
  name: 'helpers_lapse',
  schedule: { daily: '03:20', lateMin: 1200 },
  run: async (slot, { db }) => void (await db.write([lapseHelpers(slot.id.slice(0, 10))])),
}
