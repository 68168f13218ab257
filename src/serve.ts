import type { Server } from 'node:http'
import { serve } from '@hono/node-server'
import cron from 'node-cron'
import type { Logger } from 'pino'
import type { Background } from './background/background.ts'
import { inPlace } from './background/in-place.ts'
import { Threaded } from './background/threaded.ts'
import { channelsOf } from './channels.ts'
import type { Channel } from './chat/channel.ts'
import { BadConfig, type Config } from './config.ts'
import type { Database } from './db/database.ts'
import { makeIds } from './db/id.ts'
import type { Keys } from './db/keys.ts'
import { statement } from './db/statement.ts'
import { demoInvitations, isSeeded, seedDemo } from './demo/index.ts'
import type { Upkeep } from './jobs/upkeep.ts'
import { makeMetrics } from './metrics.ts'
import { clockOf, fileOf, openDatabase, openRing, random } from './open.ts'
import { makeService } from './service.ts'
import { openUpkeep } from './upkeep.ts'

const SWEEP_MS = 1000

interface Started {
  stop: () => Promise<void>
  lines: string[]
}

/** Starts the server and resolves once it listens, migrated and seeded. `lines` is what to print. */
export const start = async (config: Config, log: Logger): Promise<Started> => {
  const now = clockOf(config)
  const db = await openDatabase(config, now())
  const keys = await openRing(config, db, now())
  if (await wantsDemo(config, db)) await seedDemo(db, { keys, now: now(), random, newId: makeIds(now, random).row })
  await refuseUnowned(config, db)
  const demo = await demoOf(config, db, keys, now())
  const metrics = makeMetrics()
  const fault = (error: unknown) => log.error({ error: kindOf(error) }, 'fault')
  const channels = channelsOf({
    config,
    db,
    keys,
    now,
    random,
    metrics,
    starters: demo.map(({ label, code }) => ({ label: `我是${label}的妈妈`, start: code })),
    log: (event, fields) => log.warn(fields, event),
  })
  const background = backgroundOf(config, db)
  const upkeep = await upkeepFor(config, db, now, log)
  const service = makeService({
    db,
    keys,
    background,
    upkeep,
    channels,
    metrics,
    now,
    random,
    fault,
    privacyUrl: `${publicUrl(config)}/privacy`,
    publicUrl: publicUrl(config),
    production: config.production,
  })
  const server = await listen(service.app.fetch, config)
  const stopClock = beginClock(service.sweep, service.minute, fault)
  for (const channel of channels) void channel.begin?.(service.take)
  const lines = [`Wanling listens on http://${config.host}:${portOf(server)}`, ...demo.map(lineOf)]
  return { lines, stop: () => stop({ server, channels, idle: service.idle, stopClock, background, db }) }
}

const publicUrl = (config: Config): string => config.publicUrl ?? `http://${config.host}:${config.port}`

type Invitations = Awaited<ReturnType<typeof demoInvitations>>

const lineOf = ({ code, label, grade }: Invitations[number]): string =>
  `demo invitation ${code} ${label} grade ${grade}`

/** The demo county is for a first look: an empty database, web chat alone, not in production, unless WANLING_DEMO decides. */
const wantsDemo = async (config: Config, db: Database): Promise<boolean> => {
  if (config.demo === 'off' || config.production) return false
  if (await isSeeded(db)) return false
  return (
    config.demo === 'on' ||
    (config.webchat && [config.telegram, config.lark, config.wecom].every(one => one === undefined))
  )
}

const demoOf = async (config: Config, db: Database, keys: Keys, now: number): Promise<Invitations> => {
  if (config.demo === 'off' || config.production) return []
  const [rows = []] = await db.read([statement("SELECT 1 FROM setting WHERE key = 'demo.invitations'")])
  return rows.length > 0 ? demoInvitations(db, { keys, now, random }) : []
}

/** Production serves families only when it says who runs it and whose every channel account is. */
const refuseUnowned = async (config: Config, db: Database): Promise<void> => {
  if (!config.production) return
  const [rows = []] = await db.read([statement('SELECT key FROM setting')])
  const set = new Set(rows.map(row => String(row[0])))
  const needed = [
    'operator',
    ...(config.webchat ? ['owner.webchat'] : []),
    ...(config.telegram ? ['owner.telegram'] : []),
    ...(config.lark ? ['owner.lark'] : []),
    ...(config.wecom ? ['owner.wecom'] : []),
  ]
  const missing = needed.filter(key => !set.has(key))
  if (missing.length === 0) return
  throw new BadConfig(
    missing
      .map(
        key =>
          `${key} is not set: npx wanling set ${key} ${key === 'operator' ? `'{"name":"…","contact":"…","kind":"bureau","receivers":[]}'` : '"UNIT"'}`,
      )
      .join('\n'),
  )
}

const listen = (fetch: (request: Request) => Response | Promise<Response>, config: Config): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = serve({ fetch, port: config.port, hostname: config.host }, () => resolve(server as Server))
    server.on('error', reject)
  })

const portOf = (server: Server): number => {
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}

/** A thread beside the embedded file; over a remote database nothing waits for the disk of this machine. */
const backgroundOf = (config: Config, db: Database): Background => {
  const path = fileOf(config.databaseUrl)
  return path === undefined ? inPlace(db) : new Threaded(path, new URL('./thread.js', import.meta.url))
}

/** Nightly backups. A demo county outside production is seeded again sooner than it is restored. */
const upkeepFor = async (config: Config, db: Database, now: () => number, log: Logger): Promise<Upkeep | undefined> => {
  const [demo = []] = await db.read([statement("SELECT 1 FROM setting WHERE key = 'demo'")])
  if (demo.length > 0 && !config.production) return undefined
  return openUpkeep({ config, db, now, log: (event, fields) => log.error(fields, event) })
}

/**
 * Sweeps the outbox every second and ticks every minute. A long job does not hold up the next tick; stopping waits for
 * all that are in hand.
 */
const beginClock = (sweep: () => Promise<void>, minute: () => Promise<void>, fault: (error: unknown) => void) => {
  const inHand = new Set<Promise<void>>()
  const timer = setInterval(() => void sweep(), SWEEP_MS)
  const cronTask = cron.schedule('* * * * *', () => {
    const one = minute()
      .catch(fault)
      .finally(() => inHand.delete(one))
    inHand.add(one)
  })
  return async () => {
    clearInterval(timer)
    await cronTask.stop()
    await Promise.all(inHand)
  }
}

interface Running {
  server: Server
  channels: Channel[]
  idle: () => Promise<void>
  stopClock: () => Promise<void>
  background: Background
  db: Database
}

/** Finishes the turns in hand, sends what they said, then closes the file. */
const stop = async ({ server, channels, idle, stopClock, background, db }: Running) => {
  await stopClock()
  await Promise.all(channels.map(channel => channel.end?.()))
  const closed = new Promise<void>(resolve => server.close(() => resolve()))
  server.closeIdleConnections()
  await idle()
  await closed
  await background.close()
  await db.close()
}

/** An error's kind and engine code: safe to log, since its text may quote a person. */
const kindOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error)
