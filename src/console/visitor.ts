import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'

const COOKIE = 'wanling.visit'

/** A random cookie for whoever is not signed in, so that the sign-in form too has a token that nobody else can make. */
export const visitorId = (c: Context, https: boolean, random: (n: number) => Uint8Array): string => {
  const known = getCookie(c, COOKIE)
  if (known && known.length === 22) return known
  const id = Buffer.from(random(16)).toString('base64url')
  setCookie(c, COOKIE, id, { path: '/console', httpOnly: true, sameSite: 'Lax', secure: https })
  return id
}
