import type { Context, Handler } from 'hono'
import { NotStored } from '../../src/chat/channel.ts'
import { parsePush } from './parse.ts'
import { answerTap, type TapDeps } from './tap.ts'
import { type LarkKeys, openBody } from './verify.ts'

/** The largest push that is read, in bytes. Real ones stay under a few kilobytes. */
const LARGEST_BODY = 1024 * 1024

export interface HookDeps extends TapDeps {
  appId: string
  now: () => number
  onUnknown: (kind: string) => void
}

/**
 * `POST /hooks/lark`: events and card callbacks. 200 says that the turn is on disk, 503 that Lark must push the event
 * again; a callback is never pushed again, so its failure is a word on the screen. Whoever is not Lark gets 401 and no
 * reason.
 */
export const webhook =
  (keys: LarkKeys, deps: HookDeps): Handler =>
  async c => {
    const raw = await readBody(c)
    const opened = raw ? openBody(raw, headersOf(c), keys) : ({ is: 'refused' } as const)
    if (opened.is === 'refused') return c.body(null, 401)
    if (opened.is === 'challenge') return c.json({ challenge: opened.challenge })
    const answer = await answerPush(opened.payload, deps)
    return answer === 'refused' ? c.body(null, 401) : answer === 'again' ? c.body(null, 503) : c.json(answer)
  }

const headersOf = (c: Context) => ({
  timestamp: c.req.header('X-Lark-Request-Timestamp'),
  nonce: c.req.header('X-Lark-Request-Nonce'),
  signature: c.req.header('X-Lark-Signature'),
})

/** One verified push, from the webhook or the long connection: the answer's body, or what went wrong. */
export const answerPush = async (payload: unknown, deps: HookDeps): Promise<object | 'refused' | 'again'> => {
  const parsed = parsePush(payload, deps.appId, deps.now())
  switch (parsed.is) {
    case 'refused':
      return 'refused'
    case 'ignored':
      deps.onUnknown(parsed.kind)
      return {}
    case 'tap':
      return answerTap(deps, parsed.inbound)
    case 'turn':
      try {
        await deps.take(parsed.inbound)
        return {}
      } catch (error) {
        if (error instanceof NotStored) return 'again'
        throw error
      }
  }
}

/** The body as it came; undefined once it is over the limit, the rest of it unread. */
const readBody = async (c: Context): Promise<Uint8Array | undefined> => {
  if (Number(c.req.header('content-length') ?? 0) > LARGEST_BODY) return undefined
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of c.req.raw.body ?? []) {
    size += piece.byteLength
    if (size > LARGEST_BODY) return undefined
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}
