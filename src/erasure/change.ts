import type { Derived } from '../chat/change.ts'

export type LockScope = 'account' | 'child'

/**
 * Links leave `guardianship`: what they open is locked from now on. Beside a `RecordLocked`, and not in the log, which
 * one guardian's leaving would not clear of the other's id.
 */
export interface LinksLocked extends Derived {
  feature: 'erasure'
  type: 'LinksLocked'
  subject: string
  scope: LockScope
  erasureId: string
  receipt: string
  dueAt: number
  /** `source`: the table that ties this person to the child. */
  links: { guardianId: string; childId: string; source: string }[]
}

/** What has happened to a deletion. `subject` is the child, or the guardian whose account it is. */
export type ErasureChange = { feature: 'erasure'; subject: string } & (
  | { type: 'RecordLocked'; scope: LockScope; erasureId: string }
  /** A copy was asked for: it changes nothing, and stands in the log as proof that the right was had. */
  | { type: 'CopyAsked' }
  | { type: 'LockUndone'; erasureId: string }
  | { type: 'RecordDeletionAsked'; requestId: string; guardianId: string; expiresAt: number }
  | { type: 'RecordDeletionNodded'; requestId: string; guardianId: string }
  | { type: 'RecordDeletionDeclined'; requestId: string; guardianId: string }
)
