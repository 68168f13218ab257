import type { Context } from 'hono'

const PRIVATE =
  /^(::1$|::ffff:(127|10|192\.168|172\.(1[6-9]|2\d|3[01]))\.|127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|f[cd])/

/**
 * Where a request comes from, for counting alone; it is stored nowhere but as an HMAC. Behind a proxy on the same machine
 * or network, what that proxy says last; on Workers, what the platform says.
 */
export const addressOf = (c: Context): string => {
  const peer = peerOf(c.env)
  if (peer === undefined) return c.req.header('CF-Connecting-IP') ?? 'unknown'
  const forwarded = c.req.header('X-Forwarded-For')?.split(',').at(-1)?.trim()
  return forwarded && PRIVATE.test(peer) ? forwarded : peer
}

/** The other end of the connection, as the Node adapter gives it; undefined elsewhere. */
const peerOf = (env: unknown): string | undefined => {
  const address = ['incoming', 'socket', 'remoteAddress'].reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    env,
  )
  return typeof address === 'string' ? address : undefined
}
