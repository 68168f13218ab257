import type { Context, Hono } from 'hono'
import { replyById } from '../chat/outbox.ts'
import type { Database } from '../db/database.ts'
import type { Keys } from '../db/keys.ts'
import type { Drawing } from './pictures.ts'
import { readToken } from './token.ts'

export interface PicturePageDeps {
  db: Database
  keys: Keys
  pictures: Drawing
  now: () => number
}

/** For the eyes of whoever has the address, and of nobody else: kept by no proxy, found by no search, framed nowhere. */
const HEADERS = {
  'Cache-Control': 'private, no-store',
  'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Robots-Tag': 'noindex',
}

/**
 * `GET /pictures/:token`: the picture of one message, as PNG or, where there are no pixels, as SVG. It is drawn from the
 * message itself, so that it is gone as soon as the message is erased.
 */
export const mountPictures = (app: Hono, { db, keys, pictures, now }: PicturePageDeps): void => {
  app.get('/pictures/:token', async c => {
    const messageId = readToken(c.req.param('token'), keys, now())
    const picture = messageId && (await replyById(db, keys, messageId))?.picture
    if (!picture) return gone(c)
    const png = await pictures.png(picture)
    return png
      ? c.body(new Uint8Array(png), 200, { ...HEADERS, 'Content-Type': 'image/png' })
      : c.body(await pictures.svg(picture), 200, { ...HEADERS, 'Content-Type': 'image/svg+xml; charset=utf-8' })
  })
}

const gone = (c: Context) => c.text('not found', 404, { 'Cache-Control': 'no-store' })
