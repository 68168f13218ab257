import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { Unavailable } from '../../src/db/database.ts'
import { KFID } from '../fakes/wecom/index.ts'
import { kfStage } from './kf-stage.ts'
import { bind, hear, settle } from './stage.ts'

/** Parents in ordinary WeChat, beside the list that all channels keep: five answers to one word, for two days. */
let stage: Awaited<ReturnType<typeof kfStage>>
beforeAll(async () => {
  stage = await kfStage()
})
afterAll(() => stage.close())
beforeEach(() => stage.world.pass(61_000))

const HOUR = 3600_000
const send = (say: string, late?: boolean) =>
  stage.channel.send({ id: stage.world.id(), address: stage.address('mum'), reply: { say }, late })

test('the slip is scanned, the code comes with the opening, and the welcome carries the first question', async () => {
  expect(await bind(stage, 'mum', '小雨')).toContain('小雨加好了')
  const welcomed = stage.fake.state.calls.filter(call => call.path === '/cgi-bin/kf/send_msg_on_event')
  expect(welcomed).toHaveLength(1)
})

test('coming in again within two days is no news', async () => {
  const before = stage.heard('mum').length
  await stage.fake.kfEnter('wm_mum')
  await settle(stage)
  expect(stage.heard('mum').length).toBe(before)
})

test('what a turn says goes as one message', async () => {
  const before = stage.heard('mum').length
  expect(await hear(stage, 'mum', () => stage.say('mum', '作业50分钟 9点10睡'))).toContain('算进年级的平均数')
  expect(stage.heard('mum').length).toBe(before + 1)
  expect(stage.heard('mum').at(-1)?.buttons).toEqual(expect.arrayContaining(['算进去', '改一改']))
})

test('a menu over ten lines turns its pages, and a line on the second is taken', async () => {
  const choices = Array.from({ length: 12 }, (_, i) => ({ id: `p1.c:${i}`, label: `第${i}项` }))
  const message = { id: stage.world.id(), address: stage.address('mum'), reply: { say: '选', choices } }
  expect(await stage.channel.send(message)).toEqual({ outcome: 'sent' })
  expect(stage.heard('mum').at(-1)?.buttons).toHaveLength(10)
  expect(stage.heard('mum').at(-1)?.buttons.at(-1)).toBe('更多')
})

test('the head of a menu holds 1024 bytes; longer words are numbered lines', async () => {
  const choices = [{ id: 'p1.yes', label: '好' }]
  for (const [say, buttons] of [
    [`${'字'.repeat(341)}a`, 1],
    [`${'字'.repeat(341)}aa`, 0],
  ] as const) {
    await stage.fake.kfSay('wm_mum', '0')
    await settle(stage)
    const message = { id: stage.world.id(), address: stage.address('mum'), reply: { say, choices } }
    expect(await stage.channel.send(message)).toEqual({ outcome: 'sent' })
    expect(stage.heard('mum').at(-1)?.buttons.length).toBe(buttons)
  }
})

test('the sixth message is held until the next word, says so, and then the answer follows it', async () => {
  // By day, since news rests in the evening.
  stage.world.at('2026-11-24 12:10')
  await hear(stage, 'mum', () => stage.say('mum', '帮助'))
  for (let i = 0; i < 4; i++) expect(await send(`第${i}句`)).toEqual({ outcome: 'sent' })
  expect(await send('第六句')).toEqual({ outcome: 'hold' })
  const before = stage.heard('mum').length
  await stage.world.queue('wecom_kf', stage.account('mum'), { say: '这一句等着' })
  await settle(stage)
  expect(stage.heard('mum').length).toBe(before)
  await stage.say('mum', '帮助')
  for (let i = 0; i < 3; i++) await settle(stage)
  const said = stage
    .heard('mum')
    .slice(before)
    .map(one => one.say)
  expect(said[0]).toBe('刚才没能发出去,补上:\n这一句等着')
  expect(said[1]).toContain('一句话就行')
})

