import { afterEach, beforeEach, expect, test } from 'vitest'
import { type FakeLark, startFakeLark } from './index.ts'

/** The fake refuses what the platform refuses, with its codes. */
const APP = { appId: 'cli_1', appSecret: 's', encryptKey: 'k', verificationToken: 't' }
let fake: FakeLark
let clock = 1_700_000_000_000
let token = ''
beforeEach(async () => {
  clock = 1_700_000_000_000
  fake = await startFakeLark({ ...APP, now: () => clock })
  fake.meet('ou_mum')
  token = (await auth('s')).tenant_access_token
})
afterEach(() => fake.close())

const json = async (path: string, body: object, method = 'POST') => {
  const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) }
  const answer = await fetch(`${fake.url}${path}`, { method, headers, body: JSON.stringify(body) })
  return { status: answer.status, ...JSON.parse(await answer.text()) }
}

const auth = (app_secret: string) =>
  json('/open-apis/auth/v3/tenant_access_token/internal', { app_id: 'cli_1', app_secret })

const send = (msg_type: string, content: object, more: object = {}) =>
  json('/open-apis/im/v1/messages?receive_id_type=open_id', {
    receive_id: 'ou_mum',
    msg_type,
    content: JSON.stringify(content),
    ...more,
  })

const card = (elements: object[], more: object = {}) => ({ schema: '2.0', body: { elements }, ...more })
const button = (n: number) => ({
  tag: 'button',
  text: { tag: 'plain_text', content: `${n}` },
  behaviors: [{ type: 'callback', value: {} }],
})

test('a wrong secret gets no token; a call without a token, or with an old one, is refused', async () => {
  expect(await auth('wrong')).toMatchObject({ code: 10014 })
  fake.expireTokens()
  expect(await send('text', { text: '在' })).toMatchObject({ status: 400, code: 99991663 })
  token = ''
  expect(await send('text', { text: '在' })).toMatchObject({ code: 99991661 })
})

test('somebody unknown, or out of reach, or who stopped the bot', async () => {
  expect(await send('text', { text: '在' }, { receive_id: 'ou_nobody' })).toMatchObject({ code: 230034 })
  fake.lose('ou_mum', 'stopped')
  expect(await send('text', { text: '在' })).toMatchObject({ code: 230053 })
})

test('a text over 150 KB, a card over 30 KB', async () => {
  expect(await send('text', { text: '字'.repeat(51_200) })).toMatchObject({ code: 230025 })
  const heavy = card([{ tag: 'div', text: { tag: 'plain_text', content: '字'.repeat(10_240) } }])
  expect(await send('interactive', heavy)).toMatchObject({ code: 230025 })
})

test('an unknown property, an unknown tag, an old kind of card, a card that is not to be updated', async () => {
  const bad = (content: object) => expect(send('interactive', content)).resolves.toMatchObject({ code: 230099 })
  await bad(card([{ ...button(1), colour: 'red' }]))
  await bad(card([{ tag: 'action', actions: [] }]))
  await bad({ elements: [] })
  await bad(card([button(1)], { config: { update_multi: false } }))
  await bad(card([button(1)], { note: 'x' }))
})

test('200 nodes are taken, one more is not; the text inside a button counts', async () => {
  const hundred = Array.from({ length: 100 }, (_, n) => button(n))
  expect(await send('interactive', card(hundred))).toMatchObject({ code: 0 })
  const refused = await send('interactive', card([...hundred, { tag: 'hr' }]))
  expect(refused.msg).toContain('11310')
})

test('five a second to one person', async () => {
  const codes: number[] = []
  for (let i = 0; i < 6; i++) codes.push((await send('text', { text: `${i}` })).code)
  expect(codes).toEqual([0, 0, 0, 0, 0, 230020])
  clock += 1001
  expect(await send('text', { text: '又可以了' })).toMatchObject({ code: 0 })
})

test('the same uuid is one message for an hour; one over 50 characters is refused', async () => {
  const first = await send('text', { text: '在' }, { uuid: 'u' })
  expect((await send('text', { text: '在' }, { uuid: 'u' })).data.message_id).toBe(first.data.message_id)
  expect(fake.sent).toHaveLength(1)
  expect(await send('text', { text: '在' }, { uuid: 'u'.repeat(51) })).toMatchObject({ code: 99992402 })
})

test('a card can be changed for fourteen days', async () => {
  const { data } = await send('interactive', card([button(1)]))
  const patch = () =>
    json(`/open-apis/im/v1/messages/${data.message_id}`, { content: JSON.stringify(card([button(2)])) }, 'PATCH')
  expect(await patch()).toMatchObject({ code: 0 })
  clock += 15 * 24 * 3600_000
  expect(await patch()).toMatchObject({ code: 230031 })
})
