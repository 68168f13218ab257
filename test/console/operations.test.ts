import { afterEach, beforeEach, expect, test } from 'vitest'
import { conversation, outbox } from '../../src/db/schema/index.ts'
import { insert } from '../../src/db/statement.ts'
import type { Browser } from '../support/browser.ts'
import { enter, newStaff } from '../support/desk.ts'
import { newWorld, type World } from '../support/world.ts'

let world: World
let lu: Browser

beforeEach(async () => {
  world = await newWorld()
  await newStaff(world, 'lu', 'operator', 'county', '陆鸣')
  lu = await enter(world, 'lu')
})
afterEach(() => world.close())

/** A message to somebody on Telegram that was given up an hour ago. */
const giveUp = async (id: string, expiresIn = 3600_000): Promise<void> => {
  const at = world.now() - 3600_000
  const who = { id: 'c1', channel: 'telegram', address: 'sealed', lang: 'zh', langChosen: false, seq: 1 }
  await world.db.write([
    insert(
      conversation,
      { ...who, minute: 0, turnsInMinute: 0, inboundAt: at, goneAt: at },
      'ON CONFLICT (id) DO NOTHING',
    ),
    insert(outbox, {
      ...{
        id,
        conversation: 'c1',
        payload: JSON.stringify({ say: '小雨今晚的作业' }),
        sealed: false,
        reach: 'tap',
        at,
      },
      ...{
        notBefore: at,
        expiresAt: world.now() + expiresIn,
        claimedUntil: 0,
        tries: 12,
        deadAt: at,
        error: 'blocked',
      },
    }),
  ])
}

const row = async (id: string) =>
  (await world.rows('SELECT dead_at, error, tries, not_before FROM outbox WHERE id = ?', id))[0]

test('undelivered messages show their way, their reason and their age, and neither text nor person', async () => {
  expect((await lu.get('/console/letters')).html).toContain('都送到了')
  await giveUp('m1')
  const { html } = await lu.get('/console/letters')
  expect(html).toMatch(/Telegram.*blocked.*1小时/s)
  expect(html).not.toMatch(/小雨|作业|sealed/)
})

test('a message is sent again once and its person counts as reachable; the audit says who did it', async () => {
  await giveUp('m1')
  const page = await lu.get('/console/letters')
  expect((await lu.send(page, '/console/letters/m1/again', {})).location).toContain('done=again')
  expect(await row('m1')).toEqual([null, null, 0, world.now()])
  expect(await world.rows('SELECT gone_at FROM conversation')).toEqual([[null]])
  expect((await lu.send(page, '/console/letters/m1/again', {})).location).toContain('done=gone')
  expect(await world.rows("SELECT actor, subject FROM audit WHERE event = 'LetterSentAgain'")).toEqual([['lu', 'm1']])
})

test('what is late is not sent again, even by a form that was opened in time', async () => {
  await giveUp('m1', 60_000)
  const page = await lu.get('/console/letters')
  world.pass(61_000)
  expect((await lu.send(page, '/console/letters/m1/again', {})).location).toContain('done=gone')
  expect((await row('m1'))?.[1]).toBe('blocked')
  const { html } = await lu.get('/console/letters?done=gone')
  expect(html).toContain('已经过了时候')
  expect(html).not.toContain('/letters/m1/again')
})

test('a message is let go', async () => {
  await giveUp('m1')
  const page = await lu.get('/console/letters')
  expect((await lu.send(page, '/console/letters/m1/drop', {})).location).toContain('done=dropped')
  expect(await row('m1')).toBeUndefined()
  expect((await lu.send(page, '/console/letters/m1/drop', {})).location).toContain('done=gone')
})

test('a job is begun by hand, once at a time, and its outcome stands in the list', async () => {
  const page = await lu.get('/console/jobs')
  expect(page.html).toMatch(/清掉过了期的记录.*每分钟.*还没做过/s)
  expect((await lu.send(page, '/console/jobs/retention/run', {})).location).toContain('done=begun')
  await world.service.idle()
  expect((await lu.get('/console/jobs')).html).toContain('做完了')
  expect(await world.rows("SELECT actor FROM audit WHERE event = 'JobBegun'")).toEqual([['lu']])
  await world.rows("UPDATE job_run SET ended_at = NULL, outcome = NULL WHERE job = 'retention' RETURNING job")
  expect((await lu.send(page, '/console/jobs/retention/run', {})).location).toContain('done=running')
})

test('health says what needs a look', async () => {
  expect((await lu.get('/console/health')).html).toMatch(/没送到的消息.*正常.*没有/s)
  await giveUp('m1')
  expect((await lu.get('/console/health')).html).toMatch(
    /没送到的消息<\/th><td><span class="tag is-wrong">要看一看<\/span>1条/,
  )
})
