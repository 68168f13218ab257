import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

/** Somebody who works at a desk of the console. */
export const staff = sqliteTable(
  'staff',
  {
    id: text().primaryKey(),
    countyId: text('county_id').notNull(),
    name: text().notNull(),
    /** The name to sign in with, in lower case. */
    email: text().notNull(),
    at: integer().notNull(),
    offAt: integer('off_at'),
    changedAt: integer('changed_at').notNull().default(0),
    /** Counts every change of the person, the roles and the leave: a form that was opened before it is stale. */
    version: integer().notNull().default(0),
    /** A code is asked for at sign-in. */
    twoFactor: integer('two_factor', { mode: 'boolean' }).notNull().default(false),
    /** The password was handed out by somebody else and is changed at the next sign-in. */
    handedOut: integer('handed_out', { mode: 'boolean' }).notNull().default(false),
  },
  t => [uniqueIndex('staff_email').on(t.email)],
)

/** A dated (role, unit) pair of a staff member. */
export const staffRole = sqliteTable(
  'staff_role',
  {
    staffId: text('staff_id').notNull(),
    role: text().notNull(),
    /** The id of a county, school, grade (`school:first grade year`) or class. */
    unit: text().notNull(),
    from: text('from_date').notNull(),
    /** The first day on which it no longer holds. */
    until: text('until_date'),
  },
  t => [primaryKey({ columns: [t.staffId, t.role, t.unit, t.from] })],
)

/** Days on which somebody else also holds a staff member's roles. */
export const staffLeave = sqliteTable(
  'staff_leave',
  {
    id: text().primaryKey(),
    staffId: text('staff_id').notNull(),
    standIn: text('stand_in').notNull(),
    from: text('from_date').notNull(),
    /** The first day on which the stand-in no longer holds them. */
    until: text('until_date').notNull(),
  },
  t => [index('staff_leave_staff').on(t.staffId), index('staff_leave_stand_in').on(t.standIn)],
)
