import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, nightOf } from '../calendar/index.ts'
import type { Database } from '../db/database.ts'
import { EmbeddedDatabase } from '../db/embedded.ts'
import { makeIds } from '../db/id.ts'
import { type Keys, openKeys } from '../db/keys.ts'
import { migrate } from '../db/migrate.ts'
import { type Cell, type Row, statement } from '../db/statement.ts'
import { readCode } from '../roster/invitation.ts'
import { readInvited } from '../roster/invited.ts'
import { makeChance } from './chance.ts'
import { demoInvitations, isSeeded, seedDemo } from './index.ts'
import { nicknames } from './nicknames.ts'

const NOW = Temporal.ZonedDateTime.from('2026-11-25T15:00[Asia/Shanghai]').epochMilliseconds
const TODAY = '2026-11-25'
const folders: string[] = []

const empty = async (): Promise<{ db: Database; keys: Keys }> => {
  const folder = await mkdtemp(join(tmpdir(), 'wanling-demo-'))
  folders.push(folder)
  const db = new EmbeddedDatabase(join(folder, 'demo.db'))
  await migrate(db, NOW)
  return { db, keys: await openKeys(db, randomBytes(32), NOW) }
}

const depsOf = (keys: Keys, now = NOW) => {
  const ids = makeIds(() => now, randomBytes)
  return { keys, now, random: randomBytes, newId: () => ids.row() }
}

const rowsOf = async (db: Database, sql: string, ...args: Cell[]): Promise<Row[]> =>
  (await db.read([statement(sql, ...args)]))[0] ?? []

const numbers = async (db: Database, sql: string): Promise<number[]> =>
  (await rowsOf(db, sql)).map(row => Number(row[0]))

afterAll(() => Promise.all(folders.map(folder => rm(folder, { recursive: true, force: true }))))

const REPORTING = `SELECT count(DISTINCT n.child_id) FROM school_class k LEFT JOIN night n ON n.class_id = k.id`

