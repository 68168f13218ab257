import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Threaded } from '../../src/background/threaded.ts'
import { statement } from '../../src/db/statement.ts'
import { purgeJob } from '../../src/erasure/purge.ts'
import { CHILDREN, newWorld, type World } from '../support/world.ts'
import { bind, invite, remove, tap, whoIs } from './family.ts'
import { inBytes } from './plant.ts'

let world: World
beforeEach(async () => {
  world = await newWorld()
})
afterEach(async () => {
  expect(world.faults).toEqual([])
  await world.close()
})

const say = (account: string, text: string, id?: string) => world.post(account, { text }, id)
const count = async (sql: string): Promise<number> => Number((await world.rows(sql))[0]?.[0])

const twoParents = async () => {
  await bind(world, 'mum')
  await invite(world, 'mum', 'dad')
}

describe('nothing is applied twice, nothing is lost', () => {
  test('a repeated deletion is one deletion, answered with the same bytes and the same receipt', async () => {
    await bind(world, 'mum')
    await say('mum', '作业50分钟 9点10睡')
    const offered = (await say('mum', '/delete', 'ask')).replies.flatMap(one => one.choices ?? [])
    const choice = offered[0]?.id ?? ''
    const answers = await Promise.all([1, 2, 3].map(() => world.post('mum', { choice }, 'tap')))
    const later = await world.post('mum', { choice }, 'tap')
    expect(new Set([...answers, later].map(one => one.text)).size).toBe(1)
    expect(later.replies[0]?.say).toContain('锁起来了')
    expect(await count('SELECT count(*) FROM erasure')).toBe(1)
    expect(await count("SELECT count(*) FROM change_log WHERE type = 'RecordLocked'")).toBe(1)
    expect((await say('mum', '/delete', 'ask')).text).toContain('都删掉')
    expect(await count('SELECT count(*) FROM erasure')).toBe(1)
  })

  test('both leave in one moment: both are locked, nothing of theirs is shown, and either comes back alone', async () => {
    await twoParents()
    await say('mum', '作业50分钟 9点10睡')
    await say('dad', '作业40分钟 9点20睡')
    const choices = await Promise.all(
      ['mum', 'dad'].map(async who => (await say(who, '/delete')).replies.flatMap(one => one.choices ?? [])[0]?.id),
    )
    await Promise.all(['mum', 'dad'].map((who, i) => world.post(who, { choice: choices[i] ?? '' })))
    expect(await count('SELECT count(*) FROM guardianship')).toBe(0)
    expect(await count('SELECT count(*) FROM night')).toBe(0)
    expect((await say('mum', '反悔')).replies[0]?.say).toContain('都还在')
    expect(await world.rows('SELECT written_min, bed_offset FROM night')).toEqual([[50, 190]])
  })

  test('one leaves while the other reports: what stands is the other’s', async () => {
    await twoParents()
    await say('mum', '作业50分钟 9点10睡')
    const choice = (await say('mum', '/delete')).replies.flatMap(one => one.choices ?? [])[0]?.id ?? ''
    await Promise.all([world.post('mum', { choice }), say('dad', '作业40分钟 9点20睡')])
    expect(await world.rows('SELECT written_min, bed_offset FROM night')).toEqual([[40, 200]])
  })

  test('a record being purged takes nobody in, and cannot be taken back', async () => {
    await bind(world, 'mum')
    await remove(world, 'mum')
    await world.db.write([statement('UPDATE erasure SET purging_at = 1')])
    expect((await say('mum', '反悔')).replies[0]?.say).toContain('正在删')
    expect((await say('mum', '我的')).replies[0]?.say).toContain('正在删')
    const [child] = await world.rows('SELECT child_id FROM erasure_link')
    await world.db.write([
      statement(
        'UPDATE invitation SET child_id = ? WHERE code = ?',
        String(child?.[0]),
        world.keys.lookup('invitation', CHILDREN[3].code),
      ),
    ])
    let { replies } = await world.post('aunt', { start: CHILDREN[3].code })
    for (const wanted of ['child:yes', 'relation:other']) replies = await tap(world, 'aunt', replies, wanted)
    const yes = replies[0]?.choices?.[0]?.id ?? ''
    expect((await world.post('aunt', { choice: yes })).status).toBe(503)
    expect(await count('SELECT count(*) FROM guardianship')).toBe(0)
  })

  test('a purge cut short is ended by the next run', async () => {
    await bind(world, 'mum')
    await say('mum', '作业50分钟 9点10睡')
    await remove(world, 'mum')
    const { guardian } = await whoIs(world, 'mum', '小雨')
    await world.db.write([
      statement('UPDATE erasure SET purging_at = 1'),
      statement('DELETE FROM child WHERE label = ?', '小雨'),
      statement('DELETE FROM night_answer'),
    ])
    world.at('2026-12-07 03:00')
    await world.service.minute()
    expect(await count('SELECT count(*) FROM erasure')).toBe(0)
    expect(await world.rows('SELECT 1 FROM consent WHERE guardian_id = ?', guardian)).toEqual([])
    expect(await count('SELECT count(*) FROM erasure_receipt')).toBe(1)
  })
})

test('receipts have no place for whose they are', async () => {
  for (const table of ['erasure_receipt', 'consent_receipt']) {
    const columns = (await world.rows(`SELECT name FROM pragma_table_info('${table}')`)).map(row => String(row[0]))
    expect(columns.filter(name => /guardian|child|conversation|label|name|at$/.test(name))).toEqual([])
  }
})

/** Far more than a family ever leaves behind. */
const ROWS = 30_000
const SAID = '石阶上的萤火'

describe('a large purge', () => {
  test('goes in slices that hold nobody up, and leaves no byte of it between the rows of others', async () => {
    await bind(world, 'mum')
    const mum = await whoIs(world, 'mum', '小雨')
    // Rows of this family and of another one by turns, of very different lengths, on the same pages.
    await world.db.write(
      Array.from({ length: ROWS }, (_, i) =>
        statement(
          'INSERT INTO change_log (at, actor_kind, actor_id, type, subject, change) VALUES (?, ?, ?, ?, ?, ?)',
          i,
          'parent',
          i % 2 === 0 ? mum.guardian : 'somebody else',
          'NightReported',
          i % 2 === 0 ? mum.child : 'another child',
          i % 2 === 0
            ? JSON.stringify({ said: SAID.repeat(1 + ((i * 7) % 23)) })
            : JSON.stringify({ said: '别人'.repeat(1 + ((i * 5) % 31)) }),
        ),
      ),
    )
    await remove(world, 'mum')
    world.at('2026-12-07 03:00')
    expect(inBytes(world, SAID)).toBeGreaterThan(ROWS / 2)
    let answered = 0
    const background = new Threaded(world.path, new URL('../../dist/thread.js', import.meta.url))
    const asking = (async () => {
      while ((await world.rows('SELECT 1 FROM erasure')).length > 0) {
        expect((await world.service.app.request('/healthz')).status).toBe(200)
        answered += 1
        await new Promise(resolve => setTimeout(resolve, 1))
      }
    })()
    await purgeJob.run({ id: '', at: 0 }, { ...world.tools, background })
    await asking
    await background.close()
    expect(await count(`SELECT count(*) FROM change_log WHERE actor_id = 'somebody else'`)).toBe(ROWS / 2)
    expect(answered).toBeGreaterThan(50)
    expect(inBytes(world, SAID)).toBe(0)
  })
})
