import { Hono } from 'hono'
import type { Channel, TakeTurn } from './chat/channel.ts'
import { oldestWaiting } from './chat/due.ts'
import { isQuiet, lastOpening } from './chat/quiet.ts'
import type { ReadFile } from './chat/reply.ts'
import type { Database } from './db/database.ts'
import { mountFiles } from './files/pages.ts'
import type { Upkeep } from './jobs/upkeep.ts'
import { privacyPage } from './roster/pages.ts'

export interface AppDeps {
  db: Database
  channels: Channel[]
  take: TakeTurn
  readFile: ReadFile
  now: () => number
  /** The county's zone. */
  zone: string
  metrics: () => Promise<{ type: string; body: string }>
  upkeep?: Upkeep | undefined
  /** Mounts what people are shown in pictures. */
  mountPictures: (app: Hono) => void
  /** Mounts the desks of schools and bureaus. */
  mountConsole: (app: Hono) => void
  /** Mounts the page of one evening, for chats without buttons. */
  mountNights: (app: Hono) => void
  /** An error that nobody expected. It is logged by its kind, never by its text. */
  fault: (error: unknown) => void
}

/** Mail that has waited longer than this makes the service not ready. */
const MOST_LAG_MS = 15 * 60_000

/** All routes, mounted; one handler for errors. The channels are passed in by the entry points. */
export const createApp = (deps: AppDeps): Hono => {
  const app = new Hono()
  app.get('/', c => c.redirect('/chat'))
  app.get('/healthz', c => c.text('ok'))
  app.get('/readyz', async c => {
    const lag = await outboxLag(deps)
    const backedUp = (await deps.upkeep?.isBackedUp()) ?? true
    const ready = lag !== undefined && lag < MOST_LAG_MS && backedUp
    return c.json({ ready, outboxLagMs: lag ?? null, backedUp }, ready ? 200 : 503)
  })
  app.get('/metrics', async c => {
    const { type, body } = await deps.metrics()
    return c.body(body, 200, { 'Content-Type': type })
  })
  app.get('/privacy', c => c.html(privacyPage(c.req.query('lang') === 'en' ? 'en' : 'zh')))
  mountFiles(app, deps.readFile)
  for (const channel of deps.channels) channel.mount(app, deps.take)
  deps.mountPictures(app)
  deps.mountNights(app)
  deps.mountConsole(app)
  app.notFound(c => c.text('not found', 404))
  app.onError((error, c) => {
    deps.fault(error)
    return c.json({ error: 'not stored: send it again' }, 503)
  })
  return app
}

/** How long the oldest due message has waited, in ms; undefined when the database does not answer. */
const outboxLag = async ({ db, now, zone }: AppDeps): Promise<number | undefined> => {
  try {
    const at = now()
    const [rows = []] = await db.read([oldestWaiting(at, lastOpening(at, zone), isQuiet(at, zone))])
    const oldest = rows[0]?.[0]
    return typeof oldest === 'number' ? Math.max(0, at - oldest) : 0
  } catch {
    return undefined
  }
}