describe('the demo county', () => {
  let db: Database
  let keys: Keys
  let took = 0

  beforeAll(async () => {
    const made = await empty()
    db = made.db
    keys = made.keys
    const begun = performance.now()
    await seedDemo(db, depsOf(keys))
    took = performance.now() - begun
  })
  afterAll(() => db.close())

  test('is there within seconds', async () => {
    expect(took).toBeLessThan(6000)
    expect(await isSeeded(db)).toBe(true)
    expect(await rowsOf(db, 'SELECT name, region, zone FROM county')).toEqual([
      ['晚铃演示县', 'henan', 'Asia/Shanghai'],
    ])
  })

  test('has 48 classes of 36 to 45 children in three schools, and four terms', async () => {
    const sizes = await numbers(db, 'SELECT count(*) FROM enrolment GROUP BY class_id')
    expect(sizes).toHaveLength(48)
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(36)
    expect(Math.max(...sizes)).toBeLessThanOrEqual(45)
    expect(await rowsOf(db, 'SELECT kind FROM school ORDER BY kind')).toEqual([['junior'], ['primary'], ['primary']])
    const years = await numbers(db, 'SELECT DISTINCT first_grade_year FROM school_class ORDER BY 1')
    expect(years).toEqual([2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026])
    expect(await rowsOf(db, 'SELECT name FROM term ORDER BY from_date')).toEqual([
      ['2025–2026学年第一学期'],
      ['2025–2026学年第二学期'],
      ['2026–2027学年第一学期'],
      ['2026–2027学年第二学期'],
    ])
  })

  test('names no two children of a class alike', async () => {
    expect(nicknames.length).toBeGreaterThanOrEqual(200)
    const alike = `SELECT 1 FROM child c JOIN enrolment e ON e.child_id = c.id GROUP BY e.class_id, c.label HAVING count(*) > 1`
    expect(await rowsOf(db, alike)).toEqual([])
  })

  test('binds about two thirds of the children; all of them gave C1, two thirds C2', async () => {
    const [children = 0] = await numbers(db, 'SELECT count(*) FROM child')
    const [bound = 0] = await numbers(db, 'SELECT count(DISTINCT child_id) FROM guardianship')
    const [guardians = 0] = await numbers(db, 'SELECT count(*) FROM guardianship')
    const [c1] = await numbers(db, "SELECT count(*) FROM consent WHERE kind = 'C1' AND given = 1")
    const [c2 = 0] = await numbers(db, "SELECT count(*) FROM consent WHERE kind = 'C2' AND given = 1")
    expect(Math.abs(bound / children - 2 / 3)).toBeLessThan(0.05)
    expect(guardians).toBeGreaterThan(bound)
    expect(c1).toBe(guardians)
    expect(Math.abs(c2 / guardians - 2 / 3)).toBeLessThan(0.05)
  })

  test('has exactly ten classes with fewer than ten reporting children, and at least 12 with C2 in the others', async () => {
    const reporting = await numbers(db, `${REPORTING} GROUP BY k.id`)
    expect(reporting.filter(n => n < 10)).toHaveLength(10)
    expect(reporting.filter(n => n >= 12)).toHaveLength(38)
    const consenting = `${REPORTING} AND EXISTS (SELECT 1 FROM consent c
      WHERE c.child_id = n.child_id AND c.kind = 'C2' AND c.given = 1) GROUP BY k.id`
    expect((await numbers(db, consenting)).filter(n => n >= 12)).toHaveLength(38)
  })

  test('keeps four weeks of nights, none told by strangers, in the future or in another class', async () => {
    const tonight = nightOf(Temporal.Instant.fromEpochMilliseconds(NOW), 'Asia/Shanghai')
    const [span] = await rowsOf(db, 'SELECT min(night), max(night), count(DISTINCT night), max(first_at) FROM night')
    expect(span?.slice(0, 3)).toEqual([addDays(tonight, -28), addDays(tonight, -1), 28])
    expect(Number(span?.[3])).toBeLessThan(NOW)
    const wrong = `SELECT 1 FROM night n WHERE version <> 1
      OR NOT EXISTS (SELECT 1 FROM guardianship g WHERE g.child_id = n.child_id AND g.guardian_id = n.by_guardian AND g.at < n.first_at)
      OR NOT EXISTS (SELECT 1 FROM enrolment e WHERE e.child_id = n.child_id AND e.class_id = n.class_id AND e.from_date <= n.night)
      OR NOT EXISTS (SELECT 1 FROM night_answer a WHERE a.child_id = n.child_id AND a.night = n.night AND a.at = n.first_at
        AND a.written_min IS n.written_min AND a.bed_offset IS n.bed_offset)`
    expect(await rowsOf(db, wrong)).toEqual([])
    expect(await numbers(db, 'SELECT (SELECT count(*) FROM night) - (SELECT count(*) FROM night_answer)')).toEqual([0])
  })

  test('tells plausible evenings', async () => {
    const means = await rowsOf(
      db,
      `SELECT k.first_grade_year, avg(n.written_min), avg(n.bed_offset), max(n.written_min), min(n.bed_offset), max(n.bed_offset)
        FROM night n JOIN school_class k ON k.id = n.class_id GROUP BY 1 ORDER BY 1 DESC`,
    )
    const minutes = means.map(row => Number(row[1]))
    const [first = 0, second = 0, third = 0, , , , seventh = 0] = minutes
    expect(Math.max(first, second)).toBeLessThan(6)
    expect(third).toBeGreaterThan(25)
    expect(third).toBeLessThan(70)
    expect(seventh).toBeGreaterThan(50)
    expect(seventh).toBeLessThan(110)
    expect(Math.max(...means.map(row => Number(row[3])))).toBeLessThanOrEqual(300)
    expect(Math.min(...means.map(row => Number(row[4])))).toBeGreaterThanOrEqual(120)
    expect(Number(means[0]?.[2])).toBeLessThan(Number(means[8]?.[2]))
  })

  test('is run by a named operator in official mode with Telegram on', async () => {
    const [owner] = await rowsOf(db, 'SELECT id FROM county')
    const settings = new Map(
      (await rowsOf(db, 'SELECT key, value FROM setting')).map(([key, value]) => [key, JSON.parse(String(value))]),
    )
    expect(settings.get('mode')).toEqual({ mode: 'official', demo: true })
    expect(settings.get('operator')).toMatchObject({ name: '晚铃演示县教育局', kind: 'bureau' })
    expect(settings.get('telegram')).toMatchObject({ on: true, receiver: 'Telegram Messenger Inc.' })
    expect([settings.get('owner.webchat'), settings.get('owner.telegram')]).toEqual([owner?.[0], owner?.[0]])
    expect(settings.get('demo')).toEqual({ on: true })
  })

  test('is not seeded a second time', async () => {
    await seedDemo(db, depsOf(keys))
    expect(await numbers(db, 'SELECT count(*) FROM county')).toEqual([1])
    expect(await numbers(db, 'SELECT count(*) FROM school')).toEqual([3])
  })

  test('invites three unbound children; a code used up is replaced within its grades', async () => {
    const before = await demoInvitations(db, depsOf(keys))
    expect(before.map(({ label, grade }) => (grade === 3 ? [label, grade] : grade))).toEqual([['小宇', 3], 1, 8])
    expect(await demoInvitations(db, depsOf(keys))).toEqual(before)
    for (const { code, label, grade } of before)
      expect(await opened(code)).toMatchObject({ label, grade, trouble: null })

    const used = before[0]?.code ?? ''
    await use(used)
    const after = await demoInvitations(db, depsOf(keys))
    expect(after.slice(1)).toEqual(before.slice(1))
    expect(after[0]?.code).not.toBe(used)
    expect([3, 4, 5, 6]).toContain(after[0]?.grade)
    expect((await opened(used))?.trouble).toBe('used')
    expect(await opened(after[0]?.code ?? '')).toMatchObject({ trouble: null, label: after[0]?.label })
    expect(await demoInvitations(db, depsOf(keys))).toEqual(after)
  })

  test('keeps no plain code in an invitation row', async () => {
    const codes = (await demoInvitations(db, depsOf(keys))).map(({ code }) => code)
    expect(codes.every(code => readCode(code) === code)).toBe(true)
    expect(codes).toHaveLength(3)
    expect(await rowsOf(db, 'SELECT 1 FROM invitation WHERE code IN (?, ?, ?)', ...codes)).toEqual([])
  })

  const opened = async (code: string) => {
    const { statements, read } = readInvited(keys.lookup('invitation', code), {
      personId: '',
      channel: 'webchat',
      today: TODAY,
      now: NOW,
    })
    return read(await db.read(statements)).invited
  }

  const use = async (code: string) => {
    const hash = keys.lookup('invitation', code)
    await db.write([
      statement('INSERT INTO invitation_use (code, at) VALUES (?, ?)', hash, NOW),
      statement(
        `INSERT INTO guardianship (guardian_id, child_id, relation, at)
          SELECT 'mum', child_id, 'mother', ? FROM invitation WHERE code = ?`,
        NOW,
        hash,
      ),
    ])
  }
})

