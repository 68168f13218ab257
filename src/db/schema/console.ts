import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** A telephone number that families of a region are given, with who answers it, when, and when it was last tried. */
export const helpLine = sqliteTable(
  'help_line',
  {
    id: text().primaryKey(),
    /** The county's id. */
    unit: text().notNull(),
    number: text().notNull(),
    /** The body that answers. */
    owner: text().notNull(),
    hours: text().notNull(),
    /** What it is for, as families read it. */
    purpose: text().notNull(),
    /** The county's day on which somebody called it and it was right; null until then. */
    verifiedOn: text('verified_on'),
    version: integer().notNull(),
    changedAt: integer('changed_at').notNull(),
  },
  t => [index('help_line_unit').on(t.unit)],
)

/** How many children's families gave a consent, counted once a day; released from ten on and rounded. */
export const consentCount = sqliteTable(
  'consent_count',
  {
    school: text().notNull(),
    kind: text().notNull(),
    day: text().notNull(),
    n: integer().notNull(),
  },
  t => [primaryKey({ columns: [t.school, t.kind] })],
)