test('a long answer that the budget does not pay for says that there is more, and goes on after a word', async () => {
  await hear(stage, 'mum', () => stage.say('mum', '帮助'))
  for (let i = 0; i < 2; i++) await send(`第${i}句`)
  const say = Array.from({ length: 90 }, (_, i) => `第${i}句:作业写得久一点,也不是孩子的错。`).join('')
  const before = stage.heard('mum').length
  const message = { id: stage.world.id(), address: stage.address('mum'), reply: { say } }
  expect(await stage.channel.send(message)).toEqual({ outcome: 'hold' })
  expect(stage.heard('mum').at(-1)?.say).toContain('回一个字就接着发')
  await hear(stage, 'mum', () => stage.say('mum', '好'))
  expect(await stage.channel.send(message)).toEqual({ outcome: 'sent' })
  const all = stage
    .heard('mum')
    .slice(before)
    .map(one => one.say.replace(/\n\(还没说完.*/, ''))
  expect(all.filter(one => one.startsWith('第') || one.includes('孩子的错')).join('')).toBe(say)
})

test('after two days nothing is sent, and nothing is lost', async () => {
  await hear(stage, 'mum', () => stage.say('mum', '帮助'))
  stage.world.pass(48 * HOUR)
  expect(await send('太晚了')).toEqual({ outcome: 'hold' })
  expect(await hear(stage, 'mum', () => stage.say('mum', '帮助'))).toContain('一句话就行')
})

test('the platform counts too: when it says no, the message is held', async () => {
  await hear(stage, 'mum', () => stage.say('mum', '帮助'))
  stage.fake.failNext('/cgi-bin/kf/send_msg', { errcode: 95001, errmsg: 'send msg count limit' })
  expect(await send('一句')).toEqual({ outcome: 'hold' })
  expect(await send('再一句')).toEqual({ outcome: 'hold' })
})

test('over a crash between the turns and the place, no message is skipped and none is taken twice', async () => {
  const turns = async () =>
    Number((await stage.world.rows("SELECT count(*) FROM turn WHERE update_id LIKE 'kfmsg%'"))[0]?.[0])
  const answers = async () => Number((await stage.world.rows('SELECT count(*) FROM night_answer'))[0]?.[0])
  const cursor = async () => (await stage.world.rows("SELECT value FROM channel_memory WHERE kind = 'cursor'"))[0]?.[0]
  const [before, told, place] = [await turns(), await answers(), await cursor()]
  stage.fake.kfQuiet('wm_mum', '作业35分钟')
  stage.fake.kfQuiet('wm_mum', '作业36分钟')
  // The place cannot be kept: everything after the turns fails, as if the process had ended there.
  const { db } = stage.world
  const write = db.write.bind(db)
  db.write = statements =>
    statements.some(one => one.args.includes('cursor'))
      ? Promise.reject(new Unavailable('SQLITE_BUSY'))
      : write(statements)
  const { statuses } = await stage.fake.kfNotify()
  expect(statuses.every(status => status === 503)).toBe(true)
  expect(await cursor()).toBe(place)
  expect(await turns()).toBe(before + 2)
  db.write = write
  expect((await stage.fake.kfNotify()).statuses).toEqual([200])
  await settle(stage)
  expect(await turns()).toBe(before + 2)
  expect(await answers()).toBe(told + 2)
  expect(await cursor()).not.toBe(place)
})

test('a feed that WeCom did not tell of is read when the service begins', async () => {
  stage.fake.kfQuiet('wm_mum', '帮助')
  await stage.channel.begin?.(stage.world.service.take)
  for (let i = 0; i < 300 && !stage.fake.state.calls.some(call => call.path.includes('list')); i++) await pause()
  for (let i = 0; i < 300 && (await waiting()); i++) await pause()
  expect(await waiting()).toBe(false)
})

const waiting = async (): Promise<boolean> => {
  const kept = await stage.world.rows("SELECT value FROM channel_memory WHERE kind = 'cursor' AND owner = ?", KFID)
  return kept[0]?.[0] !== `cursor-${stage.fake.state.feed.length}`
}

const pause = () => new Promise(resolve => setTimeout(resolve, 10))

test('a failed message of our own and a word of a colleague are no turn', async () => {
  const before = await stage.world.rows('SELECT count(*) FROM turn')
  stage.fake.kfSystem('msg_send_fail')
  stage.fake.state.feed.push({
    msgid: 'ours',
    origin: 5,
    msgtype: 'text',
    external_userid: 'wm_mum',
    text: { content: '在' },
  })
  expect((await stage.fake.kfNotify()).statuses).toEqual([200])
  expect(await stage.world.rows('SELECT count(*) FROM turn')).toEqual(before)
})
