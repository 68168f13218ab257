import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** 删除: asked and locked at `asked_at`, taken back until the purge begins, purged from `due_at` on. */
export const erasure = sqliteTable(
  'erasure',
  {
    id: text().primaryKey(),
    /** account: what one guardian left. child: what all guardians of a child left together. */
    scope: text().notNull(),
    /** The number of its receipt; random, and known to nobody but the family. */
    receipt: text().notNull(),
    askedAt: integer('asked_at').notNull(),
    dueAt: integer('due_at').notNull(),
    /** From here on it cannot be taken back. */
    purgingAt: integer('purging_at'),
  },
  t => [index('erasure_due').on(t.dueAt)],
)

/**
 * A guardian's link to a child while it is locked. It has left `guardianship`, so that whoever asks for a guardian's
 * children finds none: no report, no view, no reminder, no figure. An answer counts only while its guardian is linked.
 */
export const erasureLink = sqliteTable(
  'erasure_link',
  {
    erasureId: text('erasure_id').notNull(),
    guardianId: text('guardian_id').notNull(),
    childId: text('child_id').notNull(),
    /** The table it left, and its row there as JSON. */
    source: text().notNull(),
    row: text().notNull(),
  },
  t => [
    primaryKey({ columns: [t.guardianId, t.childId] }),
    index('erasure_link_erasure').on(t.erasureId),
    index('erasure_link_child').on(t.childId),
  ],
)

/** A guardian wants the child's whole record deleted and waits for the others to nod. */
export const erasureRequest = sqliteTable(
  'erasure_request',
  {
    id: text().primaryKey(),
    childId: text('child_id').notNull(),
    guardianId: text('guardian_id').notNull(),
    at: integer().notNull(),
    expiresAt: integer('expires_at').notNull(),
  },
  t => [index('erasure_request_child').on(t.childId)],
)

/** A nod. It dies with its request. */
export const erasureNod = sqliteTable(
  'erasure_nod',
  { requestId: text('request_id').notNull(), guardianId: text('guardian_id').notNull(), at: integer().notNull() },
  t => [primaryKey({ columns: [t.requestId, t.guardianId] })],
)

/** What proves that a deletion was asked for and done, without saying whose (policy §7.2: three years). Days, not times. */
export const erasureReceipt = sqliteTable('erasure_receipt', {
  number: text().primaryKey(),
  scope: text().notNull(),
  askedOn: text('asked_on').notNull(),
  purgedOn: text('purged_on').notNull(),
})

/** What had been agreed to under a receipt's number, without saying by whom (policy §7.2: three years after the account). */
export const consentReceipt = sqliteTable(
  'consent_receipt',
  {
    receipt: text().notNull(),
    kind: text().notNull(),
    version: text().notNull(),
    given: integer({ mode: 'boolean' }),
    saidOn: text('said_on').notNull(),
    purgedOn: text('purged_on').notNull(),
  },
  t => [index('consent_receipt_number').on(t.receipt)],
)
