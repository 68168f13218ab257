import type { Server } from 'node:http'
import { serve } from '@hono/node-server'
import cron from 'node-cron'
import type { Logger } from 'pino'
import type { Background } from './background/background.ts'
import { inPlace } from './background/in-place.ts'
import { Threaded } from './background/threaded.ts'
import { channelsOf } from './channels.ts'
import type { Channel } from './chat/channel.ts'
import type { Config } from './config.ts'
import { DatabaseAside } from './db/aside/database.ts'
import type { Database } from './db/database.ts'
import { makeIds } from './db/id.ts'
import type { Keys } from './db/keys.ts'
import { statement } from './db/statement.ts'
import { type DemoStaff, demoInvitations, demoStaff, isSeeded, seedDemo } from './demo/index.ts'
import { makeReadFile } from './files/read.ts'
import type { Upkeep } from './jobs/upkeep.ts'
import { makeMetrics } from './metrics.ts'
import { clockOf, fileOf, openDatabase, openRing, random } from './open.ts'
import { refuseUnowned } from './ownership.ts'
import type { ImportForSchool } from './roster/desk/import-page.tsx'
import { importInPlace } from './roster/desk/importer.ts'
import { importInThread } from './roster/import-in-thread.ts'
import { sheetReader } from './roster/sheet/read.ts'
import { makeService } from './service.ts'
import { threadScript } from './threads.ts'
import { openUpkeep } from './upkeep.ts'

const SWEEP_MS = 1000

interface Started {
  stop: () => Promise<void>
  lines: string[]
}

/** Starts the server and resolves once it listens, migrated and seeded. `lines` is what to print. */
export const start = async (config: Config, log: Logger): Promise<Started> => {
  const now = clockOf(config)
  const opened = await openDatabase(config, now())
  const keys = await openRing(config, opened, now())
  if (await wantsDemo(config, opened)) {
    await seedDemo(opened, { keys, now: now(), random, newId: makeIds(now, random).row })
  }
  await refuseUnowned(config, opened)
  const demo = await demoOf(config, opened, keys, now())
  const desks = demo.length > 0 ? await demoStaff(opened, { now: now(), random, newId: makeIds(now, random).row }) : []
  const db = await writtenAside(config, opened)
  const metrics = makeMetrics()
  const fault = (error: unknown) => log.error({ error: kindOf(error) }, 'fault')
  const background = backgroundOf(config, db)
  const channels = channelsOf({
    config,
    db,
    keys,
    now,
    random,
    metrics,
    readFile: makeReadFile({ keys, background, now }),
    starters: demo.map(({ label, code }) => ({ label: `我是${label}的妈妈`, start: code })),
    log: (event, fields) => log.warn(fields, event),
  })
  const upkeep = await upkeepFor(config, db, now, log)
  const service = makeService({
    db,
    keys,
    background,
    upkeep,
    importFor: importerOf(config, db, now),
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
  const lines = [
    `Wanling listens on http://${config.host}:${portOf(server)}`,
    ...demo.map(lineOf),
    ...desks.map(deskLine),
  ]
  return { lines, stop: () => stop({ server, channels, idle: service.idle, stopClock, background, db }) }
}

const publicUrl = (config: Config): string => config.publicUrl ?? `http://${config.host}:${config.port}`

type Invitations = Awaited<ReturnType<typeof demoInvitations>>

const lineOf = ({ code, label, grade }: Invitations[number]): string =>
  `demo invitation ${code} ${label} grade ${grade}`

const deskLine = ({ role, email, password }: DemoStaff): string => `demo staff ${role} ${email} ${password}`

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

const listen = (fetch: (request: Request) => Response | Promise<Response>, config: Config): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = serve({ fetch, port: config.port, hostname: config.host }, () => resolve(server as Server))
    server.on('error', reject)
  })

const portOf = (server: Server): number => {
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}

/** A roster that an office uploads is read and written in a thread of its own, so that nobody's chat waits for it. */
const importerOf = (config: Config, db: Database, now: () => number): ImportForSchool => {
  const path = fileOf(config.databaseUrl)
  const sheetScript = threadScript('sheet-thread')
  if (path === undefined) return importInPlace({ db, now, random, readSheet: sheetReader(sheetScript) })
  const thread = { path, script: threadScript('import-thread'), sheetScript }
  return (request, id) => importInThread(thread, request, { now: now(), actor: { kind: 'staff', id } })
}

/** A thread beside the embedded file; over a remote database nothing waits for the disk of this machine. */
const backgroundOf = (config: Config, db: Database): Background => {
  const path = fileOf(config.databaseUrl)
  return path === undefined ? inPlace(db) : new Threaded(path, new URL('./thread.js', import.meta.url))
}

/** The same database with its writes in a thread, when it is the embedded file. */
const writtenAside = async (config: Config, db: Database): Promise<Database> => {
  const path = fileOf(config.databaseUrl)
  if (path === undefined) return db
  await db.close()
  return new DatabaseAside(path, new URL('./writer.js', import.meta.url))
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
