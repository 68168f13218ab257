import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

/**
 * One row per verified update, understood or not, for 7 days. `conversation` is the HMAC of channel and account.
 * Two unique keys settle every race: the update's own id, and the conversation's sequence.
 */
export const turn = sqliteTable(
  'turn',
  {
    conversation: text().notNull(),
    updateId: text('update_id').notNull(),
    seq: integer().notNull(),
    at: integer().notNull(),
  },
  t => [
    primaryKey({ columns: [t.conversation, t.updateId] }),
    uniqueIndex('turn_seq').on(t.conversation, t.seq),
    index('turn_at').on(t.at),
  ],
)

/** Where a person stands with us on one channel: the open dialog, the last prompt, and how to reach them. */
export const conversation = sqliteTable(
  'conversation',
  {
    id: text().primaryKey(),
    channel: text().notNull(),
    /** The platform's address of the person, encrypted with the field key. */
    address: text().notNull(),
    /** Where a link for this person goes when we may not start the chat (学校通知), encrypted; null when nowhere. */
    noticeTo: text('notice_to'),
    lang: text().notNull(),
    /** The person chose it; until then it follows what they write. */
    langChosen: integer('lang_chosen', { mode: 'boolean' }).notNull(),
    guardianId: text('guardian_id'),
    seq: integer().notNull(),
    /** The open dialog with its earlier steps, as JSON; null when nothing is open. Encrypted when it is sealed. */
    dialog: text(),
    /** The last choices shown, as JSON. */
    prompt: text(),
    /** The minute (epoch minutes) in which `turnsInMinute` were taken: the rate limit. */
    minute: integer().notNull(),
    turnsInMinute: integer('turns_in_minute').notNull(),
    inboundAt: integer('inbound_at').notNull(),
    /** Since when the platform says this person cannot be reached; cleared when they write. */
    goneAt: integer('gone_at'),
  },
  t => [index('conversation_guardian').on(t.guardianId), index('conversation_inbound').on(t.inboundAt)],
)

/** A message on its way to one conversation. Rows of one conversation leave in the order of `n`. */
export const outbox = sqliteTable(
  'outbox',
  {
    n: integer().primaryKey({ autoIncrement: true }),
    id: text().notNull(),
    conversation: text().notNull(),
    /** The turn that this answers; null for what is sent unasked. */
    seq: integer(),
    /** The reply as JSON, encrypted when sealed; null once it was erased. */
    payload: text(),
    sealed: integer({ mode: 'boolean' }).notNull(),
    reach: text().notNull(),
    /** It may leave only while this holds, asked when it is sent: the word of a condition, a colon, what it is about. */
    onlyWhile: text('only_while'),
    at: integer().notNull(),
    notBefore: integer('not_before').notNull(),
    expiresAt: integer('expires_at').notNull(),
    claimedUntil: integer('claimed_until').notNull(),
    tries: integer().notNull(),
    sentAt: integer('sent_at'),
    deadAt: integer('dead_at'),
    error: text(),
  },
  t => [
    uniqueIndex('outbox_id').on(t.id),
    index('outbox_conversation').on(t.conversation, t.seq),
    index('outbox_waiting').on(t.conversation, t.n).where(sql`sent_at IS NULL AND dead_at IS NULL`),
    index('outbox_at').on(t.at),
  ],
)

/** Who changed what. Kept as long as the record it tells of. */
export const changeLog = sqliteTable(
  'change_log',
  {
    n: integer().primaryKey({ autoIncrement: true }),
    at: integer().notNull(),
    actorKind: text('actor_kind').notNull(),
    actorId: text('actor_id').notNull(),
    type: text().notNull(),
    subject: text().notNull(),
    change: text().notNull(),
  },
  t => [index('change_subject').on(t.subject), index('change_actor').on(t.actorId)],
)

/** What only the database knows at the moment of writing: a row that is not 1 fails its whole batch. */
export const guard = sqliteTable('guard', { ok: integer().notNull() }, t => [check('guard_holds', sql`${t.ok} = 1`)])

/** Keys wrapped by SECRET_KEY. `purpose` is lookup, field, receipt or rollup. */
export const keyRing = sqliteTable('key_ring', {
  id: text().primaryKey(),
  purpose: text().notNull(),
  at: integer().notNull(),
  wrapped: text().notNull(),
})

/** What the operator decided: who, when, what. */
export const setting = sqliteTable('setting', {
  key: text().primaryKey(),
  value: text().notNull(),
  by: text().notNull(),
  at: integer().notNull(),
})

/**
 * What a channel must remember over a restart: a place in a feed, what a platform's budget has left. `owner` is the
 * conversation it belongs to, or the platform's own name for a thing that is no person's.
 */
export const channelMemory = sqliteTable(
  'channel_memory',
  {
    channel: text().notNull(),
    kind: text().notNull(),
    owner: text().notNull(),
    value: text().notNull(),
    at: integer().notNull(),
  },
  t => [primaryKey({ columns: [t.channel, t.kind, t.owner] }), index('channel_memory_owner').on(t.owner)],
)

/** Counts without a person in them, by day of the county. */
export const tally = sqliteTable(
  'tally',
  { day: text().notNull(), name: text().notNull(), n: integer().notNull() },
  t => [primaryKey({ columns: [t.day, t.name] })],
)

/** A job's slot, claimed by whoever inserts it first. */
export const jobRun = sqliteTable(
  'job_run',
  {
    job: text().notNull(),
    slot: text().notNull(),
    startedAt: integer('started_at').notNull(),
    endedAt: integer('ended_at'),
    outcome: text(),
  },
  t => [primaryKey({ columns: [t.job, t.slot] })],
)
