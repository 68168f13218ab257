/** What has happened to a deletion. `subject` is the child, or the guardian whose account it is. */
export type ErasureChange = { feature: 'erasure'; subject: string } & (
  | {
      /** Links leave `guardianship`: what they open is locked from now on. */
      type: 'RecordLocked'
      scope: 'account' | 'child'
      erasureId: string
      receipt: string
      dueAt: number
      links: { guardianId: string; childId: string }[]
    }
  | { type: 'LockUndone'; erasureId: string }
  | { type: 'RecordDeletionAsked'; requestId: string; guardianId: string; expiresAt: number }
  | { type: 'RecordDeletionNodded'; requestId: string; guardianId: string }
  | { type: 'RecordDeletionDeclined'; requestId: string; guardianId: string }
)

export type LockChange = Extract<ErasureChange, { type: 'RecordLocked' }>
