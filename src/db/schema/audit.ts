import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/**
 * Who did or opened what, when. Rows are only added. `chain` is over the row before it, the event, the time, the keyed
 * hash of the content and `ids`, a salted hash of `actor` and `subject`: these two and the salt may be erased, and the
 * chain still holds while nothing tells whom it was about.
 */
export const audit = sqliteTable(
  'audit',
  {
    n: integer().primaryKey(),
    at: integer().notNull(),
    event: text().notNull(),
    /** The staff member, or a word for who is none; null once it was erased. */
    actor: text(),
    /** The record it is about; null when there is none or it was erased. */
    subject: text(),
    /** Keyed hash of what was done; the content itself stands nowhere here. */
    content: text(),
    /** What keeps `ids` from being guessed; null once it was erased. */
    salt: text(),
    ids: text().notNull(),
    chain: text().notNull(),
  },
  t => [index('audit_at').on(t.at), index('audit_subject').on(t.subject)],
)

/**
 * Signed at `at`: row `n`, written at `rowAt`, had the link `chain`. It stands for rows that retention has removed; only
 * one that was signed when its row was old enough may do so.
 */
export const auditCheckpoint = sqliteTable('audit_checkpoint', {
  n: integer().primaryKey(),
  chain: text().notNull(),
  rowAt: integer('row_at').notNull(),
  at: integer().notNull(),
  key: text().notNull(),
  signature: text().notNull(),
})
