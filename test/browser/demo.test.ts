import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newFile, type Running, serveFile } from '../support/server.ts'
import { type Chat, launch, openChat } from './open-chat.ts'

/** The program as it is shipped, with its demo county: what a visitor does first. */

const EVENING = { WANLING_DEMO: 'on', WANLING_NOW: '2026-11-24T21:12:00+08:00' }
const FOLDER = new URL('../../docs/pictures/', import.meta.url).pathname
const VIEWS = [
  { name: 'chat-light', viewport: { width: 390, height: 844 }, colorScheme: 'light' },
  { name: 'chat-dark', viewport: { width: 390, height: 844 }, colorScheme: 'dark' },
  { name: 'chat-desktop', viewport: { width: 1280, height: 800 }, colorScheme: 'light' },
] as const

let browser: Browser
let server: Running

beforeAll(async () => {
  browser = await launch()
  server = await serveFile(newFile(), EVENING)
})
afterAll(async () => {
  await server.kill()
  await browser.close()
})

const last = async (chat: Chat): Promise<string> => (await chat.lines()).at(-1) ?? ''
const spoken = (chat: Chat): Promise<string> => chat.lines().then(lines => lines.join('\n'))

/** One tap for the child, three answers, then the report. */
const becomeParent = async (chat: Chat): Promise<void> => {
  await chat.page.getByRole('button', { name: /^我是小宇的妈妈/ }).click()
  for (const label of ['是', '妈妈', '同意']) {
    await chat.pill(label).waitFor()
    await chat.pill(label).click()
  }
  await expect.poll(() => spoken(chat)).toContain('加好了')
}

test('a visitor becomes a demo parent in four taps, reports in one line, corrects by one tap, and finds it again', async () => {
  const chat = await openChat(browser, server.url)
  await becomeParent(chat)
  await chat.say('作业50分钟 9点10睡')
  await expect.poll(() => spoken(chat)).toContain('在家写了50分钟,9点10关灯')
  expect(await spoken(chat)).toContain('三到六年级全班平均每天不超过60分钟')
  await chat.pill('规定哪来的').click()
  await expect.poll(() => last(chat)).toContain('教基厅函〔2021〕11号')
  await chat.say('刚才说错了,是40分钟')
  await expect.poll(() => spoken(chat)).toContain('从50分钟改成40分钟')
  await chat.pill('改回50分钟').click()
  await expect.poll(() => spoken(chat)).toContain('从40分钟改成50分钟')
  const before = await chat.lines()
  await chat.page.reload()
  await expect.poll(chat.lines).toEqual(before)
  await chat.page.context().close()
})

test('danger first, whatever is open', async () => {
  const chat = await openChat(browser, server.url)
  await chat.say('孩子说不想活了')
  await expect.poll(() => last(chat)).toContain('打 110')
  await chat.page.context().close()
})

test('pictures of the guides are taken of the real thing', async () => {
  for (const { name, viewport, colorScheme } of VIEWS) {
    const own = await serveFile(newFile(), EVENING)
    const chat = await openChat(browser, own.url, { viewport, colorScheme, reducedMotion: 'reduce' })
    await becomeParent(chat)
    await chat.say('作业40分钟,9点10分睡的')
    await chat.pill('算进去').waitFor()
    await chat.pill('算进去').click()
    await expect.poll(() => last(chat)).toContain('算进去')
    const picture = await chat.page.screenshot(process.env.PICTURES ? { path: `${FOLDER}${name}.png` } : {})
    expect(picture.byteLength).toBeGreaterThan(20_000)
    await chat.page.context().close()
    await own.kill()
  }
})
