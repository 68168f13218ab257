import { afterEach, beforeEach, expect, test } from 'vitest'
import { outboxRow } from '../src/chat/outbox.ts'
import { newWorld, type World } from './support/world.ts'

/** What no turn asked for leaves between 07:00 and 20:30, whatever it is and however often the outbox is swept. */

let world: World
let left: string[] = []
beforeEach(async () => {
  left = []
  world = await newWorld(undefined, {
    send: async ({ reply }) => {
      left.push(reply.say)
      return { outcome: 'sent' }
    },
  })
  world.at('2026-11-23 12:00')
  await world.post('mum', { text: '你好' })
})
afterEach(() => world.close())

let n = 0

/** News of a case, queued at a time, good for so many hours; `seq` makes it an answer. */
const queue = async (say: string, beijing: string, hours: number, seq: number | null = null) => {
  const at = Date.parse(`${beijing.replace(' ', 'T')}:00+08:00`)
  const [[conversation] = []] = await world.rows('SELECT id FROM conversation')
  const letter = {
    id: `letter-${n++}`,
    conversation: String(conversation),
    seq,
    reply: { say },
    sealed: false,
    needs: 'tap' as const,
    at,
    expiresAt: at + hours * 3600_000,
    delivered: false,
  }
  await world.db.write([outboxRow(letter, 'tap', world.keys)])
}

const sweepAt = async (...times: string[]) => {
  for (const time of times) {
    world.at(time)
    await world.service.sweep()
  }
}

const ready = async () => (await world.service.app.request('/readyz')).status

test('what is queued in the evening leaves at seven', async () => {
  await queue('有回音了', '2026-11-23 20:30', 24)
  await sweepAt('2026-11-23 20:30', '2026-11-23 23:00', '2026-11-24 00:00', '2026-11-24 06:59')
  expect(left).toEqual([])
  await sweepAt('2026-11-24 07:00')
  expect(left).toEqual(['有回音了'])
})

test('until half past eight it leaves at once', async () => {
  await queue('有回音了', '2026-11-23 20:29', 24)
  await sweepAt('2026-11-23 20:29')
  expect(left).toEqual(['有回音了'])
})

test('one that missed its time expires unsent, and is told to the operator as such', async () => {
  await queue('今天四点开会', '2026-11-23 20:40', 4)
  await sweepAt('2026-11-23 20:40', '2026-11-24 00:41', '2026-11-24 07:00')
  expect(left).toEqual([])
  expect(await world.rows('SELECT error FROM outbox WHERE dead_at IS NOT NULL')).toEqual([['expired']])
})

test('an answer leaves at any hour, past the news that rests', async () => {
  await queue('有回音了', '2026-11-23 21:00', 24)
  await queue('记好了', '2026-11-23 21:01', 12, 2)
  await sweepAt('2026-11-23 21:02')
  expect(left).toEqual(['记好了'])
  await sweepAt('2026-11-24 07:00')
  expect(left).toEqual(['记好了', '有回音了'])
})

test('news for tomorrow holds up neither answers nor other news', async () => {
  await queue('后天的', '2026-11-25 12:00', 24)
  await queue('今天的', '2026-11-23 13:00', 24)
  await queue('记好了', '2026-11-23 13:00', 12, 2)
  await sweepAt('2026-11-23 13:01')
  expect(left.sort()).toEqual(['今天的', '记好了'])
})

test('news leaves in the order in which it was queued', async () => {
  for (const say of ['一', '二', '三']) await queue(say, '2026-11-23 22:00', 24)
  await sweepAt('2026-11-24 07:00')
  expect(left).toEqual(['一', '二', '三'])
})

test('a night full of resting news is no backlog', async () => {
  await queue('有回音了', '2026-11-23 21:00', 24)
  world.at('2026-11-24 03:00')
  expect(await ready()).toBe(200)
  world.at('2026-11-24 07:01')
  expect(await ready()).toBe(200)
  world.at('2026-11-24 07:20')
  expect(await ready()).toBe(503)
})
