import type { Hono } from 'hono'
import type { ReadFile } from '../chat/reply.ts'

const GONE = [
  '这个链接过期了。在对话里说“导出”,就有新的。',
  'This link has expired. Say “export” in the chat for a new one.',
].join('\n')

/** `GET /files/:token`: a file behind its unguessable link, to be saved and kept in no cache on the way. */
export const mountFiles = (app: Hono, readFile: ReadFile): void => {
  app.get('/files/:token', async c => {
    const file = await readFile(c.req.path)
    const guarded = {
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
      'X-Robots-Tag': 'noindex',
    }
    if (!file) return c.text(GONE, 404, guarded)
    const ending = file.name.slice(file.name.lastIndexOf('.'))
    return c.body(new Uint8Array(file.bytes), 200, {
      ...guarded,
      'Content-Type': file.type,
      'Content-Disposition': `attachment; filename="wanling${ending}"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    })
  })
}
