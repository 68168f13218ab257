import { afterEach, beforeEach, expect, test } from 'vitest'
import { type FakeWecom, KFID, startFakeWecom } from './index.ts'

/** The fake refuses what the platform refuses, with its codes. */
const CORP = {
  corpId: 'ww1',
  agentId: 1,
  secret: 's',
  kfSecret: 'k',
  token: 't',
  encodingAesKey: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C',
}
let fake: FakeWecom
let clock = 1_700_000_000_000
let token = ''
let kfToken = ''
beforeEach(async () => {
  clock = 1_700_000_000_000
  fake = await startFakeWecom({ ...CORP, now: () => clock })
  fake.state.members.add('mum')
  token = (await auth('s')).access_token
  kfToken = (await auth('k')).access_token
})
afterEach(() => fake.close())

const ask = async (path: string, body?: object) => {
  const init = body ? { method: 'POST', body: JSON.stringify(body) } : {}
  return JSON.parse(await (await fetch(`${fake.url}/cgi-bin/${path}`, init)).text())
}
const auth = (secret: string, corp = 'ww1') => ask(`gettoken?corpid=${corp}&corpsecret=${secret}`)
const send = (msgtype: string, content: object, more: object = {}) =>
  ask(`message/send?access_token=${token}`, { touser: 'mum', agentid: 1, msgtype, [msgtype]: content, ...more })
const kf = (path: string, body: object) => ask(`kf/${path}?access_token=${kfToken}`, { open_kfid: KFID, ...body })

const buttons = (n: number, task_id = 'task') => ({
  card_type: 'button_interaction',
  task_id,
  main_title: { title: '选一个' },
  button_list: Array.from({ length: n }, (_, i) => ({ text: `${i}`, key: `k${i}` })),
})
const vote = (n: number, id = (i: number) => `o${i}`) => ({
  card_type: 'vote_interaction',
  task_id: `vote-${n}-${id(0).length}`,
  main_title: { title: '选一个' },
  checkbox: { question_key: 'q', option_list: Array.from({ length: n }, (_, i) => ({ id: id(i), text: `${i}` })) },
  submit_button: { text: '好', key: 's' },
})

test('wrong corp, wrong secret, no token, an old token, a token of another secret', async () => {
  expect(await auth('s', 'ww2')).toMatchObject({ errcode: 40013 })
  expect(await auth('x')).toMatchObject({ errcode: 40001 })
  token = kfToken
  expect(await send('text', { content: '在' })).toMatchObject({ errcode: 48002 })
  fake.revokeTokens()
  expect(await send('text', { content: '在' })).toMatchObject({ errcode: 40014 })
  token = ''
  expect(await send('text', { content: '在' })).toMatchObject({ errcode: 41001 })
})

test('nobody known is an error; somebody left out is none, and is named', async () => {
  expect(await send('text', { content: '在' }, { touser: 'x' })).toMatchObject({ errcode: 81013 })
  expect(await send('text', { content: '在' }, { touser: 'mum|x' })).toMatchObject({ errcode: 0, invaliduser: 'x' })
  expect(await send('text', { content: '在' }, { agentid: 2 })).toMatchObject({ errcode: 301002 })
})

test('a longer text is cut at 2048 bytes without a word, inside a character', async () => {
  expect(await send('text', { content: '字'.repeat(683) })).toMatchObject({ errcode: 0 })
  expect(fake.sent[0]?.say).toContain('\ufffd')
  expect(await send('text', { content: '' })).toMatchObject({ errcode: 44004 })
})

test('seven buttons, twenty-one options, an id of 129 bytes, keys that repeat, a task that was taken', async () => {
  expect(await send('template_card', buttons(6))).toMatchObject({ errcode: 0 })
  expect(await send('template_card', buttons(6))).toMatchObject({ errcode: 42014 })
  expect(await send('template_card', buttons(7, 'other'))).toMatchObject({ errcode: 42040 })
  const twice = { ...buttons(2, 'twice'), button_list: [0, 1].map(() => ({ text: '好', key: 'k' })) }
  expect(await send('template_card', twice)).toMatchObject({ errcode: 42041 })
  expect(await send('template_card', vote(20))).toMatchObject({ errcode: 0 })
  expect(await send('template_card', vote(21))).toMatchObject({ errcode: 42039 })
  expect(
    await send(
      'template_card',
      vote(1, () => `${'字'.repeat(42)}aaa`),
    ),
  ).toMatchObject({ errcode: 42039 })
  expect(await send('template_card', { ...buttons(1, '任务') })).toMatchObject({ errcode: 42014 })
  fake.state.hasCallback = false
  expect(await send('template_card', buttons(1, 'last'))).toMatchObject({ errcode: 43012 })
})

