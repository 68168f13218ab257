import { serve } from '@hono/node-server'
import { Hono } from 'hono'

/** (a) Parses the update and answers: what the web server costs by itself. */
const app = new Hono()
app.post('/hooks/telegram', async c => {
  const update = await c.req.json()
  return c.json({ ok: typeof update.update_id === 'number' })
})

serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => process.send?.({ port }))
process.on('disconnect', () => process.exit(0))
