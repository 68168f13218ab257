import { afterEach, describe, expect, test } from 'vitest'
import type { Delivery } from '../src/chat/channel.ts'
import { CARD, closeAll, familyCode, left, opened, reminded, row, tickAt, XIAOYU } from './support/reminded.ts'
import type { World } from './support/world.ts'

/** Reminders through the front door: who gets one, and what happens between queueing and leaving. */

afterEach(closeAll)

describe('two guardians', () => {
  const family = async () => {
    const world = await opened()
    await reminded(world, 'mum', XIAOYU, '晚上8点')
    await reminded(world, 'dad', await familyCode(world, 'mum'), '晚上9点')
    return world
  }
  const evening = async (world: World) => {
    for (const time of ['20:00', '20:01', '21:00', '21:01']) await tickAt(world, `2026-11-23 ${time}`)
  }

  test('one message a night to the family: at the hour that comes first', async () => {
    const world = await family()
    await evening(world)
    expect(left).toEqual([`mum: ${CARD}`])
  })

  test('an answer by either is an answer', async () => {
    const world = await family()
    world.at('2026-11-23 19:00')
    await world.post('dad', { text: '作业50分钟' })
    await evening(world)
    expect(left).toEqual([])
  })

  test('who stops stops alone', async () => {
    const world = await family()
    await world.post('mum', { text: '停止提醒' })
    await evening(world)
    expect(left).toEqual([`dad: ${CARD}`])
  })

  test('a night that one of them lets pass is asked about by nobody', async () => {
    const world = await family()
    world.at('2026-11-23 19:00')
    await world.post('mum', { text: '今晚不填' })
    await evening(world)
    expect(left).toEqual([])
  })

  test('with the same hour it is now the one, now the other', async () => {
    const world = await opened()
    await reminded(world, 'mum', XIAOYU, '晚上8点')
    await reminded(world, 'dad', await familyCode(world, 'mum'), '晚上8点')
    for (const day of ['23', '24', '25']) await tickAt(world, `2026-11-${day} 20:00`)
    expect(left.map(one => one.slice(0, 3)).join(' ')).toMatch(/^(mum dad mum|dad mum dad)$/)
  })
})

describe('between queueing and leaving', () => {
  const queued = async (answer?: () => Promise<Delivery>) => {
    const world = await opened({}, answer)
    await reminded(world, 'mum', XIAOYU, '晚上8点')
    world.at('2026-11-23 20:00')
    await world.service.minute()
    expect(await world.rows('SELECT only_while FROM outbox WHERE seq IS NULL')).toEqual([['reminder:2026-11-23']])
    return world
  }
  const gone = async (world: World) => {
    expect(await world.rows('SELECT 1 FROM outbox WHERE seq IS NULL')).toEqual([])
    expect(await row(world)).toEqual([0, null, 0])
  }

  test.each([
    ['an answer', '作业50分钟'],
    ['a stop', '停止提醒'],
  ])('%s takes it away without a trace', async (_what, text) => {
    const world = await queued()
    await world.post('mum', { text })
    await world.service.sweep()
    expect(left).toEqual([])
    await gone(world)
  })

  test('its time passes, and it goes unsent and uncounted', async () => {
    const world = await queued()
    await tickAt(world, '2026-11-23 20:30')
    expect(left).toEqual([])
    await gone(world)
  })

  test('the platform asks for patience: it leaves later, once, and counts once', async () => {
    const answers: Delivery[] = [
      { outcome: 'wait', ms: 60_000, scope: 'recipient' },
      { outcome: 'again', error: '502' },
    ]
    const world = await queued(async () => answers.shift() ?? { outcome: 'sent' })
    await world.service.sweep()
    expect(await row(world)).toEqual([0, null, 0])
    for (const time of ['20:00', '20:01', '20:02', '20:03']) await tickAt(world, `2026-11-23 ${time}`)
    expect(left).toEqual([`mum: ${CARD}`])
    expect(await row(world)).toEqual([1, '2026-11-23', 0])
  })

  test('an answer while the platform asked for patience', async () => {
    const answers: Delivery[] = [{ outcome: 'wait', ms: 60_000, scope: 'recipient' }]
    const world = await queued(async () => answers.shift() ?? { outcome: 'sent' })
    await world.service.sweep()
    await world.post('mum', { text: '作业50分钟' })
    await tickAt(world, '2026-11-23 20:02')
    expect(left).toEqual([])
  })

  test('the process dies while it is handed over: it is not sent a second time', async () => {
    let handedOver: () => void = () => undefined
    const handing = new Promise<void>(resolve => {
      handedOver = resolve
    })
    const world = await queued(() => {
      handedOver()
      return new Promise(() => undefined)
    })
    void world.service.sweep()
    await handing
    expect(await row(world)).toEqual([1, '2026-11-23', 0])
    const next = await opened({ path: world.path })
    for (const time of ['20:01', '20:02', '20:10']) await tickAt(next, `2026-11-23 ${time}`)
    expect(left).toEqual([])
    await tickAt(next, '2026-11-24 20:00')
    expect(left).toEqual([`mum: ${CARD}`])
  })

  test('a blocked chat is not counted and gets nothing more', async () => {
    const world = await queued(async () => ({ outcome: 'gone', error: 'blocked' }))
    await world.service.sweep()
    expect(await row(world)).toEqual([0, null, 0])
    await tickAt(world, '2026-11-24 20:00')
    expect(await world.rows('SELECT 1 FROM outbox WHERE seq IS NULL AND dead_at IS NULL')).toEqual([])
  })
})

test('two processes on one file send one message between them', async () => {
  const first = await opened()
  await reminded(first, 'mum', XIAOYU, '晚上8点')
  const second = await opened({ path: first.path })
  for (const night of ['2026-11-23', '2026-11-24', '2026-11-25']) {
    for (const world of [first, second]) world.at(`${night} 20:00`)
    await Promise.all([first.tick(), second.tick()])
    await Promise.all([first.tick(), second.tick()])
  }
  expect(left).toEqual(Array(3).fill(`mum: ${CARD}`))
})

test('a chat that we may not begin gets none, and nothing is queued for it', async () => {
  const world = await opened({ reach: 'reply' })
  await reminded(world, 'mum', XIAOYU, '晚上8点')
  await tickAt(world, '2026-11-23 20:00')
  expect(await world.rows('SELECT 1 FROM outbox WHERE seq IS NULL')).toEqual([])
})

test('a page that fetches late is not shown what an answer has overtaken', async () => {
  const world = await opened()
  await reminded(world, 'mum', XIAOYU, '晚上8点')
  await tickAt(world, '2026-11-23 20:00')
  world.at('2026-11-23 20:05')
  await world.post('mum', { text: '作业50分钟' })
  expect(await world.fetchUnasked('mum')).toEqual([])
})

test('nothing tells afterwards which nights had no answer', async () => {
  const world = await opened()
  await reminded(world, 'mum', XIAOYU, '晚上8点')
  await tickAt(world, '2026-11-23 20:00')
  await world.post('mum', { text: '今晚不填' })
  await tickAt(world, '2026-11-24 20:00')
  const log = (await world.rows('SELECT type FROM change_log')).flat()
  expect(new Set(log)).toEqual(new Set(['GuardianBound', 'ConsentGiven', 'ReminderSet']))
  await tickAt(world, '2026-11-27 20:00')
  expect(await world.rows('SELECT 1 FROM outbox')).toEqual([])
  expect(await world.rows('SELECT last_night FROM reminder')).toEqual([['2026-11-24']])
})
