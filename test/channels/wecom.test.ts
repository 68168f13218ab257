import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { postToGroup } from '../../bots/wecom/robot.ts'
import { bind, hear, settle } from './stage.ts'
import { wecomStage } from './wecom-stage.ts'

/** What is the WeCom app's own, beside the list that all channels keep. */
let stage: Awaited<ReturnType<typeof wecomStage>>
beforeAll(async () => {
  stage = await wecomStage()
  await bind(stage, 'mum', '小雨')
})
afterAll(() => stage.close())
beforeEach(() => stage.world.pass(61_000))

const send = (reply: object, id = stage.world.id()) =>
  stage.channel.send({ id, address: 'mum', reply: { say: '', ...reply } })

const heardNow = async (act: () => Promise<unknown>) => {
  const before = stage.heard('mum').length
  await act()
  return stage.heard('mum').slice(before)
}

const choices = (n: number, label = (i: number) => `第${i}项`) =>
  Array.from({ length: n }, (_, i) => ({ id: `p1.c:${i}`, label: label(i) }))

test('the address proves itself when it is saved', async () => {
  expect(await stage.fake.verify('1616140317555161061')).toEqual({ status: 200, body: '1616140317555161061' })
})

test('one short answer travels in the response itself, and a repeat answers it again', async () => {
  const calls = stage.fake.state.calls.length
  const [heard] = await heardNow(() => hear(stage, 'mum', () => stage.say('mum', '哈哈哈')))
  expect(heard?.say).toBeTruthy()
  expect(stage.fake.sentTo('mum').at(-1)?.passive).toBe(true)
  expect(stage.fake.state.calls.slice(calls).map(call => call.path)).not.toContain('/cgi-bin/message/send')
  expect((await stage.fake.again()).passive).toContain(heard?.say)
})

test('a tapped card shows what was taken and takes no second tap', async () => {
  await hear(stage, 'mum', () => stage.say('mum', '报作业'))
  const card = stage.fake.sentTo('mum').at(-1)
  expect(await hear(stage, 'mum', () => stage.tap('mum', '40分钟'))).toContain('40分钟')
  expect(card?.tappable).toEqual([])
  expect(card?.say).toContain('(40分钟)')
})

test('two taps in one second are two turns', async () => {
  const ids = async () => Number((await stage.world.rows('SELECT count(*) FROM turn'))[0]?.[0])
  const before = await ids()
  const fields = (key: string, code: string) =>
    `<EventKey><![CDATA[${key}]]></EventKey><TaskId>t1</TaskId><ResponseCode>${code}</ResponseCode>`
  await stage.fake.event('mum', 'template_card_event', fields('go:help', 'rc-a'))
  await stage.fake.event('mum', 'template_card_event', fields('go:help', 'rc-b'))
  await stage.fake.event('mum', 'template_card_event', fields('go:help', 'rc-b'))
  await settle(stage)
  expect(await ids()).toBe(before + 2)
})

test('somebody new is greeted', async () => {
  stage.fake.state.members.add('new')
  await stage.fake.event('new', 'subscribe')
  await settle(stage)
  expect(stage.heard('new')[0]?.say).toContain('邀请码')
})

test('a callback of another app of the corp takes no turn', async () => {
  const before = await stage.world.rows('SELECT count(*) FROM turn')
  const inner = '<Content>作业50分钟</Content><MsgId>1</MsgId><AgentID>999</AgentID>'
  await stage.fake.post('mum', 'text', inner).catch(() => undefined)
  expect(await stage.world.rows("SELECT count(*) FROM turn WHERE update_id = '1'")).toEqual([[0]])
  expect(before.length).toBe(1)
})

