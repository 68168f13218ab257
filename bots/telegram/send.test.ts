import { createServer } from 'node:http'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Reply } from '../../src/chat/reply.ts'
import { listen } from '../../test/fakes/telegram/server.ts'
import { newStage, PARENT, type Stage, TOKEN } from '../../test/fakes/telegram/stage.ts'

let stage: Stage
beforeEach(async () => {
  stage = await newStage({ callTimeoutMs: 100 })
})
afterEach(() => stage.close())

const send = (reply: Reply, address = String(PARENT), id = 'm1') => stage.channel.send({ id, address, reply })
const texts = () => stage.fake.sent.map(({ text }) => text)
const long = (size: number) => '字'.repeat(size)

test('words and buttons arrive as they are, in plain text, at a numeric chat', async () => {
  const choices = [{ id: 'p1.yes', label: '<b>好</b>' }]
  expect(await send({ say: '记好了_🌙\n*小雨*', choices })).toEqual({ outcome: 'sent' })
  expect(stage.fake.sent).toMatchObject([
    { chat_id: PARENT, text: '记好了_🌙\n*小雨*', buttons: [[{ text: '<b>好</b>' }]] },
  ])
  expect(Object.keys(stage.fake.calls[0]?.params ?? {})).toEqual(['chat_id', 'text', 'reply_markup'])
  expect(stage.fake.calls[0]?.params.chat_id).toBe(PARENT)
})

test('a long text comes in parts, buttons on the last', async () => {
  await send({ say: long(9000), choices: [{ id: 'p1.yes', label: '好' }] })
  expect(stage.fake.sent.map(({ text, buttons }) => [text.length, buttons.length])).toEqual([
    [4096, 0],
    [4096, 0],
    [808, 1],
  ])
})

test.each([
  ['again', { error_code: 500, description: 'Internal Server Error' }],
  ['wait', { error_code: 429, description: 'Too Many Requests', parameters: { retry_after: 1 } }],
])('a half-sent text (%s) goes on with its second part, and only once', async (outcome, fault) => {
  const reply = { say: `${long(4000)}\n${long(4000)}再见` }
  stage.fake.failNext('sendMessage', fault, 2, 1)
  expect(await send(reply)).toMatchObject({ outcome })
  expect(await send(reply)).toMatchObject({ outcome })
  expect(await send(reply)).toEqual({ outcome: 'sent' })
  expect(texts().map(text => text.length)).toEqual([4000, 4002])
  await send(reply)
  expect(texts().map(text => text.length)).toEqual([4000, 4002, 4000, 4002])
})

describe('pictures and files', () => {
  const onPage = async (type: string, use: (url: string) => Promise<void>) => {
    const page = createServer((_, response) => response.writeHead(200, { 'content-type': type }).end('x'))
    await use(`${await listen(page)}/f`)
    page.closeAllConnections()
    page.close()
  }

  test('a picture is fetched by its link, with words and buttons under it', () =>
    onPage('image/png', async url => {
      await send({ say: '这一周', image: url, choices: [{ id: 'p1.yes', label: '好' }] })
      expect(stage.fake.sent).toMatchObject([
        { method: 'sendPhoto', photo: url, text: '这一周', buttons: [[{ text: '好' }]] },
      ])
    }))

  test('a picture in itself is uploaded', async () => {
    const image = `data:image/png;base64,${Buffer.alloc(300, 7).toString('base64')}`
    expect(await send({ say: '这一周', image })).toEqual({ outcome: 'sent' })
    expect(stage.fake.sent).toMatchObject([{ method: 'sendPhoto', photo: 300, text: '这一周' }])
  })

  test('a picture that the platform cannot fetch leaves the words', () =>
    onPage('text/html', async url => {
      expect(await send({ say: '这一周', image: url, choices: [{ id: 'p1.yes', label: '好' }] })).toEqual({
        outcome: 'sent',
      })
      expect(stage.fake.sent).toMatchObject([{ method: 'sendMessage', text: '这一周', buttons: [[{ text: '好' }]] }])
    }))

  test('a file goes by its link, or as a link where the platform takes no such file', async () => {
    await onPage('application/pdf', async url => {
      await send({ say: '给您', file: { name: 'plan.pdf', url } })
      expect(stage.fake.sent).toMatchObject([{ method: 'sendDocument', document: url, text: '给您' }])
    })
    await onPage('text/csv', async url => {
      await send({ say: '给您', file: { name: '导出.csv', url } })
      expect(stage.fake.sent.at(-1)).toMatchObject({ method: 'sendMessage', text: `给您\n导出.csv\n${url}` })
    })
  })
})

