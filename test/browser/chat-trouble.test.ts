import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Chat, launch, openChat } from './open-chat.ts'
import { type Answer, type Sent, type Stub, startStub } from './stub-server.ts'

/** A weak line and a busy server: nothing said is lost, doubled or reordered. */

let browser: Browser
let server: Stub
let chat: Chat

beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())
beforeEach(async () => {
  server = await startStub()
  chat = await openChat(browser, server.url)
})
afterEach(async () => {
  await chat.page.context().close()
  await server.close()
})

const heard = (sent: Sent): Answer => ({ replies: [{ say: `听到了：${sent.text}` }] })
const texts = () => server.received.map(sent => sent.text)

test('503 is tried again with the same id and said quietly', async () => {
  server.answer = sent => (server.received.length < 3 ? { status: 503 } : heard(sent))
  await chat.say('作业40分钟')
  await expect.poll(chat.fate).toBe('正在重发…')
  await expect.poll(chat.lines, { timeout: 8000 }).toEqual(['我说：作业40分钟', '晚铃说：听到了：作业40分钟'])
  expect(new Set(server.received.map(sent => sent.id)).size).toBe(1)
  expect(server.received).toHaveLength(3)
  expect(await chat.fate()).toBe('')
})

test('after a minute of trouble there is a button to send again at once', async () => {
  await chat.page.clock.install()
  server.answer = () => ({ status: 503 })
  await chat.say('作业40分钟')
  await expect.poll(chat.fate).toBe('正在重发…')
  for (let seconds = 0; seconds < 80; seconds += 5) {
    await chat.page.clock.runFor(5000)
    await chat.page.waitForTimeout(50)
  }
  await chat.page.getByRole('button', { name: '再发一次' }).waitFor()
  server.answer = heard
  await chat.page.getByRole('button', { name: '再发一次' }).press('Enter')
  await expect.poll(chat.lines).toHaveLength(2)
  expect(new Set(server.received.map(sent => sent.id)).size).toBe(1)
})

test('messages written while the first is in hand go out in order, each answer under its message', async () => {
  server.answer = sent => ({ ...heard(sent), afterMs: sent.text === '一' ? 800 : 0 })
  for (const words of ['一', '二', '三']) await chat.say(words)
  await chat.page.locator('.typing:not([hidden])').waitFor()
  expect(texts()).toEqual(['一'])
  await expect
    .poll(chat.lines)
    .toEqual(['我说：一', '晚铃说：听到了：一', '我说：二', '晚铃说：听到了：二', '我说：三', '晚铃说：听到了：三'])
  expect(texts()).toEqual(['一', '二', '三'])
})

test('what was written without a network goes out in order when it is back, also after a reload', async () => {
  await chat.page.context().setOffline(true)
  await chat.say('一')
  await chat.say('二')
  await expect.poll(chat.fate).toBe('没有网络，连上就发。')
  await chat.page.context().setOffline(false)
  await expect.poll(texts).toEqual(['一', '二'])

  server.answer = () => ({ status: 503 })
  await chat.say('三')
  await expect.poll(() => server.received.length).toBe(3)
  server.answer = heard
  await chat.page.reload()
  await expect.poll(chat.lines).toContain('晚铃说：听到了：三')
  expect(server.received.at(-1)?.id).toBe(server.received[2]?.id)
})

test('a log-in page of the network is no answer', async () => {
  await chat.page.route('**/chat/api/messages', route => route.fulfill({ status: 200, body: '<p>Log in</p>' }), {
    times: 1,
  })
  await chat.say('一')
  await expect.poll(chat.fate).toBe('正在重发…')
  await expect.poll(chat.lines).toEqual(['我说：一', '晚铃说：听到了：一'])
})

for (const [status, words] of [
  [400, '这条没发出去。 再发一次'],
  [429, '发得有点快，这条没发出去。 再发一次'],
  [413, '太大了，没发出去。'],
] as const) {
  test(`${status} is said, not repeated by itself, and does not hold up the next message`, async () => {
    server.answer = sent => (sent.text === '一' ? { status } : heard(sent))
    await chat.say('一')
    await expect.poll(chat.fate).toBe(words)
    await chat.say('二')
    await expect.poll(chat.lines).toEqual(['我说：一', '我说：二', '晚铃说：听到了：二'])
    expect(texts()).toEqual(['一', '二'])
  })
}

test('a refused message said again is a new one, at the end', async () => {
  server.answer = () => ({ status: 429 })
  await chat.say('一')
  await expect.poll(chat.fate).toContain('再发一次')
  server.answer = heard
  await chat.page.getByRole('button', { name: '再发一次' }).click()
  await expect.poll(chat.lines).toEqual(['我说：一', '晚铃说：听到了：一'])
  expect(server.received[1]?.id).not.toBe(server.received[0]?.id)
})

test('a photo that was not taken before a reload asks to be chosen again', async () => {
  server.answer = () => ({ status: 503 })
  const buffer = await chat.page.screenshot()
  await chat.page.locator('#photo').setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer })
  await chat.page.getByText('写句话，或者直接发').waitFor()
  await chat.text.press('Enter')
  await expect.poll(() => server.received.length).toBe(1)
  await chat.page.reload()
  await expect.poll(chat.fate).toBe('照片没发出去，请再选一次。')
})