test('a response code is good once, for 72 hours', async () => {
  const update = (response_code: string) =>
    ask(`message/update_template_card?access_token=${token}`, {
      userids: ['mum'],
      agentid: 1,
      response_code,
      button: { replace_name: '好' },
    })
  const first = (await send('template_card', buttons(1, 'one'))).response_code
  expect(await update(first)).toMatchObject({ errcode: 0 })
  expect(await update(first)).toMatchObject({ errcode: 42045 })
  const second = (await send('template_card', buttons(1, 'two'))).response_code
  clock += 73 * 3600_000
  expect(await update(second)).toMatchObject({ errcode: 42045 })
})

test('the thirty-first message of a minute vanishes', async () => {
  for (let i = 0; i < 31; i++) expect(await send('text', { content: `${i}` })).toMatchObject({ errcode: 0 })
  expect([fake.sent.length, fake.state.dropped.length]).toEqual([30, 1])
})

test('微信客服: nobody who has not written, five after a word, none after two days', async () => {
  const say = () => kf('send_msg', { touser: 'wm', msgtype: 'text', text: { content: '在' } })
  expect(await say()).toMatchObject({ errcode: 95018 })
  fake.kfQuiet('wm', '你好')
  for (let i = 0; i < 5; i++) expect(await say()).toMatchObject({ errcode: 0 })
  expect(await say()).toMatchObject({ errcode: 95001 })
  fake.kfQuiet('wm', '你好')
  clock += 49 * 3600_000
  expect(await say()).toMatchObject({ errcode: 95018 })
})

test('微信客服: a menu of eleven lines, a head of 1025 bytes, an id of 65', async () => {
  fake.kfQuiet('wm', '你好')
  const menu = (lines: number, head = '选', id = 'i') =>
    kf('send_msg', {
      touser: 'wm',
      msgtype: 'msgmenu',
      msgmenu: {
        head_content: head,
        list: Array.from({ length: lines }, (_, n) => ({ type: 'click', click: { id: `${id}${n}`, content: '行' } })),
      },
    })
  expect(await menu(10)).toMatchObject({ errcode: 0 })
  expect(await menu(11)).toMatchObject({ errcode: 40058 })
  expect(await menu(1, 'x'.repeat(1025))).toMatchObject({ errcode: 40058 })
  expect(await menu(1, '选', 'i'.repeat(64))).toMatchObject({ errcode: 40058 })
})

test('学校通知 reaches those who subscribed and names the others; a robot has its rate', async () => {
  const parent = { external_userid: 'wm', children: [] }
  fake.state.parents.push(
    { ...parent, parent_userid: 'p1', is_subscribe: 1 },
    { ...parent, parent_userid: 'p2', is_subscribe: 0 },
  )
  const notice = (to_parent_userid: string[]) =>
    ask(`externalcontact/message/send?access_token=${token}`, {
      to_parent_userid,
      agentid: 1,
      msgtype: 'news',
      news: { articles: [{ title: '今晚', url: 'https://x/1' }] },
    })
  expect(await notice(['p1', 'p2'])).toMatchObject({ errcode: 0, invalid_parent_userid: ['p2'] })
  expect(await notice(['p2'])).toMatchObject({ errcode: 81013 })
  fake.addRobot('r')
  const robot = () => ask('webhook/send?key=r', { msgtype: 'text', text: { content: '在' } })
  for (let i = 0; i < 20; i++) expect(await robot()).toMatchObject({ errcode: 0 })
  expect(await robot()).toMatchObject({ errcode: 45009 })
  expect(await ask('webhook/send?key=x', { msgtype: 'text', text: { content: '在' } })).toMatchObject({
    errcode: 93000,
  })
})
