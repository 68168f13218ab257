import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { NotStored } from '../../src/chat/channel.ts'
import { ANSWER, newStage, PARENT, SECRET, type Stage } from '../../test/fakes/telegram/stage.ts'

const choices = [
  { id: 'p7.m:40', label: '40分钟' },
  { id: 'p7.m:60', label: '60分钟' },
]

let stage: Stage
beforeEach(async () => {
  stage = await newStage()
  await stage.channel.send({ id: 'm1', address: String(PARENT), reply: { say: '大概多久?', choices } })
  await stage.fake.useWebhook(await stage.open(), SECRET)
})
afterEach(() => stage.close())

const callsOf = (method: string) => stage.fake.calls.filter(call => call.method === method)
const labels = () => stage.fake.sent[0]?.buttons.flat().map(({ text }) => text)

describe('a tap', () => {
  test('is a choice, is answered, and shows on its button', async () => {
    await stage.fake.tap(PARENT, '40分钟')
    expect(stage.turns).toMatchObject([{ content: { kind: 'choice', id: 'p7.m:40' }, address: String(PARENT) }])
    await stage.fake.until(() => labels()?.[0] === '✅ 40分钟')
    expect(labels()).toEqual(['✅ 40分钟', '60分钟'])
    expect(callsOf('answerCallbackQuery')).toHaveLength(1)
    expect(stage.logged).toEqual([])
  })

  test('on another button moves the mark', async () => {
    await stage.fake.tap(PARENT, 'p7.m:40')
    await stage.fake.until(() => labels()?.[0] === '✅ 40分钟')
    await stage.fake.tap(PARENT, 'p7.m:60')
    await stage.fake.until(() => labels()?.[1] === '✅ 60分钟')
    expect(labels()).toEqual(['40分钟', '✅ 60分钟'])
  })

  test('is taken without waiting for the platform', async () => {
    stage.fake.failNext('answerCallbackQuery', 'hang')
    stage.fake.failNext('editMessageReplyMarkup', 'hang')
    expect(await stage.fake.tap(PARENT, '40分钟')).toMatchObject({ attempts: [{ status: 200, body: '' }] })
  })

  test('in a rush of taps every one is answered, and marks have a third of the calls that the platform grants', async () => {
    const inline_keyboard = [choices.map(({ id, label }) => ({ text: label, callback_data: id }))]
    const tapOn = (message_id: number) => ({
      ...{ id: `q${message_id}`, from: { id: PARENT }, chat_instance: '1', data: 'p7.m:40' },
      message: { chat: { id: PARENT, type: 'private' }, message_id, date: 1, reply_markup: { inline_keyboard } },
    })
    await Promise.all(Array.from({ length: 24 }, (_, n) => stage.fake.push({ callback_query: tapOn(500 + n) })))
    await stage.fake.until(() => callsOf('answerCallbackQuery').length === 24)
    expect(callsOf('editMessageReplyMarkup').length).toBeGreaterThanOrEqual(10)
    expect(callsOf('editMessageReplyMarkup').length).toBeLessThan(24)
  })

  test('that could not be stored is not answered until it is', async () => {
    let failed = false
    stage.kernel.take = async () => {
      if (failed) return ANSWER
      failed = true
      expect(callsOf('answerCallbackQuery')).toEqual([])
      throw new NotStored()
    }
    await stage.fake.tap(PARENT, '40分钟')
    await stage.fake.until(() => callsOf('answerCallbackQuery').length > 0)
    expect(callsOf('answerCallbackQuery')).toHaveLength(1)
  })

  test.each(['repeated', 'limited'])('%s is answered and leaves no mark', async how => {
    stage.kernel.take = async () => ({ ...ANSWER, [how]: true })
    await stage.fake.tap(PARENT, '40分钟')
    await stage.fake.until(() => callsOf('answerCallbackQuery').length === 1)
    expect(callsOf('editMessageReplyMarkup')).toEqual([])
  })

  test('whose message is too old to be seen is taken all the same', async () => {
    const message = { chat: { id: PARENT, type: 'private' }, message_id: 12, date: 0 }
    const callback_query = { id: '1', from: { id: PARENT }, message, chat_instance: '1', data: 'p1.c1:yes' }
    await stage.fake.push({ callback_query })
    await stage.fake.until(() => callsOf('answerCallbackQuery').length === 1)
    expect(stage.turns).toMatchObject([{ content: { kind: 'choice', id: 'p1.c1:yes' } }])
    expect(callsOf('editMessageReplyMarkup')).toEqual([])
    expect(stage.logged).toEqual([])
  })
})

describe('faults of the platform', () => {
  const fault = (error_code: number, description: string, parameters?: Record<string, number>) => ({
    error_code,
    description,
    parameters,
  })

  test('an answered query and an unchanged message are no faults', async () => {
    stage.fake.failNext('answerCallbackQuery', fault(400, 'Bad Request: query is too old and response timeout expired'))
    stage.fake.failNext('editMessageReplyMarkup', fault(400, 'Bad Request: message is not modified: same'))
    await stage.fake.tap(PARENT, '40分钟')
    await stage.fake.until(() => callsOf('editMessageReplyMarkup').length === 1)
    await new Promise(resolve => setTimeout(resolve, 20))
    expect(stage.logged).toEqual([])
  })

  test('others are told by their code', async () => {
    stage.fake.failNext('answerCallbackQuery', fault(500, 'Internal Server Error'))
    await stage.fake.tap(PARENT, '40分钟')
    await stage.fake.until(() => stage.logged.length > 0)
    expect(stage.logged).toEqual([{ event: 'telegram.tap.failed', fields: { error: '500' } }])
  })

  test('while the platform asks for patience, marks are left out and answers are not', async () => {
    stage.fake.failNext('editMessageReplyMarkup', fault(429, 'Too Many Requests: retry after 9', { retry_after: 9 }))
    await stage.fake.tap(PARENT, '40分钟')
    await stage.fake.until(() => stage.logged.length === 1)
    await stage.fake.tap(PARENT, '60分钟')
    await stage.fake.until(() => callsOf('answerCallbackQuery').length === 2)
    expect(callsOf('editMessageReplyMarkup')).toHaveLength(1)
    expect(labels()).toEqual(['40分钟', '60分钟'])
  })
})
