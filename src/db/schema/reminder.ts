import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/**
 * A guardian's evening reminder (C5): at what hour, and how often in a row none was followed by an answer, so that it
 * comes more rarely and then rests. It dies with its guardian. Which nights were answered is not kept here.
 */
export const reminder = sqliteTable(
  'reminder',
  {
    guardianId: text('guardian_id').primaryKey(),
    /** Minutes after midnight, county time; before noon it is the morning after. */
    minute: integer().notNull(),
    /** When the hour was chosen or reminders were begun again, epoch ms: an hour before that is not made up for. */
    since: integer().notNull(),
    inARow: integer('in_a_row').notNull(),
    /** The night of the last reminder that left. */
    lastNight: text('last_night'),
    lastAt: integer('last_at'),
    /** Since when reminders rest; null while they come. */
    restsSince: integer('rests_since'),
  },
  t => [index('reminder_minute').on(t.minute)],
)
