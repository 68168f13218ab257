import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { EmbeddedDatabase } from '../src/db/embedded.ts'
import { migrate } from '../src/db/migrate.ts'
import { statement } from '../src/db/statement.ts'
import type { Job, Slot } from '../src/jobs/job.ts'
import { retentionStatements } from '../src/jobs/retention.ts'
import { tick } from '../src/jobs/tick.ts'
import { readCountyCalendar } from '../src/roster/county-calendar.ts'
import { newFile } from './support/server.ts'
import { newWorld, type World } from './support/world.ts'

/** The minute tick: what fell due is run once, made up for once, and taken over when it was cut short. */

let world: World
const ran: string[] = []
const faults: string[] = []
beforeEach(async () => {
  world = await newWorld()
  ran.length = 0
  faults.length = 0
})
afterEach(() => world.close())

const noted = (name: string, schedule: Job['schedule'], run: (slot: Slot) => void = () => undefined): Job => ({
  name,
  schedule,
  run: async slot => {
    ran.push(`${name} ${slot.id}`)
    run(slot)
  },
})

const tickAt = (beijing: string, jobs: Job[]): Promise<void> =>
  tickAtMs(Date.parse(`${beijing.replace(' ', 'T')}:00+08:00`), jobs)

const tickAtMs = (at: number, jobs: Job[]): Promise<void> =>
  tick({
    ...world.tools,
    now: () => at,
    calendar: () => readCountyCalendar(world.db),
    jobs,
    fault: (job, error) => void faults.push(`${job}: ${error instanceof Error ? error.message : 'unknown'}`),
  })

const backup = (run?: (slot: Slot) => void) => noted('backup', { daily: '02:30', lateMin: 600 }, run)
const runs = async () =>
  (await world.rows('SELECT job, slot, outcome FROM job_run ORDER BY slot')).map(row => row.join(' '))

describe('a slot', () => {
  test('is run in its minute, and the next tick finds it done', async () => {
    for (const time of ['02:29', '02:30', '02:31', '09:00']) await tickAt(`2026-11-24 ${time}`, [backup()])
    expect(ran).toEqual(['backup 2026-11-24T02:30'])
    expect(await runs()).toEqual(['backup 2026-11-24T02:30 ok'])
  })

  test('is made up for once after an outage of a night, and not when it is too late', async () => {
    await tickAt('2026-11-22 02:30', [backup()])
    for (const time of ['08:00', '08:01', '13:00']) await tickAt(`2026-11-24 ${time}`, [backup()])
    await tickAt('2026-11-25 12:31', [backup()])
    expect(ran).toEqual(['backup 2026-11-22T02:30', 'backup 2026-11-24T02:30'])
  })

  test('of a minute is not made up for', async () => {
    const minutely = [noted('minutely', { every: 'minute' })]
    await tickAt('2026-11-24 08:00', minutely)
    await tickAt('2026-11-24 10:00', minutely)
    expect(ran).toEqual(['minutely 2026-11-24T08:00', 'minutely 2026-11-24T10:00'])
  })

  test('asks the county’s calendar, with the days the county decided otherwise', async () => {
    const digest = [noted('digest', { daily: '15:30', lateMin: 60, on: 'last school day of the week' })]
    await world.db.write([
      statement(
        "INSERT INTO calendar_override (unit, date, school_day, reason, by, at) VALUES ('county', '2026-11-27', 0, '大雪停课', 'test', 0)",
      ),
    ])
    await tickAt('2026-11-26 15:31', digest)
    await tickAt('2026-11-27 15:31', digest)
    expect(ran).toEqual(['digest 2026-11-26T15:30'])
  })
})

describe('a run that did not end well', () => {
  test('holds nobody up, is told by its kind, and is tried again ten minutes later', async () => {
    let broken = true
    const jobs = [
      backup(() => {
        if (broken) throw new RangeError('no room on the disk')
      }),
      noted('other', { every: 'minute' }),
    ]
    await tickAt('2026-11-24 02:30', jobs)
    expect(ran).toEqual(['backup 2026-11-24T02:30', 'other 2026-11-24T02:30'])
    expect(faults).toEqual(['backup: no room on the disk'])
    expect(await runs()).toContain('backup 2026-11-24T02:30 RangeError')
    broken = false
    await tickAt('2026-11-24 02:39', jobs)
    expect(ran.filter(one => one.startsWith('backup'))).toHaveLength(1)
    await tickAt('2026-11-24 02:41', jobs)
    expect(await runs()).toContain('backup 2026-11-24T02:30 ok')
  })

  test('was cut short: after half an hour somebody else takes it over, once', async () => {
    const killed = Date.parse('2026-11-24T02:30:00+08:00')
    await world.db.write([
      statement("INSERT INTO job_run (job, slot, started_at) VALUES ('backup', '2026-11-24T02:30', ?)", killed),
    ])
    await tickAt('2026-11-24 02:59', [backup()])
    expect(ran).toEqual([])
    await Promise.all([tickAt('2026-11-24 03:00', [backup()]), tickAt('2026-11-24 03:00', [backup()])])
    expect(ran).toEqual(['backup 2026-11-24T02:30'])
    expect(await runs()).toEqual(['backup 2026-11-24T02:30 ok'])
  })
})

test('of a minute’s job an hour of runs stays on record, of a daily one two months', async () => {
  const jobs = [noted('minutely', { every: 'minute' }), backup()]
  const two = Date.parse('2026-11-24T02:00:00+08:00')
  for (let minute = 0; minute < 100; minute++) {
    await tickAtMs(two + minute * 60_000, jobs)
    await world.db.write(retentionStatements(two))
  }
  const [[minutely], [daily]] = [
    await world.rows("SELECT count(*), max(slot) FROM job_run WHERE job = 'minutely'"),
    await world.rows("SELECT count(*) FROM job_run WHERE job = 'backup'"),
  ]
  expect(minutely).toEqual([60, '2026-11-24T03:39'])
  expect(daily).toEqual([1])
})

describe('two processes on one file', () => {
  test('run every slot once between them', async () => {
    const file = newFile()
    const db = new EmbeddedDatabase(file)
    await migrate(db, 0)
    await db.write([statement('CREATE TABLE ran (who TEXT, job TEXT, slot TEXT)')])
    const script = fileURLToPath(new URL('support/tick-process.ts', import.meta.url))
    const codes = await Promise.all(
      ['first', 'second'].map(async name => {
        const child = spawn(process.execPath, ['--no-warnings', script, file, name], { stdio: 'inherit' })
        const [code] = await once(child, 'exit')
        return code
      }),
    )
    expect(codes).toEqual([0, 0])
    const [rows = []] = await db.read([statement('SELECT job, slot, who FROM ran ORDER BY slot')])
    await db.close()
    const slots = rows.map(([job, slot]) => `${job} ${slot}`)
    expect(new Set(slots).size).toBe(slots.length)
    expect(slots.filter(one => one.startsWith('minutely'))).toHaveLength(15)
    expect(slots.filter(one => one.startsWith('nightly'))).toEqual(['nightly 2026-11-23T20:04'])
  })
})
