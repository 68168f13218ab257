import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { Lang } from '../chat/inbound.ts'

const COOKIE = 'wanling.lang'
const YEAR_S = 365 * 24 * 3600

/** The language of the console: as chosen here, else as the browser asks, else Chinese. */
export const langOf = (c: Context): Lang => {
  const chosen = getCookie(c, COOKIE)
  if (chosen === 'zh' || chosen === 'en') return chosen
  const first = (c.req.header('Accept-Language') ?? '').trim().toLowerCase()
  return first.startsWith('en') ? 'en' : 'zh'
}

/** Answers `?lang=en`: keeps the choice and goes to the same address without it. */
export const switchLang = (c: Context, https: boolean): Response | undefined => {
  const url = new URL(c.req.url)
  const lang = url.searchParams.get('lang')
  if (c.req.method !== 'GET' || (lang !== 'zh' && lang !== 'en')) return undefined
  url.searchParams.delete('lang')
  setCookie(c, COOKIE, lang, { path: '/console', maxAge: YEAR_S, httpOnly: true, sameSite: 'Lax', secure: https })
  return c.redirect(`${url.pathname}${url.search}`, 303)
}
