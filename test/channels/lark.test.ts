import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { postToGroup } from '../../bots/lark/group.ts'
import { larkChannel } from '../../bots/lark/index.ts'
import { LONGEST_TEXT } from '../../bots/lark/render.ts'
import { Unavailable } from '../../src/db/database.ts'
import { startFakeLark } from '../fakes/lark/index.ts'
import { newWorld } from '../support/world.ts'
import { APP, larkStage } from './lark-stage.ts'
import { bind, hear, settle } from './stage.ts'

/** What is Lark's own, beside the list that all channels keep. */
let stage: Awaited<ReturnType<typeof larkStage>>
beforeAll(async () => {
  stage = await larkStage()
  await bind(stage, 'mum', '小雨')
})
afterAll(() => stage.close())
beforeEach(() => stage.world.pass(60_000))

const send = (reply: object, id = stage.world.id()) =>
  stage.channel.send({ id, address: 'ou_mum', reply: { say: '', ...reply } })

test('a tapped button is marked on its card, the others stay, and a word says that it was taken', async () => {
  await hear(stage, 'mum', () => stage.say('mum', '报作业'))
  const card = stage.fake.sentTo('ou_mum').at(-1)
  await hear(stage, 'mum', () => stage.tap('mum', '40分钟'))
  expect(card?.edits).toBe(1)
  const labels = card?.tappable.map(({ label }) => label)
  expect(labels).toContain('✅ 40分钟')
  expect(labels).toContain('60分钟')
  expect(stage.fake.toasts.at(-1)).toBe('success 收到')
})

test('a tap that cannot be stored is said so on the screen, since Lark never asks again', async () => {
  await hear(stage, 'mum', () => stage.say('mum', '报作业'))
  const { db } = stage.world
  const write = db.write.bind(db)
  db.write = () => Promise.reject(new Unavailable('SQLITE_BUSY'))
  expect(await stage.tap('mum', '60分钟')).toEqual([200])
  db.write = write
  expect(stage.fake.toasts.at(-1)).toBe('error 没存上,请再点一次')
  expect(await hear(stage, 'mum', () => stage.tap('mum', '60分钟'))).toContain('60分钟')
})

test('opening the chat for the first time is greeted, later openings are not', async () => {
  const before = stage.heard('new').length
  await stage.fake.enter('ou_new', true)
  await settle(stage)
  expect(stage.heard('new').slice(before)[0]?.say).toContain('邀请码')
  await stage.fake.enter('ou_new', false)
  await settle(stage)
  expect(stage.heard('new').length).toBe(before + 1)
})

test('the same message under another event id is still one message', async () => {
  const twice = { message_id: 'om_same', create_time: String(stage.world.now()), chat_type: 'p2p' }
  const event = {
    sender: { sender_id: { open_id: 'ou_mum' }, sender_type: 'user' },
    message: { ...twice, message_type: 'text', content: '{"text":"作业35分钟"}' },
  }
  for (const _ of [1, 2]) expect((await stage.fake.push('im.message.receive_v1', event)).statuses).toEqual([200])
  await settle(stage)
  expect(await stage.world.rows("SELECT count(*) FROM turn WHERE update_id = 'om_same'")).toEqual([[1]])
})

test('an event of another app, a message of a group and one of a bot take no turn', async () => {
  const before = await stage.world.rows('SELECT count(*) FROM turn')
  const message = { message_id: 'om_x', create_time: '1', message_type: 'text', content: '{"text":"作业35分钟"}' }
  const sender = { sender_id: { open_id: 'ou_mum' }, sender_type: 'user' }
  await stage.fake.push('im.message.receive_v1', { sender, message: { ...message, chat_type: 'group' } })
  await stage.fake.push('im.message.receive_v1', {
    sender: { ...sender, sender_type: 'app' },
    message: { ...message, chat_type: 'p2p' },
  })
  expect(await stage.world.rows('SELECT count(*) FROM turn')).toEqual(before)
})

test('a message that was sent and not marked so is not shown twice when it is sent again', async () => {
  const before = stage.heard('mum').length
  const id = stage.world.id()
  expect(await send({ say: '只说一次' }, id)).toEqual({ outcome: 'sent' })
  expect(await send({ say: '只说一次' }, id)).toEqual({ outcome: 'sent' })
  expect(stage.heard('mum').length).toBe(before + 1)
})

test('at the limit of one text, and one byte beyond: one message, then two, no character broken', async () => {
  for (const [say, parts] of [
    ['字'.repeat(LONGEST_TEXT / 3), 1],
    [`${'字'.repeat(LONGEST_TEXT / 3)}a`, 2],
    [`a${'字'.repeat(LONGEST_TEXT / 3)}`, 2],
  ] as const) {
    const before = stage.heard('mum').length
    expect(await send({ say })).toEqual({ outcome: 'sent' })
    const said = stage.heard('mum').slice(before)
    expect(said.length).toBe(parts)
    expect(said.map(one => one.say).join('')).toBe(say)
  }
})

test.each([1, 20, 21, 60, 61])('%i choices are taken by the platform', async n => {
  const choices = Array.from({ length: n }, (_, i) => ({ id: `p1.c:${i}`, label: `第${i}项` }))
  const before = stage.heard('mum').length
  expect(await send({ say: '选一个', choices })).toEqual({ outcome: 'sent' })
  const [heard] = stage.heard('mum').slice(before)
  expect(`${heard?.say}${heard?.buttons}`).toContain(`第${n - 1}项`)
  expect(heard?.buttons.length).toBe(n > 60 ? 0 : n)
})

