import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { demoTerms, oldestKeptNight } from '../../src/calendar/index.ts'
import { statement } from '../../src/db/statement.ts'
import { removalsOf } from '../../src/jobs/retention-data.ts'
import { JOBS } from '../../src/jobs/table.ts'
import { RETENTION, retentionLines } from '../../src/policy/index.ts'
import { CHILDREN, newWorld, type World } from '../support/world.ts'
import { bind, invite, remove, tap, whoIs } from './family.ts'
import { found, inBytes } from './plant.ts'

let world: World
beforeEach(async () => {
  world = await newWorld()
})
afterEach(async () => {
  expect(world.faults).toEqual([])
  await world.close()
})

const say = async (account: string, text: string) => (await world.post(account, { text })).replies
const count = async (sql: string): Promise<number> => Number((await world.rows(sql))[0]?.[0])

/** What falls due in the small hours of a day is done. */
const nightOf = async (day: string) => {
  world.at(`${day} 03:10`)
  await world.service.minute()
}

describe('which nights are kept', () => {
  test.each([
    ['2026-11-24', '2026-03-02'],
    ['2027-01-22', '2026-03-02'],
    ['2027-01-23', '2026-09-01'],
    ['2027-07-09', '2026-09-01'],
    ['2027-07-10', '2027-03-01'],
    // No 校历 is known any more: the usual dates, on the generous side.
    ['2028-01-31', '2027-03-01'],
    ['2028-02-01', '2027-09-01'],
  ])('on %s all since %s', (today, oldest) => {
    expect(oldestKeptNight(today, demoTerms)).toBe(oldest)
  })
})

