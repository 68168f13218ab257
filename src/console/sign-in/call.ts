import type { Context } from 'hono'
import * as z from 'zod'

const answerShape = z.object({
  /** The session's token: it is what the library names it. */
  token: z.string().optional(),
  twoFactorRedirect: z.boolean().optional(),
  totpURI: z.string().optional(),
  backupCodes: z.array(z.string()).optional(),
  user: z.object({ id: z.string() }).optional(),
  code: z.string().optional(),
})

/** What the sign-in library answered. `code` is its word for why not. */
export type Answer = z.output<typeof answerShape> & { ok: boolean; status: number }

/** Calls the library for one of our forms, and hands the cookies that it sets to the browser. */
export const ask = async (c: Context, call: (headers: Headers) => Promise<Response>): Promise<Answer> => {
  const response = await call(
    new Headers({ Cookie: c.req.header('Cookie') ?? '', 'User-Agent': c.req.header('User-Agent') ?? '' }),
  )
  for (const cookie of response.headers.getSetCookie()) c.header('Set-Cookie', cookie, { append: true })
  const parsed = answerShape.safeParse(await response.json().catch(() => ({})))
  return { ...(parsed.success ? parsed.data : {}), ok: response.ok, status: response.status }
}
