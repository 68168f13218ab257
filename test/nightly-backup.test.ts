import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { inPlace } from '../src/background/in-place.ts'
import { readConfig } from '../src/config.ts'
import { checkCopy } from '../src/db/backup/check.ts'
import { EmbeddedDatabase } from '../src/db/embedded.ts'
import { openKeys } from '../src/db/keys.ts'
import { migrate } from '../src/db/migrate.ts'
import { makeMetrics } from '../src/metrics.ts'
import { importInPlace, noSheets } from '../src/roster/desk/importer.ts'
import { makeService } from '../src/service.ts'
import { openUpkeep } from '../src/upkeep.ts'
import { fill, spoil } from './support/copies.ts'

/** The nightly backup of a county in production, by the minute tick and a clock that is set; threads are the shipped ones. */
const DAY = 24 * 3600_000
const FIRST = Date.parse('2026-11-23T18:00:00+08:00')

let clock = FIRST
let folder = ''
let backups = ''
let secret: Buffer
let db: EmbeddedDatabase
let service: ReturnType<typeof makeService>
let reasons: string[]
let faults: unknown[]

beforeEach(async () => {
  clock = FIRST
  reasons = []
  faults = []
  folder = mkdtempSync(join(tmpdir(), 'wanling-'))
  backups = join(folder, 'elsewhere')
  secret = randomBytes(32)
  const config = readConfig({
    NODE_ENV: 'production',
    SECRET_KEY: secret.toString('base64'),
    DATABASE_URL: `file:${folder}/county.db`,
    BACKUP_DIR: backups,
  })
  db = new EmbeddedDatabase(join(folder, 'county.db'))
  await migrate(db, clock)
  const now = () => clock
  service = makeService({
    db,
    keys: await openKeys(db, secret, clock),
    background: inPlace(db),
    upkeep: await openUpkeep({
      config,
      db,
      now,
      log: (_event, { reason = '' }) => void reasons.push(reason),
      script: new URL('../dist/backup.js', import.meta.url),
    }),
    importFor: importInPlace({ db, now, random: n => randomBytes(n), readSheet: noSheets }),
    channels: [],
    metrics: makeMetrics(),
    now,
    random: n => randomBytes(n),
    privacyUrl: 'https://wanling.example/privacy',
    publicUrl: 'https://wanling.example',
    production: false,
    fault: error => void faults.push(error),
  })
})

afterEach(() => db.close())

const at = async (day: number, time: string): Promise<void> => {
  clock = Date.parse(`2026-11-23T${time}:00+08:00`) + day * DAY
  await service.minute()
}

const kept = (): string[] => readdirSync(backups).sort()

const ready = async (): Promise<{ status: number; backedUp: boolean }> => {
  const answer = await service.app.request('/readyz')
  const body: { backedUp: boolean } = JSON.parse(await answer.text())
  return { status: answer.status, backedUp: body.backedUp }
}

test('every night one is made, opened and kept, thirty in all; none is made twice', async () => {
  for (let day = 1; day <= 33; day++) {
    await at(day, '03:19')
    await at(day, '03:20')
    await at(day, '03:21')
  }
  expect(kept()).toHaveLength(30)
  expect(kept()[0]).toBe('wanling-2026-11-27T0320.db')
  expect(kept().at(-1)).toBe('wanling-2026-12-26T0320.db')
  const newest = join(backups, kept().at(-1) ?? '')
  expect(statSync(newest).mode & 0o777).toBe(0o600)
  expect(statSync(backups).mode & 0o777).toBe(0o700)
  expect(await checkCopy(newest, secret)).toBeUndefined()
  expect(faults).toEqual([])
})

test('a machine that was off at night makes it in the morning, and what is older than thirty days goes, but for the newest', async () => {
  await at(1, '03:20')
  await at(2, '07:40')
  expect(kept()).toEqual(['wanling-2026-11-24T0320.db', 'wanling-2026-11-25T0320.db'])
  writeFileSync(join(backups, 'wanling-2026-11-26T0320.db.part'), 'cut short')
  writeFileSync(join(folder, 'county.db.before-0002'), 'what an upgrade left')
  utimesSync(join(folder, 'county.db.before-0002'), clock / 1000, clock / 1000)
  await at(3, '03:20')
  expect(readdirSync(folder)).toContain('county.db.before-0002')
  await at(60, '08:00')
  expect(readdirSync(folder)).not.toContain('county.db.before-0002')
  expect(kept()).toEqual(['wanling-2027-01-22T0320.db'])
})

test('a backup that the key does not open is none: readyz turns red after three days and green with the next good one', async () => {
  expect(await ready()).toEqual({ status: 200, backedUp: true })
  await at(1, '03:20')
  await db.write([{ sql: "UPDATE key_ring SET wrapped = 'AAAA'", args: [] }])
  for (let day = 2; day <= 4; day++) await at(day, '03:20')
  expect(kept()).toHaveLength(1)
  expect(reasons).toEqual(['wrong-key', 'wrong-key', 'wrong-key'])
  await at(4, '03:19')
  expect(await ready()).toEqual({ status: 200, backedUp: true })
  await at(4, '03:20')
  expect(await ready()).toEqual({ status: 503, backedUp: false })
  await db.write([{ sql: 'DELETE FROM key_ring', args: [] }])
  await openKeys(db, secret, clock)
  await at(4, '03:31')
  expect(kept()).toHaveLength(2)
  expect(await ready()).toEqual({ status: 200, backedUp: true })
})

test('half a file is no backup, and a folder that cannot be written to shows', async () => {
  await at(1, '03:20')
  const only = join(backups, kept()[0] ?? '')
  clock = FIRST + 3 * DAY
  expect((await ready()).backedUp).toBe(true)
  spoil(only, statSync(only).size - 20)
  expect((await ready()).backedUp).toBe(false)
  rmSync(backups, { recursive: true })
  writeFileSync(backups, 'a file where the folder should be')
  chmodSync(backups, 0o400)
  await at(4, '03:20')
  expect(reasons).toEqual(['folder'])
  await at(7, '03:20')
  expect(await ready()).toEqual({ status: 503, backedUp: false })
})

test('healthz answers within 100 ms while the server itself backs up more than 100 MB', async () => {
  fill(join(folder, 'county.db'), 120)
  const slowest: number[] = []
  // Other work on the same two cores can hold up any one round; a backup in the server's own thread would in every one.
  for (let day = 1; day <= 4 && !slowest.some(ms => ms < 100); day++) {
    let isDone = false
    const backup = at(day, '03:20').finally(() => {
      isDone = true
    })
    let worst = 0
    for (let before = performance.now(); !isDone; before = performance.now()) {
      await new Promise(resolve => setTimeout(resolve, 5))
      expect((await service.app.request('/healthz')).status).toBe(200)
      worst = Math.max(worst, performance.now() - before)
    }
    await backup
    expect(kept()).toHaveLength(day)
    slowest.push(worst)
  }
  expect(Math.min(...slowest)).toBeLessThan(100)
})
