import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { NotStored } from '../../src/chat/channel.ts'
import { ANSWER, newStage, OTHER_PARENT, PARENT, type Stage } from '../../test/fakes/telegram/stage.ts'

let stage: Stage
beforeEach(async () => {
  stage = await newStage({ mode: 'polling', webhookSecret: undefined })
})
afterEach(() => stage.close())

const callsOf = (method: string) => stage.fake.calls.filter(call => call.method === method)
const words = () => stage.turns.map(({ content }) => (content.kind === 'text' ? content.text : content.kind))
const offsets = () => callsOf('getUpdates').map(({ params }) => params.offset)
const pause = (ms: number) => new Promise<void>(resolve => setTimeout(resolve, ms))

test('nothing is asked before begin; then the webhook goes and the asking starts', async () => {
  expect(stage.fake.calls).toEqual([])
  await stage.begin()
  await stage.fake.until(() => callsOf('getUpdates').length === 1)
  expect(stage.fake.calls[0]).toMatchObject({ method: 'deleteWebhook', params: {} })
  expect(callsOf('getUpdates')[0]?.params).toEqual({
    offset: 0,
    timeout: 50,
    allowed_updates: ['message', 'edited_message', 'callback_query', 'my_chat_member'],
  })
  await stage.fake.until(() => stage.fake.commands.size === 3)
})

test('without a secret the webhook believes nobody', async () => {
  const answer = await stage.app.request('/hooks/telegram', { method: 'POST', body: '{"update_id":1}' })
  expect(answer.status).toBe(401)
})

test('an update is confirmed after it is stored, not before', async () => {
  await stage.begin()
  let store = (): void => {}
  stage.kernel.take = () =>
    new Promise(resolve => {
      store = () => resolve(ANSWER)
    })
  let confirmed = false
  const said = stage.fake.say(PARENT, '一').then(() => {
    confirmed = true
  })
  await stage.fake.until(() => stage.turns.length === 1)
  await pause(30)
  expect(confirmed).toBe(false)
  store()
  await said
  expect(offsets().at(-1)).toBe(Number(stage.turns[0]?.updateId) + 1)
})

describe('order', () => {
  test('is kept within a chat, and chats do not wait for each other', async () => {
    const running: string[] = []
    stage.kernel.take = async ({ content, account }) => {
      const text = content.kind === 'text' ? content.text : ''
      running.push(`${text} begins`)
      await pause(account === String(PARENT) ? 30 : 1)
      running.push(`${text} ends`)
      return ANSWER
    }
    const said = [stage.fake.say(PARENT, 'a1'), stage.fake.say(PARENT, 'a2'), stage.fake.say(OTHER_PARENT, 'b1')]
    await stage.begin()
    await Promise.all(said)
    expect(running.indexOf('a1 ends')).toBeLessThan(running.indexOf('a2 begins'))
    expect(running.indexOf('b1 ends')).toBeLessThan(running.indexOf('a1 ends'))
  })

  test('many chats at once stay under the ceiling', async () => {
    let now = 0
    let most = 0
    stage.kernel.take = async () => {
      most = Math.max(most, ++now)
      await pause(5)
      now -= 1
      return ANSWER
    }
    const said = Array.from({ length: 60 }, (_, n) => stage.fake.say(1000 + n, 'x'))
    await stage.begin()
    await Promise.all(said)
    expect([most, stage.turns.length]).toEqual([16, 60])
  })
})

test('what could not be stored is tried again in its place, by the back-off', async () => {
  let failures = 3
  stage.kernel.take = async () => {
    failures -= 1
    if (failures >= 0) throw new NotStored()
    return ANSWER
  }
  const said = [stage.fake.say(PARENT, '一'), stage.fake.say(PARENT, '二')]
  await stage.begin()
  await Promise.all(said)
  expect(words()).toEqual(['一', '一', '一', '一', '二'])
  expect(stage.pauses).toEqual([1000, 2000, 4000])
  expect(stage.logged).toContainEqual({ event: 'telegram.update.failed', fields: { error: 'NotStored', tries: 1 } })
})

test('an update that fails by our own fault is passed over in the end', async () => {
  stage.kernel.take = async ({ content }) => {
    if (content.kind === 'text' && content.text === '坏') throw new TypeError('小雨')
    return ANSWER
  }
  const said = [stage.fake.say(PARENT, '坏'), stage.fake.say(PARENT, '好')]
  await stage.begin()
  await Promise.all(said)
  expect(words().filter(text => text === '坏')).toHaveLength(10)
  expect(stage.logged.at(-1)).toEqual({ event: 'telegram.update.failed', fields: { error: 'TypeError', tries: 10 } })
})

test('faults of the platform are waited out', async () => {
  stage.fake.failNext('deleteWebhook', { error_code: 401, description: 'Unauthorized' }, 2)
  stage.fake.failNext('getUpdates', {
    error_code: 429,
    description: 'Too Many Requests',
    parameters: { retry_after: 7 },
  })
  stage.fake.failNext('getUpdates', 'drop', 2)
  const said = stage.fake.say(PARENT, '一')
  await stage.begin()
  await said
  expect(stage.pauses).toEqual([1000, 2000, 7000, 2000])
  expect(stage.logged.map(({ event, fields }) => [event, fields.error])).toEqual([
    ['telegram.webhook.failed', '401'],
    ['telegram.webhook.failed', '401'],
    ['telegram.poll.failed', '429'],
    ['telegram.poll.failed', 'network'],
  ])
})

describe('the end', () => {
  test('drops the open question at once', async () => {
    await stage.begin()
    await stage.fake.until(() => callsOf('getUpdates').length === 1)
    const before = Date.now()
    await stage.channel.end?.()
    expect(Date.now() - before).toBeLessThan(500)
  })

  test('finishes the update in hand and begins no other', async () => {
    let stored = 0
    stage.kernel.take = async () => {
      await pause(30)
      stored += 1
      return ANSWER
    }
    void stage.fake.say(PARENT, '一')
    void stage.fake.say(PARENT, '二')
    await stage.begin()
    await stage.fake.until(() => stage.turns.length === 1)
    await stage.channel.end?.()
    expect([stored, words()]).toEqual([1, ['一']])
    expect(offsets()).toEqual([0])
  })

  test('ends the waiting for a store that never comes back', async () => {
    stage.kernel.take = () => Promise.reject(new NotStored())
    void stage.fake.say(PARENT, '一')
    await stage.begin()
    await stage.fake.until(() => stage.turns.length > 2)
    await stage.channel.end?.()
  })
})