test('a seed that was interrupted starts anew', async () => {
  const { db, keys } = await empty()
  const deps = depsOf(keys)
  let writes = 0
  const failing: Database = {
    kind: db.kind,
    read: statements => db.read(statements),
    write: statements => (++writes > 4 ? Promise.reject(new Error('power cut')) : db.write(statements)),
    close: () => db.close(),
  }
  await expect(seedDemo(failing, deps)).rejects.toThrow('power cut')
  expect(await isSeeded(db)).toBe(false)
  expect(await numbers(db, 'SELECT count(*) FROM school')).toEqual([3])
  await seedDemo(db, deps)
  expect(await isSeeded(db)).toBe(true)
  expect(await numbers(db, 'SELECT count(*) FROM school')).toEqual([3])
  expect(await numbers(db, 'SELECT count(*) FROM school_class')).toEqual([48])
  expect(await demoInvitations(db, deps)).toHaveLength(3)
  await db.close()
})

test('holds its promises in the long holidays and on the first school day', async () => {
  for (const day of ['2026-08-20T09:00', '2026-09-01T08:00', '2027-02-10T21:00']) {
    const { db, keys } = await empty()
    const now = Temporal.ZonedDateTime.from(`${day}[Asia/Shanghai]`).epochMilliseconds
    await seedDemo(db, depsOf(keys, now))
    const reporting = await numbers(db, `${REPORTING} GROUP BY k.id`)
    expect(reporting.filter(n => n < 10)).toHaveLength(10)
    expect(reporting.filter(n => n >= 12)).toHaveLength(38)
    expect((await demoInvitations(db, depsOf(keys, now))).map(one => one.grade)).toEqual([3, 1, 8])
    await db.close()
  }
})

test('the same seed tells the same story', () => {
  const story = (seed: number) => Array.from({ length: 5 }, makeChance(seed).next)
  expect(story(7)).toEqual(story(7))
  expect(story(7)).not.toEqual(story(8))
})
