import type { Context, Handler } from 'hono'
import { NotStored } from '../../src/chat/channel.ts'
import { parseUpdate } from './parse.ts'
import type { Receive } from './receive.ts'
import { onWorkers } from './transport.ts'
import { SECRET_HEADER } from './verify.ts'

/** The largest update that is read, in bytes. Real ones stay under a few kilobytes. */
const LARGEST_BODY = 1024 * 1024

/**
 * `POST /hooks/telegram`. The secret is looked at before anything is read; 200 says that the turn is on disk, 503 that
 * Telegram must send it again. Answers have no body: Telegram would carry out a `method` found in one.
 */
export const webhook =
  (trusted: (secret: string | undefined) => boolean, receive: Receive, now: () => number): Handler =>
  async c => {
    if (!trusted(c.req.header(SECRET_HEADER))) return c.body(null, 401)
    const text = await readBody(c)
    if (text === undefined) return c.body(null, 413)
    const parsed = parseUpdate(fromJson(text), now())
    if (parsed.is === 'garbage') return c.body(null, 400)
    try {
      const { after } = await receive(parsed)
      for (const task of after) keepAlive(c, task)
      return c.body(null, 200)
    } catch (error) {
      if (error instanceof NotStored) return c.body(null, 503)
      throw error
    }
  }

/** The body as text; undefined once it is over the limit, the rest of it unread. */
const readBody = async (c: Context): Promise<string | undefined> => {
  const told = c.req.header('content-length')
  if (told !== undefined && Number(told) > LARGEST_BODY) return undefined
  if (told !== undefined) return withinLimit(await c.req.text())
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of c.req.raw.body ?? []) {
    size += piece.byteLength
    if (size > LARGEST_BODY) return undefined
    pieces.push(piece)
  }
  return Buffer.concat(pieces).toString()
}

const withinLimit = (text: string): string | undefined => (text.length > LARGEST_BODY ? undefined : text)

const fromJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Workers stop at the response unless told to wait; on Node the task runs on by itself. */
const keepAlive = (c: Context, task: Promise<void>): void => {
  if (onWorkers) c.executionCtx.waitUntil(task)
}
