import type { Slot } from './job.ts'

/** What the machine under an embedded file does for it. Absent over a remote database, whose host keeps the copies. */
export interface Upkeep {
  /** Makes the night's backup and takes away what is too old. @throws when there is no good one */
  backUp(slot: Slot): Promise<void>
  /** False once there has been no good backup for three days where one is expected. */
  isBackedUp(): Promise<boolean>
}
