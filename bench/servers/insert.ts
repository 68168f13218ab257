import { serve } from '@hono/node-server'
import { createClient } from '@libsql/client'
import { Hono } from 'hono'

/** (b) The same with one insert into libSQL before the answer, through `@libsql/client` as its documents show. */
const client = createClient({ url: `file:${process.argv[2]}` })
await client.execute('PRAGMA journal_mode = WAL')
await client.execute('CREATE TABLE update_log (id INTEGER PRIMARY KEY, body TEXT NOT NULL)')

/**
 * A PRAGMA reaches one connection of the client's pool, so none is set: FULL is what each begins with. This opens the
 * whole pool at once and refuses to be measured at anything less.
 */
const FULL = 2
const pool = await Promise.all(Array.from({ length: 20 }, () => client.execute('PRAGMA synchronous')))
if (pool.some(({ rows }) => rows[0]?.synchronous !== FULL)) throw new Error('a connection does not wait for the disk')

const app = new Hono()
app.post('/hooks/telegram', async c => {
  const update = await c.req.json()
  await client.execute({
    sql: 'INSERT INTO update_log (id, body) VALUES (?, ?)',
    args: [update.update_id, JSON.stringify(update)],
  })
  return c.json({ ok: true })
})

serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => process.send?.({ port }))
process.on('disconnect', () => process.exit(0))
