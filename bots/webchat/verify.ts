import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'

const COOKIE = 'wanling_chat'
const YEAR_S = 365 * 24 * 3600

/**
 * Who is writing. Outside production the page names any account; in production the server's own 128-bit cookie does,
 * and a named account is refused, so that nobody can write as somebody else.
 */
export const accountOf = (c: Context, named: string | undefined, production: boolean): string | undefined => {
  if (!production) return named
  return named === undefined ? getCookie(c, COOKIE) : undefined
}

/** Gives a new visitor their account: HttpOnly, so that no script can read or choose it. */
export const giveAccount = (c: Context, random: (n: number) => Uint8Array): void => {
  if (getCookie(c, COOKIE)) return
  const account = Buffer.from(random(16)).toString('base64url')
  setCookie(c, COOKIE, account, { httpOnly: true, sameSite: 'Strict', secure: true, path: '/chat', maxAge: YEAR_S })
}
