import type { Context } from 'hono'

/** Everything from our own host and nothing inline: a name can never become a script. */
const CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

const ALWAYS = {
  'Content-Security-Policy': CSP,
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=()',
  'X-Robots-Tag': 'noindex, nofollow',
  'Cache-Control': 'no-store',
}

/** Headers of every answer of the console. `https`: the browser is told to stay with it. */
export const secure = (c: Context, https: boolean): void => {
  for (const [name, value] of Object.entries(ALWAYS)) c.header(name, value)
  if (https) c.header('Strict-Transport-Security', 'max-age=31536000')
}
