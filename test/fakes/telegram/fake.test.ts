import { createServer } from 'node:http'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type FakeTelegram, startFakeTelegram } from './index.ts'
import { listen } from './server.ts'

const TOKEN = '100200300:AAtest-token'
const PARENT = 70000001

let fake: FakeTelegram
beforeEach(async () => {
  fake = await startFakeTelegram({ token: TOKEN, pace: 0.005 })
  fake.openChat(PARENT)
})
afterEach(() => fake.close())

const call = async (method: string, params: object = {}, token = TOKEN) => {
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(`${fake.url}/bot${token}/${method}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(params),
  })
  return { status: answer.status, said: JSON.parse(await answer.text()) }
}

const refused = (code: number, description: string, parameters?: object) => ({
  status: code,
  said: { ok: false, error_code: code, description, ...(parameters && { parameters }) },
})

const say = (text: string, other: object = {}) => call('sendMessage', { chat_id: PARENT, text, ...other })
const keyboard = (...buttons: object[]) => ({ reply_markup: { inline_keyboard: [buttons] } })
const button = (bytes: number) => ({ text: 'x', callback_data: 'a'.repeat(bytes) })

/** A page on this machine that answers everything with one type. */
const withPage = async (type: string, use: (url: string) => Promise<void>, status = 200): Promise<void> => {
  const page = createServer((_, response) => response.writeHead(status, { 'content-type': type }).end('x'))
  await use(`${await listen(page)}/f`)
  page.closeAllConnections()
  page.close()
}

describe('refuses as the platform', () => {
  test('a token that nobody has, and one that is none', async () => {
    expect(await call('getMe', {}, '1:wrong')).toEqual(refused(401, 'Unauthorized'))
    expect(await call('getMe', {}, 'wrong')).toEqual(refused(404, 'Not Found'))
    expect(fake.calls).toEqual([])
  })

  test('a method that it has not', async () => {
    expect(await call('sendSmoke')).toEqual(refused(404, 'Not Found: method not found'))
  })

  test('a text that is empty or too long, white space not counted', async () => {
    expect(await say(' \n ')).toEqual(refused(400, 'Bad Request: message text is empty'))
    expect(await say('字'.repeat(4097))).toEqual(refused(400, 'Bad Request: message is too long'))
    expect(await say(` ${'字'.repeat(4096)}\n`)).toMatchObject({ status: 200 })
  })

  test('callback data of no or over 64 bytes', async () => {
    const wrong = refused(400, 'Bad Request: BUTTON_DATA_INVALID')
    expect(await say('?', keyboard(button(65)))).toEqual(wrong)
    expect(await say('?', keyboard(button(0)))).toEqual(wrong)
    expect(await say('?', keyboard({ text: 'x', callback_data: '中'.repeat(22) }))).toEqual(wrong)
    expect(await say('?', keyboard(button(64)))).toMatchObject({ status: 200 })
  })

  test('a keyboard of over a hundred buttons, or none at all', async () => {
    const many = keyboard(...Array.from({ length: 101 }, () => button(1)))
    expect(await say('?', many)).toEqual(refused(400, 'Bad Request: reply markup is too long'))
    expect(await say('?', { reply_markup: '{' })).toEqual(refused(400, 'Bad Request: object expected as reply markup'))
  })

  test('a caption over 1024', async () => {
    const photo = { chat_id: PARENT, photo: 'https://example.org/a.png', caption: '字'.repeat(1025) }
    expect(await call('sendPhoto', photo)).toEqual(refused(400, 'Bad Request: message caption is too long'))
  })

  test('a chat that never wrote, or is none', async () => {
    const unknown = refused(400, 'Bad Request: chat not found')
    expect(await call('sendMessage', { chat_id: 5, text: 'x' })).toEqual(unknown)
    expect(await call('sendMessage', { chat_id: '@nobody', text: 'x' })).toEqual(unknown)
    expect(await call('sendMessage', { text: 'x' })).toEqual(refused(400, 'Bad Request: chat_id is empty'))
  })

  test.each([
    ['blocked', 'Forbidden: bot was blocked by the user'],
    ['deactivated', 'Forbidden: user is deactivated'],
    ['kicked', 'Forbidden: bot was kicked from the group chat'],
    ['deleted', 'Forbidden: the group chat was deleted'],
  ] as const)('a chat that is %s', async (how, description) => {
    fake.blockChat(PARENT, how)
    expect(await say('x')).toEqual(refused(403, description))
    fake.unblockChat(PARENT)
    expect(await say('x')).toMatchObject({ status: 200 })
  })

  test('a group that moved, naming where', async () => {
    fake.openChat(-5)
    fake.migrate(-5, -1005)
    const moved = 'Bad Request: group chat was upgraded to a supergroup chat'
    const answer = await call('sendMessage', { chat_id: -5, text: 'x' })
    expect(answer).toEqual(refused(400, moved, { migrate_to_chat_id: -1005 }))
    expect(await call('sendMessage', { chat_id: -1005, text: 'x' })).toMatchObject({ status: 200 })
  })

  test('an edit of an unknown message, or one that changes nothing', async () => {
    const edit = (message_id: number, text: string) => call('editMessageText', { chat_id: PARENT, message_id, text })
    expect(await edit(1, 'x')).toEqual(refused(400, 'Bad Request: message to edit not found'))
    const { said } = await say('one')
    const id = said.result.message_id
    expect(await edit(id, 'one')).toMatchObject({ said: { description: /^Bad Request: message is not modified: / } })
    expect(await edit(id, 'two')).toMatchObject({ status: 200 })
    expect(fake.sent).toMatchObject([{ text: 'two', edits: 1 }])
  })

  test('an answer to an unknown or old tap, or over 200 long', async () => {
    const old = refused(400, 'Bad Request: query is too old and response timeout expired or query ID is invalid')
    expect(await call('answerCallbackQuery', { callback_query_id: '1' })).toEqual(old)
    const long = { callback_query_id: '1', text: '字'.repeat(201) }
    expect(await call('answerCallbackQuery', long)).toEqual(refused(400, 'Bad Request: MESSAGE_TOO_LONG'))
  })

  test('menus with a wrong name or without a description', async () => {
    const set = (command: string, description: string) =>
      call('setMyCommands', { commands: [{ command, description }] })
    expect(await set('Report', 'x')).toEqual(refused(400, 'Bad Request: BOT_COMMAND_INVALID'))
    expect(await set('report', '')).toEqual(refused(400, 'Bad Request: BOT_COMMAND_DESCRIPTION_INVALID'))
    expect(await set('report', '报作业')).toMatchObject({ status: 200 })
  })

  test('a webhook without https, on a wrong port or with a wrong secret', async () => {
    const set = (url: string, secret_token = '') => call('setWebhook', { url, secret_token })
    expect(await set('http://example.org/')).toEqual(
      refused(400, 'Bad Request: bad webhook: An HTTPS URL must be provided for webhook'),
    )
    expect(await set('https://example.org:8787/')).toEqual(
      refused(400, 'Bad Request: bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443'),
    )
    expect(await set('https://example.org/', '密')).toEqual(
      refused(400, 'Bad Request: secret token contains unallowed characters'),
    )
    expect(await set('https://example.org/', 's')).toMatchObject({ status: 200 })
    expect((await call('getWebhookInfo')).said.result).toMatchObject({ url: 'https://example.org/' })
  })

  test('getUpdates beside a webhook, and two at a time', async () => {
    await fake.useWebhook('http://127.0.0.1:1/', 's')
    expect(await call('getUpdates')).toMatchObject({ status: 409 })
    await call('deleteWebhook')
    const first = call('getUpdates', { timeout: 5 })
    await fake.until(() => fake.calls.filter(({ method }) => method === 'getUpdates').length === 2)
    await call('getUpdates')
    expect(await first).toMatchObject({ status: 409, said: { description: /terminated by other getUpdates/ } })
  })

  test('a file that is too big or unknown', async () => {
    const big = fake.addFile(new Uint8Array(20 * 1024 * 1024 + 1), 'photos/1.jpg')
    expect(await call('getFile', { file_id: big })).toEqual(refused(400, 'Bad Request: file is too big'))
    expect(await call('getFile', { file_id: 'x' })).toEqual(refused(400, 'Bad Request: invalid file_id'))
    expect((await fetch(`${fake.url}/file/bot${TOKEN}/photos/2.jpg`)).status).toBe(404)
  })

  test('a picture or file that it cannot fetch', async () => {
    const send = (method: string, field: string, url: string) => call(method, { chat_id: PARENT, [field]: url })
    const type = refused(400, 'Bad Request: wrong type of the web page content')
    await withPage('text/html', async url => expect(await send('sendPhoto', 'photo', url)).toEqual(type))
    await withPage('text/csv', async url => expect(await send('sendDocument', 'document', url)).toEqual(type))
    const failed = refused(400, 'Bad Request: failed to get HTTP URL content')
    await withPage('image/png', async url => expect(await send('sendPhoto', 'photo', url)).toEqual(failed), 404)
    await withPage('image/png', async url =>
      expect(await send('sendPhoto', 'photo', url)).toMatchObject({ status: 200 }),
    )
  })
})

describe('rates, when they are on', () => {
  const limited = async (limits: object) => {
    await fake.close()
    fake = await startFakeTelegram({ token: TOKEN, limits, anyChat: true })
  }
  const tooMany = (n: number) => refused(429, `Too Many Requests: retry after ${n}`, { retry_after: n })

  test('per chat, past the burst', async () => {
    await limited({ perChat: { perSecond: 1, burst: 2 } })
    await say('1')
    await say('2')
    expect(await say('3')).toEqual(tooMany(2))
    expect(await call('sendMessage', { chat_id: 8, text: 'other' })).toMatchObject({ status: 200 })
  })

  test('in all', async () => {
    await limited({ overall: 3 })
    for (const chat_id of [1, 2, 3]) await call('sendMessage', { chat_id, text: 'x' })
    expect(await call('sendMessage', { chat_id: 4, text: 'x' })).toEqual(tooMany(1))
  })
})

describe('faults on demand', () => {
  test('an answer of its own, once', async () => {
    fake.failNext('sendMessage', { error_code: 500, description: 'Internal Server Error' })
    expect(await say('x')).toEqual(refused(500, 'Internal Server Error'))
    expect(await say('x')).toMatchObject({ status: 200 })
  })

  test('only after the calls that are spared', async () => {
    fake.failNext('sendMessage', { status: 502, raw: '<html>' }, 1, 1)
    expect(await say('x')).toMatchObject({ status: 200 })
    await expect(say('x')).rejects.toThrow()
    expect(await say('x')).toMatchObject({ status: 200 })
  })

  test('drop does nothing, lost does it, slow answers late, hang never', async () => {
    fake.failNext('sendMessage', 'drop')
    await expect(say('dropped')).rejects.toThrow()
    fake.failNext('sendMessage', 'lost')
    await expect(say('lost')).rejects.toThrow()
    fake.failNext('sendMessage', 'slow')
    const before = Date.now()
    await say('slow')
    expect(Date.now() - before).toBeGreaterThanOrEqual(290)
    expect(fake.sent.map(({ text }) => text)).toEqual(['lost', 'slow'])
    fake.failNext('*', 'hang')
    await expect(Promise.race([say('hung'), new Promise(resolve => setTimeout(resolve, 50, 'still'))])).resolves.toBe(
      'still',
    )
  })
})

describe('getUpdates', () => {
  const updates = async (params: object = {}) => {
    const { said } = await call('getUpdates', params)
    return said.result.map((update: { update_id: number }) => update.update_id)
  }

  test('gives the unconfirmed again and forgets what lies before the offset', async () => {
    for (const text of ['1', '2', '3']) void fake.say(PARENT, text)
    const [first, second, third] = await updates()
    expect(await updates({ limit: 1 })).toEqual([first])
    expect(await updates({ offset: second })).toEqual([second, third])
    expect(await updates({ offset: -1 })).toEqual([third])
    expect(await updates({ offset: third + 1 })).toEqual([])
  })

  test('waits for one, and tells who sent it when it is confirmed', async () => {
    const waiting = updates({ timeout: 10 })
    const said = fake.say(PARENT, 'x')
    const [id] = await waiting
    await updates({ offset: id + 1 })
    expect(await said).toEqual({ updateId: id, attempts: [], taken: true })
  })

  test('leaves out what was not asked for', async () => {
    await updates({ allowed_updates: ['message'] })
    expect(await fake.push({ my_chat_member: { chat: { id: PARENT } } })).toMatchObject({ taken: false })
    void fake.say(PARENT, 'x')
    expect(await updates()).toHaveLength(1)
  })
})

describe('the webhook', () => {
  /** A bot whose answers are given; it keeps what it was told. */
  const withBot = async (statuses: number[], use: (url: string, told: Told[]) => Promise<void>, body = '') => {
    const told: Told[] = []
    const bot = createServer(async (request, response) => {
      let text = ''
      for await (const piece of request) text += piece
      told.push({
        secret: request.headers['x-telegram-bot-api-secret-token'],
        update: JSON.parse(text),
        at: Date.now(),
      })
      response.writeHead(statuses.shift() ?? 200).end(body)
    })
    await use(`${await listen(bot)}/hook`, told)
    bot.closeAllConnections()
    bot.close()
  }
  interface Told {
    secret: string | string[] | undefined
    update: { update_id: number; message: { text: string } }
    at: number
  }

  test('gets the secret, and the same update again until it is taken: at once, then after 2, 4 … s', () =>
    withBot([503, 500, 503], async (url, told) => {
      await fake.useWebhook(url, 'geheim')
      const { attempts, updateId } = await fake.say(PARENT, 'x')
      expect(attempts.map(({ status }) => status)).toEqual([503, 500, 503, 200])
      expect(told.map(({ update }) => update.update_id)).toEqual([updateId, updateId, updateId, updateId])
      expect(new Set(told.map(({ secret }) => secret))).toEqual(new Set(['geheim']))
      const [first = 0, second = 0, third = 0, fourth = 0] = told.map(({ at }) => at)
      expect(third - second).toBeGreaterThanOrEqual(9)
      expect(fourth - third).toBeGreaterThanOrEqual(19)
      expect(second - first).toBeLessThan(third - second + 30)
    }))

  test('a failing update holds back the later ones of its chat only', () =>
    withBot([503, 503, 503], async (url, told) => {
      await fake.useWebhook(url, 's')
      const mine = [fake.say(PARENT, 'first'), fake.say(PARENT, 'second')]
      await Promise.all(mine)
      expect(told.map(({ update }) => update.message.text)).toEqual(['first', 'first', 'first', 'first', 'second'])
    }))

  test('a method in the answer is carried out', () =>
    withBot(
      [],
      async url => {
        await fake.useWebhook(url, 's')
        await fake.say(PARENT, 'x')
        expect(fake.sent).toMatchObject([{ chat_id: PARENT, text: 'echo' }])
      },
      JSON.stringify({ method: 'sendMessage', chat_id: PARENT, text: 'echo' }),
    ))

  test('what waited is delivered when it is set', () =>
    withBot([], async (url, told) => {
      const said = fake.say(PARENT, 'early')
      await call('setWebhook', { url, secret_token: 's' })
      expect(await said).toMatchObject({ taken: true })
      expect(told).toHaveLength(1)
    }))

  test('a tap is given up after 150 s', () =>
    withBot(
      Array.from({ length: 100 }, () => 500),
      async url => {
        await say('?', keyboard({ text: '好', callback_data: 'p1.yes' }))
        await fake.useWebhook(url, 's')
        expect(await fake.tap(PARENT, '好')).toMatchObject({ taken: false })
      },
    ))
})

test('a person taps the newest button with that label, and the tap can be answered', async () => {
  await say('old', keyboard({ text: '好', callback_data: 'p1.yes' }))
  await say('new', keyboard({ text: '好', callback_data: 'p2.yes' }))
  void fake.tap({ id: PARENT, language_code: 'en' }, '好')
  const { said } = await call('getUpdates')
  expect(said.result[0].callback_query).toMatchObject({ data: 'p2.yes', from: { language_code: 'en' } })
  const answer = await call('answerCallbackQuery', { callback_query_id: said.result[0].callback_query.id })
  expect(answer).toEqual({ status: 200, said: { ok: true, result: true } })
  expect(() => fake.tap(PARENT, 'no such')).toThrow()
})

test('pictures are uploaded and files downloaded', async () => {
  const form = new FormData()
  form.set('chat_id', String(PARENT))
  form.set('photo', new Blob([new Uint8Array(12)]), 'a.png')
  await fetch(`${fake.url}/bot${TOKEN}/sendPhoto`, { method: 'POST', body: form })
  expect(fake.sentTo(PARENT)).toMatchObject([{ method: 'sendPhoto', photo: 12 }])
  const id = fake.addFile(new Uint8Array([1, 2]), 'photos/1.jpg')
  const { said } = await call('getFile', { file_id: id })
  const file = await fetch(`${fake.url}/file/bot${TOKEN}/${said.result.file_path}`)
  expect(new Uint8Array(await file.arrayBuffer())).toEqual(new Uint8Array([1, 2]))
})