describe('limits', () => {
  test.each([
    ['字'.repeat(682), 1],
    [`${'字'.repeat(682)}aa`, 1],
    [`${'字'.repeat(682)}aaa`, 2],
    ['字'.repeat(683), 2],
    [`a${'字'.repeat(682)}a`, 1],
    [`aa${'字'.repeat(682)}b`, 2],
  ])('a text of 2046 to 2049 bytes is cut between characters, or not at all (%#)', async (say, parts) => {
    const heard = await heardNow(() => send({ say }))
    expect(heard.length).toBe(parts)
    expect(heard.map(one => one.say).join('')).toBe(say)
  })

  test.each([
    [1, 'button_interaction'],
    [6, 'button_interaction'],
    [7, 'vote_interaction'],
    [20, 'vote_interaction'],
  ])('%i choices are a %s', async (n, kind) => {
    const heard = await heardNow(() => send({ say: '选一个', choices: choices(n) }))
    expect(heard.at(-1)?.buttons.length).toBe(n)
    const sent = stage.fake.state.calls.findLast(call => call.path === '/cgi-bin/message/send')
    expect(JSON.stringify(sent?.body)).toContain(kind)
  })

  test('21 choices are numbered lines', async () => {
    const [heard] = await heardNow(() => send({ say: '选一个', choices: choices(21) }))
    expect(heard?.say).toContain('21. 第20项')
    expect(heard?.buttons).toEqual([])
  })

  test('a label too long for a button is an option of a vote', async () => {
    const heard = await heardNow(() => send({ say: '选', choices: choices(2, i => `这一项的名字有十一个字${i}`) }))
    expect(heard.at(-1)?.buttons.length).toBe(2)
  })

  test('words too long for a card go before it', async () => {
    const say = `${'很长的一句话。'.repeat(40)}`
    const heard = await heardNow(() => send({ say, choices: choices(2) }))
    expect(heard.map(one => one.buttons.length)).toEqual([0, 2])
    expect(heard[0]?.say).toBe(say)
  })

  test('in a minute a member gets no more than the platform lets through; the rest waits, none vanishes', async () => {
    const outcomes: string[] = []
    for (let i = 0; i < 40; i++) outcomes.push((await send({ say: `第${i}句` })).outcome)
    expect(outcomes.filter(outcome => outcome === 'sent').length).toBe(28)
    expect(outcomes.at(-1)).toBe('wait')
    expect(stage.fake.state.dropped).toEqual([])
    stage.world.pass(60_001)
    expect(await send({ say: '又可以了' })).toEqual({ outcome: 'sent' })
  })
})

test('a card that got through before its answer was lost is not shown twice', async () => {
  const id = stage.world.id()
  const reply = { say: '选一个', choices: choices(2) }
  const heard = await heardNow(async () => {
    expect(await send(reply, id)).toEqual({ outcome: 'sent' })
    expect(await send(reply, id)).toEqual({ outcome: 'sent' })
  })
  expect(heard.length).toBe(1)
})

test('a picture is uploaded and shown before its words', async () => {
  const heard = await heardNow(() => send({ say: '两周', image: 'data:image/png;base64,iVBORw0KGgo=' }))
  expect(heard.map(one => one.say)).toEqual([expect.stringMatching(/^\[image/), '两周'])
})

test('a link and a file are written out', async () => {
  const link = { label: '打开', url: 'https://wanling.example/n/1' }
  const [heard] = await heardNow(() => send({ say: '看这里', link, file: { name: 'a.csv', url: 'https://x/1' } }))
  expect(heard?.say).toBe('看这里\n打开 https://wanling.example/n/1\na.csv\nhttps://x/1')
})

test('the token is asked for once by many at the same time, and once more when it is revoked', async () => {
  stage.fake.revokeTokens()
  const before = stage.fake.state.issued
  await Promise.all(Array.from({ length: 8 }, (_, i) => send({ say: `第${i}句` })))
  expect(stage.fake.state.issued).toBe(before + 1)
})

test('an address that is not listed is an alarm that names the code, and the message stays', async () => {
  stage.fake.failNext('/cgi-bin/message/send', { errcode: 60020, errmsg: 'not allow to access from your ip' })
  expect(await send({ say: '在' })).toMatchObject({ outcome: 'again', error: '60020' })
  expect(stage.logged.at(-1)).toEqual({ event: 'wecom.alarm', fields: { code: 60020 } })
})

test('a group robot posts a document, waits at its rate, and is dead when it was removed', async () => {
  const robot = stage.fake.addRobot('key-1')
  const at = { key: 'key-1', root: stage.fake.url }
  const document = { title: '三年级', text: '平均每天52分钟', url: 'https://wanling.example/d/1' }
  for (let i = 0; i < 20; i++) expect(await postToGroup(at, document)).toEqual({ outcome: 'sent' })
  expect(robot.heard[0]).toBe('三年级\n平均每天52分钟\nhttps://wanling.example/d/1')
  expect(await postToGroup(at, document)).toMatchObject({ outcome: 'wait' })
  robot.remove()
  expect(await postToGroup(at, document)).toMatchObject({ outcome: 'gone' })
})
