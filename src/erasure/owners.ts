import { is } from 'drizzle-orm'
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core'
import * as schema from '../db/schema/index.ts'

/** Whose a row is. A conversation is by its HMAC; it is the guardian's who spoke there. */
export type Owner = 'child' | 'guardian' | 'conversation'

/** Columns that say whose a row is, in every table: a new table with one of them is purged without a word here. */
const BY_NAME: Record<string, Owner> = { child_id: 'child', guardian_id: 'guardian', conversation: 'conversation' }

/** Tables that say it in columns of other names. A column may name several. */
const BY_TABLE: Record<string, Record<string, Owner[]>> = {
  child: { id: ['child'] },
  conversation: { id: ['conversation'] },
  channel_memory: { owner: ['conversation'] },
  helper: { helper_id: ['guardian'] },
  import_stage: { subject: ['child'] },
  audit: { subject: ['child', 'guardian', 'conversation'] },
  change_log: { subject: ['child', 'guardian'], actor_id: ['guardian', 'conversation'] },
}

/** Rows that stay without saying whose they were: what is blanked in them, instead of deleting them. */
export const BLANKED: Record<string, string> = {
  // Staff opened something; that somebody did stays provable, about whom does not (the chain is over a salted hash).
  audit: 'subject = NULL, salt = NULL',
}

/** Tables about no family, each with what is in them. Whatever is neither here nor says whose it is fails a test. */
export const ABOUT_NO_FAMILY: Record<string, string> = {
  county: 'the county',
  school: 'schools',
  school_class: 'classes',
  term: 'terms',
  calendar_override: 'days that the county or a school decided otherwise',
  school_alias: 'other spellings of schools',
  help_line: 'telephone numbers of services',
  consent_count: 'counts of ten children and more',
  audit_checkpoint: 'signatures over the audit',
  staff_password: 'how staff sign in',
  staff_session: 'how staff sign in',
  staff_challenge: 'how staff sign in',
  staff_two_factor: 'how staff sign in',
  staff_leave: 'when staff are away',
  sign_in_failure: 'sign-ins of staff that failed',
  staff: 'people who work for the county or a school',
  staff_role: 'what they may do',
  setting: 'decisions of the operator',
  key_ring: 'wrapped keys',
  tally: 'counts without a person',
  job_run: 'when a job ran',
  guard: 'nothing: its rows are gone at the end of each write',
  migration: 'changes of the schema',
  invitation_use: 'codes used up; they go with their invitation',
  erasure: 'deletions under way; they end with the purge',
  erasure_receipt: 'receipts without a name, for three years',
  consent_receipt: 'what was agreed to, without a name, for three years',
}

/** The links of deletions: what a purge goes by, and so the last that goes. */
export const LINKS = 'erasure_link'

export interface OwnedTable {
  table: string
  /** Columns by the owner that they name. */
  columns: Record<Owner, string[]>
}

const ownersOf = (table: string, column: string): Owner[] => {
  const named = BY_NAME[column]
  return BY_TABLE[table]?.[column] ?? (named ? [named] : [])
}

const ownedTable = (table: string, columns: string[]): OwnedTable => ({
  table,
  columns: {
    child: columns.filter(one => ownersOf(table, one).includes('child')),
    guardian: columns.filter(one => ownersOf(table, one).includes('guardian')),
    conversation: columns.filter(one => ownersOf(table, one).includes('conversation')),
  },
})

/** Every table of the schema whose rows say whose they are; `child` and `conversation`, by which others are found, last. */
export const ownedTables = (): OwnedTable[] =>
  Object.values(schema)
    .filter(one => is(one, SQLiteTable))
    .map(one => getTableConfig(one))
    .map(({ name, columns }) =>
      ownedTable(
        name,
        columns.map(column => column.name),
      ),
    )
    .filter(({ table, columns }) => table !== LINKS && Object.values(columns).some(list => list.length > 0))
    .sort((a, b) => rank(a.table) - rank(b.table))

const rank = (table: string): number => (table === 'child' || table === 'conversation' ? 1 : 0)
