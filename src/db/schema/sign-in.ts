import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

/** The tables of the sign-in, as better-auth asks for them and without what we have no use for. Times: epoch ms. */

/** A staff member's password, hashed. */
export const staffPassword = sqliteTable(
  'staff_password',
  {
    id: text().primaryKey(),
    staffId: text('staff_id').notNull(),
    account: text().notNull(),
    provider: text().notNull(),
    password: text(),
    at: integer().notNull(),
    changedAt: integer('changed_at').notNull(),
  },
  t => [uniqueIndex('staff_password_once').on(t.staffId, t.provider)],
)

/** A browser that is signed in. `device` is browser and system in two words; no address is kept. */
export const staffSession = sqliteTable(
  'staff_session',
  {
    id: text().primaryKey(),
    token: text().notNull(),
    staffId: text('staff_id').notNull(),
    at: integer().notNull(),
    changedAt: integer('changed_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
    device: text(),
  },
  t => [uniqueIndex('staff_session_token').on(t.token), index('staff_session_staff').on(t.staffId)],
)

/** A sign-in that has given the password and not yet the code. */
export const staffChallenge = sqliteTable(
  'staff_challenge',
  {
    id: text().primaryKey(),
    identifier: text().notNull(),
    value: text().notNull(),
    at: integer().notNull(),
    changedAt: integer('changed_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
  },
  t => [index('staff_challenge_identifier').on(t.identifier), index('staff_challenge_expires').on(t.expiresAt)],
)

/** The secret of a staff member's authenticator and the printed codes, both encrypted. */
export const staffTwoFactor = sqliteTable(
  'staff_two_factor',
  {
    id: text().primaryKey(),
    staffId: text('staff_id').notNull(),
    secret: text().notNull(),
    printedCodes: text('printed_codes').notNull(),
    verified: integer({ mode: 'boolean' }),
    failures: integer(),
    lockedUntil: integer('locked_until'),
  },
  t => [uniqueIndex('staff_two_factor_staff').on(t.staffId)],
)

/** Failed sign-ins by what they have in common (HMAC of a name, an address or both), counted in windows. */
export const signInFailure = sqliteTable(
  'sign_in_failure',
  { key: text().notNull(), window: integer().notNull(), n: integer().notNull() },
  t => [primaryKey({ columns: [t.key, t.window] }), index('sign_in_failure_window').on(t.window)],
)