describe('what the platform says', () => {
  const fails = (error_code: number, description: string, parameters?: Record<string, number>) =>
    stage.fake.failNext('sendMessage', { error_code, description, parameters })

  test('patience', async () => {
    fails(429, 'Too Many Requests: retry after 3', { retry_after: 3 })
    expect(await send({ say: 'x' })).toEqual({ outcome: 'wait', ms: 3000, scope: 'channel' })
  })

  test.each(['blocked', 'deactivated', 'kicked', 'deleted'] as const)('%s is gone', async how => {
    stage.fake.blockChat(PARENT, how)
    expect(await send({ say: 'x' })).toMatchObject({ outcome: 'gone' })
  })

  test('a chat that never was is gone', async () => {
    expect(await send({ say: 'x' }, '5')).toEqual({ outcome: 'gone', error: '400 chat not found' })
  })

  test('a group that moved', async () => {
    stage.fake.openChat(-5)
    stage.fake.migrate(-5, -1005)
    expect(await send({ say: 'x' }, '-5')).toEqual({ outcome: 'moved', address: '-1005' })
  })

  test('a button too large is refused before anything is sent', async () => {
    const choices = [{ id: '中'.repeat(22), label: 'x' }]
    expect(await send({ say: 'x', choices })).toMatchObject({ outcome: 'refused' })
    expect(stage.fake.calls).toEqual([])
  })

  test('a revoked token is tried again', async () => {
    const revoked = await newStage({ token: '1:other', apiRoot: stage.fake.url })
    const message = { id: 'm', address: '7', reply: { say: 'x' } }
    expect(await revoked.channel.send(message)).toEqual({ outcome: 'again', error: 'unauthorized' })
    await revoked.close()
  })
})

describe('no answer', () => {
  test.each([
    ['hang', 'timeout'],
    ['drop', 'network'],
    ['lost', 'network'],
  ] as const)('%s is tried again', async (how, error) => {
    stage.fake.failNext('sendMessage', how, 2)
    expect(await send({ say: 'x' })).toEqual({ outcome: 'again', error })
  })

  test('a page of a proxy is tried again', async () => {
    stage.fake.failNext('sendMessage', { status: 502, raw: '<html>' })
    expect(await send({ say: 'x' })).toEqual({ outcome: 'again', error: 'unreadable' })
    stage.fake.failNext('sendMessage', { status: 200, raw: 'null' })
    expect(await send({ say: 'x' })).toMatchObject({ outcome: 'again' })
  })

  test('nobody listens', async () => {
    const nobody = await newStage({ apiRoot: 'http://127.0.0.1:1' })
    const delivery = await nobody.channel.send({ id: 'm', address: '7', reply: { say: 'x' } })
    expect(delivery).toEqual({ outcome: 'again', error: 'network' })
    await nobody.close()
  })

  test('an upload that nobody answers is tried again', async () => {
    stage.fake.failNext('sendPhoto', 'hang')
    const delivery = await send({ say: 'x', image: `data:image/png;base64,${Buffer.alloc(9).toString('base64')}` })
    expect(delivery).toEqual({ outcome: 'again', error: 'timeout' })
  })
})

test('connections are kept and used again', async () => {
  const ports = new Set<number>()
  const server = createServer((request, response) => {
    ports.add(request.socket.remotePort ?? 0)
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"ok":true,"result":{}}')
  })
  const kept = await newStage({ apiRoot: `${await listen(server)}/` })
  for (let n = 0; n < 5; n += 1) await kept.channel.send({ id: `m${n}`, address: '7', reply: { say: 'x' } })
  expect(ports.size).toBe(1)
  await kept.close()
  server.closeAllConnections()
  server.close()
})

test('no error and no log tells the token, the chat or the words', async () => {
  stage.fake.failNext('sendMessage', { error_code: 400, description: `Bad Request: ${TOKEN} ${PARENT} 小雨` })
  expect(await send({ say: '小雨' })).toEqual({ outcome: 'refused', error: '400' })
  expect(stage.logged).toEqual([])
})

test('a kept connection that the platform closed meanwhile does not fail the message', async () => {
  await send({ say: '一' })
  stage.fake.failNext('sendMessage', 'drop')
  expect(await send({ say: '二' })).toEqual({ outcome: 'sent' })
  expect(texts()).toEqual(['一', '二'])
})
