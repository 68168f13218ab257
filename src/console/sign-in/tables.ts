/** Where the sign-in library's fields live in our tables. What is not listed here is not kept. */
export interface Column {
  name: string
  kind: 'text' | 'number' | 'date' | 'flag'
}

export interface Table {
  name: string
  columns: Record<string, Column>
  /** Fields that the library asks for and that are the same for everybody. */
  fixed: Record<string, unknown>
}

const text = (name: string): Column => ({ name, kind: 'text' })
const date = (name: string): Column => ({ name, kind: 'date' })
const flag = (name: string): Column => ({ name, kind: 'flag' })
const number = (name: string): Column => ({ name, kind: 'number' })

const times = { createdAt: date('at'), updatedAt: date('changed_at') }

export const TABLES: Record<string, Table> = {
  user: {
    name: 'staff',
    columns: {
      id: text('id'),
      name: text('name'),
      email: text('email'),
      twoFactorEnabled: flag('two_factor'),
      ...times,
    },
    fixed: { emailVerified: true, image: null },
  },
  account: {
    name: 'staff_password',
    columns: {
      id: text('id'),
      userId: text('staff_id'),
      accountId: text('account'),
      providerId: text('provider'),
      password: text('password'),
      ...times,
    },
    fixed: {},
  },
  session: {
    name: 'staff_session',
    columns: {
      id: text('id'),
      token: text('token'),
      userId: text('staff_id'),
      expiresAt: date('expires_at'),
      userAgent: text('device'),
      ...times,
    },
    fixed: { ipAddress: null },
  },
  verification: {
    name: 'staff_challenge',
    columns: {
      id: text('id'),
      identifier: text('identifier'),
      value: text('value'),
      expiresAt: date('expires_at'),
      ...times,
    },
    fixed: {},
  },
  twoFactor: {
    name: 'staff_two_factor',
    columns: {
      id: text('id'),
      userId: text('staff_id'),
      secret: text('secret'),
      backupCodes: text('printed_codes'),
      verified: flag('verified'),
      failedVerificationCount: number('failures'),
      lockedUntil: date('locked_until'),
    },
    fixed: {},
  },
}