test('a card that would weigh over 30 KB becomes texts with numbered lines', async () => {
  const choices = [{ id: 'p1.yes', label: '好' }]
  const before = stage.heard('mum').length
  expect(await send({ say: '字'.repeat(10_500), choices })).toEqual({ outcome: 'sent' })
  expect(stage.heard('mum').slice(before).at(-1)?.say).toContain('1. 好')
})

test('markup and mentions in words stay words', async () => {
  const before = stage.heard('mum').length
  const say = '**小雨** <at id=all></at> [点我](http://x)'
  expect(await send({ say, choices: [{ id: 'p1.a', label: '好' }] })).toEqual({ outcome: 'sent' })
  expect(stage.heard('mum').slice(before)[0]?.say).toBe(say)
})

test('a picture is uploaded and shown before its words', async () => {
  const before = stage.heard('mum').length
  expect(await send({ say: '两周', image: 'data:image/png;base64,iVBORw0KGgo=' })).toEqual({ outcome: 'sent' })
  expect(
    stage
      .heard('mum')
      .slice(before)
      .map(one => one.say),
  ).toEqual([expect.stringMatching(/^\[image/), '两周'])
})

test('a wrong secret is no reason to lose a message: it is tried again, and somebody is told', async () => {
  const logged: string[] = []
  const channel = larkChannel({
    ...{ ...APP, appSecret: 'wrong', domain: stage.fake.url, mode: 'webhook' },
    shown: async () => undefined,
    onUnknown: () => undefined,
    log: event => logged.push(event),
  })
  const delivery = await channel.send({ id: stage.world.id(), address: 'ou_mum', reply: { say: '在' } })
  expect(delivery).toMatchObject({ outcome: 'again' })
  expect(logged).toEqual(['lark.alarm'])
})

test('without the encrypt key or the verification token it does not begin', () => {
  const base = { appId: 'cli_1', appSecret: 's', mode: 'webhook' as const, shown: async () => undefined }
  const rest = { onUnknown: () => undefined, log: () => undefined }
  expect(() => larkChannel({ ...base, ...rest, verificationToken: 't' })).toThrow('LARK_ENCRYPT_KEY')
  expect(() => larkChannel({ ...base, ...rest, encryptKey: 'k' })).toThrow('LARK_VERIFICATION_TOKEN')
  expect(() => larkChannel({ ...base, ...rest, mode: 'socket' })).not.toThrow()
})

test('the long connection carries the whole conversation, comes back when it is cut, and ends', async () => {
  const fake = await startFakeLark({ ...APP })
  const world = await newWorld(({ now, metrics }) => [
    larkChannel({
      appId: APP.appId,
      appSecret: APP.appSecret,
      domain: fake.url,
      mode: 'socket',
      now,
      shown: async () => undefined,
      onUnknown: kind => metrics.unknown(kind, 'lark'),
      log: () => undefined,
    }),
  ])
  const channel = world.channel('lark')
  await channel.begin?.(world.service.take)
  await until(() => fake.socket.isConnected())
  fake.useSocket()
  expect((await fake.say('ou_mum', 'AAAA222333')).statuses).toEqual([200])
  await world.service.idle()
  expect(fake.sentTo('ou_mum').at(-1)?.say).toContain('小雨')
  world.pass(5000)
  await fake.tap('ou_mum', '是')
  await world.service.idle()
  expect(fake.sentTo('ou_mum').at(-1)?.say).toContain('哪一位')
  expect(fake.toasts).toEqual(['success 收到'])
  fake.socket.cut()
  await until(() => fake.socket.connections() === 2)
  expect((await fake.say('ou_mum', '帮助')).statuses).toEqual([200])
  const { db } = world
  const write = db.write.bind(db)
  db.write = () => Promise.reject(new Unavailable('SQLITE_BUSY'))
  expect((await fake.say('ou_mum', '帮助')).statuses).toEqual([500])
  db.write = write
  await channel.end?.()
  await until(() => !fake.socket.isConnected())
  await world.service.idle()
  await fake.close()
  await world.close()
})

const until = async (holds: () => boolean): Promise<void> => {
  for (let i = 0; i < 500 && !holds(); i++) await new Promise(resolve => setTimeout(resolve, 10))
  expect(holds()).toBe(true)
}

test('a group bot posts with its sign; a wrong one is refused, and a removed one is dead', async () => {
  const bot = stage.fake.addGroupBot('hook-1', 'secret')
  const document = { title: '三年级', text: '平均每天52分钟', url: 'https://wanling.example/d/1' }
  expect(await postToGroup({ hook: bot.url, secret: 'secret' }, document, Date.now())).toEqual({ outcome: 'sent' })
  expect(JSON.stringify(bot.heard)).toContain('52分钟')
  expect(await postToGroup({ hook: bot.url, secret: 'other' }, document, Date.now())).toMatchObject({
    outcome: 'refused',
  })
  expect(await postToGroup({ hook: bot.url, secret: 'secret' }, document, 0)).toMatchObject({ outcome: 'refused' })
  bot.turnOff()
  expect(await postToGroup({ hook: bot.url, secret: 'secret' }, document, Date.now())).toMatchObject({
    outcome: 'gone',
  })
})
