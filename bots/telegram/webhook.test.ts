import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { NotStored } from '../../src/chat/channel.ts'
import { ANSWER, newStage, PARENT, SECRET, type Stage } from '../../test/fakes/telegram/stage.ts'
import { isWebhookSecret, secretCheck } from './verify.ts'

let stage: Stage
beforeEach(async () => {
  stage = await newStage()
})
afterEach(() => stage.close())

const HEADER = 'x-telegram-bot-api-secret-token'
const update = (update_id = 5, text = '作业50分钟') => ({
  update_id,
  message: { message_id: 1, date: 1795348800, chat: { id: PARENT, type: 'private' }, from: { id: PARENT }, text },
})

const post = async (body: string, headers: Record<string, string> = { [HEADER]: SECRET }) => {
  const answer = await stage.app.request('/hooks/telegram', { method: 'POST', body, headers })
  return { status: answer.status, body: await answer.text() }
}

/** A body that tells how much of it was read. */
const watched = (pieces: number, piece = new Uint8Array(64 * 1024)) => {
  const seen = { pulls: 0 }
  const body = new ReadableStream(
    {
      pull(controller) {
        seen.pulls += 1
        if (seen.pulls > pieces) controller.close()
        else controller.enqueue(piece)
      },
    },
    { highWaterMark: 0 },
  )
  return { seen, body }
}

const stream = async (body: ReadableStream, headers: Record<string, string>) => {
  const init: RequestInit = { method: 'POST', body, headers, duplex: 'half' }
  const request = new Request('http://bot/hooks/telegram', init)
  const answer = await stage.app.fetch(request)
  return { status: answer.status, used: request.bodyUsed }
}

describe('the secret', () => {
  test.each([
    ['missing', {}],
    ['wrong', { [HEADER]: 'geheim_2' }],
    ['empty', { [HEADER]: '' }],
    ['longer', { [HEADER]: `${SECRET}x` }],
  ])('%s: 401, nothing read, no turn', async (_, headers) => {
    const { seen, body } = watched(2)
    expect(await stream(body, headers)).toEqual({ status: 401, used: false })
    expect(seen.pulls).toBe(0)
    expect(stage.turns).toEqual([])
    expect(await post(JSON.stringify(update()), headers)).toEqual({ status: 401, body: '' })
  })

  test('without one nobody is believed', () => {
    expect(secretCheck(undefined)('')).toBe(false)
    expect(secretCheck('')('')).toBe(false)
    expect(secretCheck(SECRET)(SECRET)).toBe(true)
  })

  test.each([
    ['a', true],
    ['A-z_9'.repeat(51), true],
    ['', false],
    ['密', false],
    ['a b', false],
    ['a'.repeat(257), false],
  ])('%s', (text, right) => expect(isWebhookSecret(text)).toBe(right))

  test('set-up that cannot work is told at once, naming the variable', async () => {
    await expect(newStage({ webhookSecret: undefined })).rejects.toThrow('TELEGRAM_WEBHOOK_SECRET')
    await expect(newStage({ webhookSecret: '密' })).rejects.toThrow('TELEGRAM_WEBHOOK_SECRET')
    await expect(newStage({ token: '' })).rejects.toThrow('TELEGRAM_BOT_TOKEN')
  })
})

describe('the body', () => {
  test.each(['', 'not json', '[]', '{}', '{"update_id":"5"}', '"x"', 'null'])('%s is 400', async body => {
    expect(await post(body)).toEqual({ status: 400, body: '' })
    expect(stage.turns).toEqual([])
  })

  test('over 1 MB is 413, told or found out, and not read to its end', async () => {
    const { seen, body } = watched(100)
    expect(await stream(body, { [HEADER]: SECRET })).toMatchObject({ status: 413 })
    expect(seen.pulls).toBe(17)
    const told = watched(100)
    expect(await stream(told.body, { [HEADER]: SECRET, 'content-length': '1048577' })).toMatchObject({ status: 413 })
    expect(told.seen.pulls).toBe(0)
    expect(await post(JSON.stringify(update(5, 'a'.repeat(1024 * 1024))))).toEqual({ status: 413, body: '' })
  })

  test('just under 1 MB is read', async () => {
    expect(await post(JSON.stringify(update(5, 'a'.repeat(1024 * 1024 - 300))))).toEqual({ status: 200, body: '' })
  })
})

describe('an update', () => {
  test('is 200 with nothing in the body, and a turn', async () => {
    expect(await post(JSON.stringify(update()))).toEqual({ status: 200, body: '' })
    const content = { kind: 'text', text: '作业50分钟' }
    expect(stage.turns).toMatchObject([{ updateId: '5', account: String(PARENT), address: String(PARENT), content }])
  })

  test('is answered only after its turn is stored', async () => {
    let stored = false
    stage.kernel.take = async () => {
      await new Promise(resolve => setTimeout(resolve, 30))
      stored = true
      return ANSWER
    }
    await post(JSON.stringify(update()))
    expect(stored).toBe(true)
  })

  test('that could not be stored is 503', async () => {
    stage.kernel.take = () => Promise.reject(new NotStored())
    expect(await post(JSON.stringify(update()))).toEqual({ status: 503, body: '' })
  })

  test('over the rate is 200', async () => {
    stage.kernel.take = async () => ({ ...ANSWER, limited: true })
    expect(await post(JSON.stringify(update()))).toEqual({ status: 200, body: '' })
  })

  test('three times at once is passed on with the same id each time', async () => {
    const body = JSON.stringify(update(77))
    const answers = await Promise.all([post(body), post(body), post(body)])
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(stage.turns.map(({ updateId }) => updateId)).toEqual(['77', '77', '77'])
  })

  test('of a kind we do not know is 200 and counted', async () => {
    expect(await post('{"update_id":6,"message_reaction":{"chat":{"id":1}}}')).toEqual({ status: 200, body: '' })
    expect([stage.turns, stage.unknown]).toEqual([[], ['message_reaction']])
  })
})

test('over a real socket: the platform sends again until the turn is stored', async () => {
  await stage.fake.useWebhook(await stage.open(), SECRET)
  let failures = 2
  stage.kernel.take = async () => {
    failures -= 1
    if (failures >= 0) throw new NotStored()
    return ANSWER
  }
  const { attempts, updateId } = await stage.fake.say(PARENT, '作业50分钟')
  expect(attempts.map(({ status, body }) => [status, body])).toEqual([
    [503, ''],
    [503, ''],
    [200, ''],
  ])
  expect(stage.turns.map(turn => turn.updateId)).toEqual(Array(3).fill(String(updateId)))
})

test('over a real socket: a large body is refused', async () => {
  const address = await stage.open()
  const body = JSON.stringify(update(5, 'a'.repeat(2 * 1024 * 1024)))
  const answer = await fetch(address, { method: 'POST', body, headers: { [HEADER]: SECRET } })
  expect(answer.status).toBe(413)
})
