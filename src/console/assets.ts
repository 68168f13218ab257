import { createHash } from 'node:crypto'
import type { Hono } from 'hono'
import htmx from '../../node_modules/htmx.org/dist/htmx.min.js?raw'
import style from './style.css?raw'

/** Changes whenever a file does, so that browsers keep the files for a year. */
export const assetVersion = createHash('sha256').update(style).update(htmx).digest('hex').slice(0, 10)

/** The style and the one script of the console, from our own host. Both are public: they tell nothing. */
export const mountAssets = (app: Hono): void => {
  const serve = (path: string, text: string, type: string) =>
    app.get(path, c =>
      c.body(text, 200, {
        'Content-Type': `${type}; charset=utf-8`,
        'Cache-Control': 'public, max-age=31536000, immutable',
        'X-Content-Type-Options': 'nosniff',
      }),
    )
  serve('/console/style.css', style, 'text/css')
  serve('/console/htmx.js', htmx, 'text/javascript')
}
