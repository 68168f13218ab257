import { createApp } from './app.ts'
import type { Background } from './background/background.ts'
import { type Channel, reachOf, type TakeTurn } from './chat/channel.ts'
import { Deliverer } from './chat/deliver.ts'
import { KeyedQueue } from './chat/queue.ts'
import { makeTakeTurn } from './chat/turn.ts'
import { makeAuditLog } from './console/audit/log.ts'
import { mountConsole } from './console/mount.ts'
import type { Page } from './console/page.ts'
import type { Database } from './db/database.ts'
import { makeIds } from './db/id.ts'
import type { Keys } from './db/keys.ts'
import { applyChange, civilDay, makeConditions, makeDialogs, ZONE } from './features.ts'
import { makeReadFile } from './files/read.ts'
import { makeJobDesk } from './jobs/by-hand.ts'
import { JOBS } from './jobs/table.ts'
import { tick } from './jobs/tick.ts'
import type { Upkeep } from './jobs/upkeep.ts'
import type { Metrics } from './metrics.ts'
import { mountNights } from './nightly/link/door.ts'
import { consolePages } from './pages.ts'
import { mountPictures } from './pictures/pages.ts'
import { makePictures } from './pictures/pictures.ts'
import { readCountyCalendar } from './roster/county-calendar.ts'
import type { ImportForSchool } from './roster/desk/import-page.tsx'

export interface ServiceDeps {
  db: Database
  keys: Keys
  background: Background
  /** Imports a school's roster for a staff member, without holding up the server. */
  importFor: ImportForSchool
  upkeep?: Upkeep | undefined
  channels: Channel[]
  metrics: Metrics
  now: () => number
  random: (n: number) => Uint8Array
  privacyUrl: string
  /** Where people reach this service, without a slash at the end. */
  publicUrl: string
  production: boolean
  fault: (error: unknown) => void
}

/** The whole program but for its doors to the machine: the same on Node, on Workers and in tests. */
export const makeService = (deps: ServiceDeps) => {
  const { db, keys, background, upkeep, channels, metrics, now, random, fault } = deps
  const newId = makeIds(now, random).row
  const queue = new KeyedQueue()
  const pictures = makePictures({ keys, background, origin: deps.publicUrl || undefined, fault })
  const deliverer = new Deliverer({
    db,
    keys,
    channels,
    pictures,
    zone: ZONE,
    conditions: makeConditions(db, now),
    now,
    chance: () => (random(1)[0] ?? 0) / 256,
    count: metrics.delivery,
    fault,
  })
  const take: TakeTurn = makeTakeTurn({
    db,
    keys,
    channels,
    pictures,
    now,
    random,
    queue,
    mind: makeDialogs({ keys, privacyUrl: deps.privacyUrl }),
    apply: applyChange,
    newId,
    deliver: (letters, inbound, inFront) => deliverer.deliverNow(letters, inbound, inFront),
    count: metrics.turn,
    zone: ZONE,
    day: civilDay,
  })
  const { production, publicUrl } = deps
  const audit = makeAuditLog({ db, keys, now, random })
  const calendar = () => readCountyCalendar(db)
  const reach = reachOf(channels)
  const tools = { db, keys, background, upkeep, now, random, newId, zone: ZONE, reach, publicUrl, calendar, jobs: JOBS }
  const jobFault = (_job: string, error: unknown) => fault(error)
  const jobs = makeJobDesk({ ...tools, fault: jobFault })
  const desk = { db, keys, background, audit, now, random, newId, zone: ZONE, production, publicUrl, fault }
  const pages: Page[] = []
  const app = createApp({
    db,
    channels,
    take,
    readFile: makeReadFile({ keys, background, now }),
    now,
    zone: ZONE,
    metrics: metrics.text,
    upkeep,
    fault,
    mountPictures: app => mountPictures(app, { db, keys, pictures, now }),
    mountNights: app => mountNights(app, { db, keys, take, now, random, zone: ZONE }),
    mountConsole: app => {
      pages.push(...mountConsole(app, consolePages(desk, { jobs, upkeep, calendar, importFor: deps.importFor }), desk))
    },
  })
  const idle = async () => {
    await queue.idle()
    await deliverer.idle()
    await jobs.idle()
  }
  const minute = () => tick({ ...tools, fault: jobFault })
  return { app, pages, take, minute, sweep: () => deliverer.sweep(), idle }
}
