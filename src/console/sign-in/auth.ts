import { betterAuth } from 'better-auth/minimal'
import { twoFactor } from 'better-auth/plugins/two-factor'
import type { Database } from '../../db/database.ts'
import type { Keys } from '../../db/keys.ts'
import { signInAdapter } from './adapter.ts'
import { deviceOf } from './device.ts'
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from './lengths.ts'
import { printedCodes } from './printed-codes.ts'

export interface AuthDeps {
  db: Database
  keys: Keys
  now: () => number
  random: (n: number) => Uint8Array
  newId: () => string
  /** Where staff reach the console, without a slash at the end. */
  publicUrl: string
}

/** A session ends so long after the sign-in, whatever happens in it. */
export const SESSION_S = 12 * 3600
/** The code must follow the password within this time. */
const CHALLENGE_S = 600
/** After ten wrong codes in a row nobody may guess on for so long, though they know the password. */
const LOCKED_S = 3600
/** The name under which the secret of the sign-in is drawn from the key ring. */
const SECRET_NAME = 'sign-in'

/**
 * The sign-in library, as we use it: e-mail and password, a code of an authenticator or a printed one. It serves no
 * route of its own; our forms call it.
 */
export const makeAuth = ({ db, keys, now, random, newId, publicUrl }: AuthDeps) =>
  betterAuth({
    appName: '晚铃',
    baseURL: publicUrl,
    trustedOrigins: [publicUrl],
    secret: keys.secret(SECRET_NAME),
    database: signInAdapter({ db, now }),
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: SHORTEST_PASSWORD,
      maxPasswordLength: LONGEST_PASSWORD,
      revokeSessionsOnPasswordReset: true,
    },
    session: { expiresIn: SESSION_S, disableSessionRefresh: true },
    advanced: {
      cookiePrefix: 'wanling',
      useSecureCookies: publicUrl.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/console' },
      database: { generateId: newId },
    },
    databaseHooks: {
      session: { create: { before: async one => ({ data: { ...one, userAgent: deviceOf(one.userAgent ?? '') } }) } },
    },
    plugins: [
      twoFactor({
        issuer: '晚铃 Wanling',
        twoFactorCookieMaxAge: CHALLENGE_S,
        accountLockout: { enabled: true, maxFailedAttempts: 10, durationSeconds: LOCKED_S },
        backupCodeOptions: { customBackupCodesGenerate: () => printedCodes(random) },
      }),
    ],
  })

export type Auth = ReturnType<typeof makeAuth>
