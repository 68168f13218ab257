import type { Server } from 'node:http'
import { serve } from '@hono/node-server'
import cron from 'node-cron'
import type { Logger } from 'pino'
import { channelsOf } from './channels.ts'
import type { Channel } from './chat/channel.ts'
import { BadConfig, type Config } from './config.ts'
import type { Database } from './db/database.ts'
import { makeIds } from './db/id.ts'
import type { Keys } from './db/keys.ts'
import { statement } from './db/statement.ts'
import { demoInvitations, isSeeded, seedDemo } from './demo/index.ts'
import { retentionStatements } from './jobs/retention.ts'
import { makeMetrics } from './metrics.ts'
import { clockOf, openDatabase, openRing, random } from './open.ts'
import { makeService } from './service.ts'

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
  const service = makeService({
    db,
    keys,
    channels,
    metrics,
    now,
    random,
    fault,
    privacyUrl: `${publicUrl(config)}/privacy`,
  })
  const server = await listen(service.app.fetch, config)
  const stopClock = beginClock(service.sweep, db, now, fault)
  for (const channel of channels) void channel.begin?.(service.take)
  const lines = [`Wanling listens on http://${config.host}:${portOf(server)}`, ...demo.map(lineOf)]
  return { lines, stop: () => stop(server, channels, service.idle, stopClock, db) }
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

/** Sweeps the outbox every second, and once a minute lets go of what has had its time. */
const beginClock = (sweep: () => Promise<void>, db: Database, now: () => number, fault: (error: unknown) => void) => {
  const timer = setInterval(() => void sweep(), SWEEP_MS)
  const minute = cron.schedule('* * * * *', () => db.write(retentionStatements(now())).then(() => undefined, fault))
  return async () => {
    clearInterval(timer)
    await minute.stop()
  }
}

/** Finishes the turns in hand, sends what they said, then closes the file. */
const stop = async (
  server: Server,
  channels: Channel[],
  idle: () => Promise<void>,
  stopClock: () => Promise<void>,
  db: Database,
) => {
  await stopClock()
  await Promise.all(channels.map(channel => channel.end?.()))
  const closed = new Promise<void>(resolve => server.close(() => resolve()))
  server.closeIdleConnections()
  await idle()
  await closed
  await db.close()
}

/** An error's kind and engine code: safe to log, since its text may quote a person. */
const kindOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error)
