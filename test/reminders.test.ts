import { afterEach, describe, expect, test } from 'vitest'
import type { Delivery, Outgoing } from '../src/chat/channel.ts'
import { newWorld, type World, type WorldOptions } from './support/world.ts'

/** Reminders through the front door: who gets one, how often, and what happens between queueing and leaving. */

const worlds: World[] = []
let left: string[] = []
afterEach(async () => {
  await Promise.all(worlds.splice(0).map(world => world.close()))
  left = []
})

/** A world whose platform writes down what left: account, then the first line. */
const opened = async (
  options: WorldOptions = {},
  answer: () => Promise<Delivery> = async () => ({ outcome: 'sent' }),
) => {
  const send = async ({ address, reply }: Outgoing): Promise<Delivery> => {
    const delivery = await answer()
    if (delivery.outcome === 'sent') left.push(`${address}: ${reply.say.split('\n')[0]}`)
    return delivery
  }
  const world = await newWorld(undefined, { send, ...options })
  worlds.push(world)
  return world
}

const choose = async (
  world: World,
  account: string,
  replies: { choices?: { id: string; label: string }[] }[],
  end: string,
) => {
  const choice = replies.flatMap(reply => reply.choices ?? []).find(one => one.id.endsWith(end) || one.label === end)
  if (!choice) throw new Error(`no choice ${end}`)
  return (await world.post(account, { choice: choice.id })).replies
}

const bind = async (world: World, account: string, code: string) => {
  let { replies } = await world.post(account, { start: code })
  for (const end of ['child:yes', 'relation:mother', 'c1:yes']) replies = await choose(world, account, replies, end)
}

/** Binds and turns reminders on at an hour, by its button. */
const reminded = async (world: World, account: string, code: string, hour: string) => {
  world.at('2026-11-22 12:00')
  await bind(world, account, code)
  const { replies } = await world.post(account, { choice: 'c5:yes' })
  await choose(world, account, replies, hour)
}

const familyCode = async (world: World, account: string): Promise<string> => {
  const replies = await choose(world, account, (await world.post(account, { text: '我的' })).replies, 'me:invite')
  return /[2-9A-Z]{10}/.exec(replies[0]?.say ?? '')?.[0] ?? ''
}

const tickAt = async (world: World, beijing: string) => {
  world.at(beijing)
  await world.tick()
}

const XIAOYU = 'AAAA222333'
const CARD = '小雨今晚在家写学校作业,大概多久?阅读、练琴不算。'

const row = async (world: World) =>
  (await world.rows('SELECT in_a_row, last_night, rests_since IS NOT NULL FROM reminder'))[0]

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

/** The evenings of the autumn after 22 November before school days, by hand. */
const SCHOOL_NIGHTS = [
  ...['11-22', '11-23', '11-24', '11-25', '11-26', '11-29', '11-30', '12-01', '12-02', '12-03', '12-06', '12-07'],
  ...['12-08', '12-09', '12-10', '12-13', '12-14', '12-15', '12-16', '12-17', '12-20', '12-21', '12-22', '12-23'],
].map(day => `2026-${day}`)

describe('without an answer', () => {
  const nightsOf = async (world: World, nights: string[]): Promise<string[]> => {
    const sent: string[] = []
    for (const night of nights) {
      left = []
      await tickAt(world, `${night} 20:00`)
      if (left.length > 0) sent.push(night)
    }
    return sent
  }

  test('seven come every night, seven every other, then they rest without a word, and one tap begins them again', async () => {
    const world = await opened()
    await reminded(world, 'mum', XIAOYU, '晚上8点')
    const sent = await nightsOf(world, SCHOOL_NIGHTS)
    const rarer = SCHOOL_NIGHTS.slice(7).filter((_, i) => i % 2 === 1)
    expect(sent).toEqual([...SCHOOL_NIGHTS.slice(0, 7), ...rarer.slice(0, 7)])
    expect(await row(world)).toEqual([14, rarer[6], 1])
    world.at('2026-12-24 12:00')
    const page = (await world.post('mum', { text: '我的' })).replies
    expect(page[0]?.say).toContain('提醒先歇着了')
    expect(page[0]?.say).not.toMatch(/没填|漏|忘|连续|天没/)
    const again = await choose(world, 'mum', page, 'remind:again')
    expect(again[0]?.say).toBe('好,接着提醒,晚上8点。')
    expect(await nightsOf(world, ['2026-12-27', '2026-12-28'])).toEqual(['2026-12-27', '2026-12-28'])
  })

  test('any answer begins the count again', async () => {
    const world = await opened()
    await reminded(world, 'mum', XIAOYU, '晚上8点')
    await nightsOf(world, SCHOOL_NIGHTS.slice(0, 9))
    expect(await row(world)).toEqual([8, SCHOOL_NIGHTS[8], 0])
    world.at(`${SCHOOL_NIGHTS[8]} 20:10`)
    await world.post('mum', { text: '作业40分钟' })
    expect(await nightsOf(world, SCHOOL_NIGHTS.slice(9, 13))).toEqual(SCHOOL_NIGHTS.slice(9, 13))
  })

  test('an answer to the fourteenth keeps them coming', async () => {
    const world = await opened()
    await reminded(world, 'mum', XIAOYU, '晚上8点')
    const sent = await nightsOf(world, SCHOOL_NIGHTS.slice(0, 21))
    expect(sent).toHaveLength(14)
    world.at(`${sent[13]} 22:00`)
    await world.post('mum', { text: '作业40分钟' })
    expect(await nightsOf(world, SCHOOL_NIGHTS.slice(21))).toEqual(SCHOOL_NIGHTS.slice(21))
  })

  test('once they rest an answer does not wake them: only the tap does', async () => {
    const world = await opened()
    await reminded(world, 'mum', XIAOYU, '晚上8点')
    await nightsOf(world, SCHOOL_NIGHTS.slice(0, 22))
    expect(await row(world)).toEqual([14, SCHOOL_NIGHTS[20], 1])
    world.at(`${SCHOOL_NIGHTS[22]} 19:00`)
    await world.post('mum', { text: '作业40分钟' })
    expect(await nightsOf(world, SCHOOL_NIGHTS.slice(23))).toEqual([])
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