describe('what is kept goes when its time is over', () => {
  test('nights, with their answers and their log, when the next term has ended; the family stays', async () => {
    await bind(world, 'mum')
    await say('mum', '作业50分钟 9点10睡')
    await nightOf('2027-07-09')
    expect(await count('SELECT count(*) FROM night')).toBe(1)
    world.at('2027-07-09 21:00')
    await say('mum', '作业20分钟')
    await nightOf('2027-07-10')
    expect(await world.rows('SELECT night FROM night')).toEqual([['2027-07-09']])
    expect(await world.rows('SELECT night FROM night_answer')).toEqual([['2027-07-09']])
    expect(await found(world, '2026-11-23')).toEqual([])
    expect((await say('mum', '我的'))[0]?.say).toContain('小雨')
  })

  test('why it got late and what was odd, after ninety days, also in the log; the minutes stay', async () => {
    await bind(world, 'mum')
    await say('mum', '作业90分钟,还要家长批改,因为作业太多10点才睡')
    const facts = 'SELECT written_min, late_reason, flags FROM night_answer'
    expect(await world.rows(facts)).toEqual([[90, 'homework', 'parent_marked']])
    await nightOf('2027-02-21')
    expect(await world.rows(facts)).toEqual([[90, 'homework', 'parent_marked']])
    await nightOf('2027-02-22')
    expect(await world.rows(facts)).toEqual([[90, null, null]])
    expect(await world.rows('SELECT written_min, late_reason, flags FROM night')).toEqual([[90, null, null]])
    expect(await found(world, 'parent_marked')).toEqual([])
    const [log] = await world.rows("SELECT change FROM change_log WHERE type = 'NightReported'")
    expect(JSON.parse(String(log?.[0])).told).toMatchObject({ writtenMin: 90 })
  })

  test('a child who left, when the next term has ended, with everybody’s ties to it', async () => {
    await bind(world, 'mum', CHILDREN[1].code)
    await world.db.write([
      statement(
        "UPDATE enrolment SET until_date = '2026-11-27' WHERE child_id = (SELECT id FROM child WHERE label = '豆豆')",
      ),
    ])
    const { guardian, conversation } = await whoIs(world, 'mum', '豆豆')
    await nightOf('2027-07-09')
    expect(await found(world, '豆豆')).toContain('child')
    await nightOf('2027-07-10')
    await nightOf('2027-07-11')
    for (const trace of ['豆豆', guardian, conversation]) expect(await found(world, trace)).toEqual([])
    expect(inBytes(world, '豆豆')).toBe(0)
    expect(await found(world, '小雨')).toEqual(['child'])
  })

  test('receipts of a deletion and of what had been agreed to, after three years, without a name until then', async () => {
    await bind(world, 'mum')
    await remove(world, 'mum')
    world.at('2026-12-07 03:00')
    await world.service.minute()
    expect(await world.rows('SELECT scope, asked_on, purged_on FROM erasure_receipt')).toEqual([
      ['account', '2026-11-23', '2026-12-07'],
    ])
    expect(await world.rows('SELECT kind, version, given, said_on FROM consent_receipt')).toEqual([
      ['C1', '2026-11', 1, '2026-11-23'],
    ])
    await nightOf('2029-12-07')
    expect(await count('SELECT count(*) FROM erasure_receipt')).toBe(1)
    await nightOf('2029-12-08')
    expect(await count('SELECT count(*) FROM erasure_receipt')).toBe(0)
    expect(await count('SELECT count(*) FROM consent_receipt')).toBe(0)
  })

  test('a stranger’s chat after eight days unused; a parent’s stays', async () => {
    await bind(world, 'mum')
    await say('stranger', '你好')
    await nightOf('2026-12-01')
    expect(await count('SELECT count(*) FROM conversation')).toBe(2)
    await nightOf('2026-12-02')
    expect(await count('SELECT count(*) FROM conversation')).toBe(1)
    expect((await say('mum', '我的'))[0]?.say).toContain('小雨')
  })

  test('a family’s code a week after it lapsed; the school’s stays', async () => {
    await bind(world, 'mum')
    const whom = await tap(world, 'mum', await say('mum', '我的'), 'me:invite')
    await tap(world, 'mum', whom, 'invite:guardian')
    const family = "SELECT count(*) FROM invitation WHERE kind = 'family'"
    await nightOf('2026-12-03')
    expect(await count(family)).toBe(1)
    await nightOf('2026-12-04')
    expect(await count(family)).toBe(0)
    expect(await count('SELECT count(*) FROM invitation')).toBe(CHILDREN.length)
  })

  test('a question to the other parent after seven days', async () => {
    await bind(world, 'mum')
    await invite(world, 'mum', 'dad')
    const child = (await whoIs(world, 'mum', '小雨')).child
    await remove(world, 'mum', `delete:child:${child}`)
    await nightOf('2026-11-30')
    expect(await count('SELECT count(*) FROM erasure_request')).toBe(1)
    await nightOf('2026-12-01')
    expect(await count('SELECT count(*) FROM erasure_request')).toBe(0)
  })
})

describe('the table', () => {
  test('names a job that runs for every line', () => {
    const removals = removalsOf({
      now: 0,
      today: '2026-11-24',
      oldestNight: '2026-03-02',
      leavers: ['x'],
      strangers: [{ conversation: 'y', guardianId: null }],
    })
    expect(Object.keys(removals).sort()).toEqual(Object.keys(RETENTION).sort())
    const jobs = [...JOBS.map(one => one.name), 'nothing is stored']
    for (const [line, how] of Object.entries(removals)) {
      if (typeof how === 'string') expect(jobs, line).toContain(how)
      else expect(how.length, line).toBeGreaterThan(0)
    }
  })

  test.each(['zh', 'en'] as const)('is the privacy page’s, in %s, each line with its ground', async lang => {
    const page = await (await world.service.app.request(`/privacy?lang=${lang}`)).text()
    for (const { what, keep } of retentionLines(lang)) {
      expect(page).toContain(what)
      expect(page).toContain(keep)
    }
    expect(page).toContain(lang === 'zh' ? '个人信息保护法' : 'Personal Information Protection Law')
  })
})
