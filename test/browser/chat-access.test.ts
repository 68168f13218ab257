import { readFileSync } from 'node:fs'
import { transform } from 'esbuild'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { contrast } from './contrast.ts'
import { type Chat, launch, openChat } from './open-chat.ts'
import { type Stub, startStub } from './stub-server.ts'

/** The chat without a mouse, without sight, in the dark, in English, with an input method, on an old phone. */

let browser: Browser
let server: Stub
let chat: Chat

beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())
beforeEach(async () => {
  server = await startStub({ starters: [{ label: '我是小宇的妈妈', start: '8ZK4Q2M9XT' }] })
  server.answer = sent => ({
    replies: [
      {
        say: sent.choice ? '记好了。' : '大概多久？',
        choices: sent.choice ? [] : [{ id: 'p1.min:20', label: '20分钟' }],
      },
    ],
  })
  chat = await openChat(browser, server.url)
})
afterEach(async () => {
  await chat.page.context().close()
  await server.close()
})

const focused = () =>
  chat.page.evaluate<string>('document.activeElement.getAttribute("aria-label") || document.activeElement.textContent')
const tabTo = async (name: string) => {
  for (let steps = 0; steps < 12 && (await focused()) !== name; steps++) await chat.page.keyboard.press('Tab')
  expect(await focused()).toBe(name)
}

test('from the first tap to the answer with the keyboard alone', async () => {
  await tabTo('我是小宇的妈妈')
  await chat.page.keyboard.press('Enter')
  await chat.pill('20分钟').waitFor()
  await tabTo('20分钟')
  const ring = await chat.page.evaluate<string>('getComputedStyle(document.activeElement).outlineStyle')
  expect(ring).toBe('solid')
  await chat.page.keyboard.press('Space')
  await chat.page.getByText('记好了。').waitFor()
  expect(server.received.map(sent => sent.choice)).toEqual([undefined, 'p1.min:20'])
})

test('the menu opens and closes by keyboard and gives the focus back', async () => {
  await tabTo('更多')
  await chat.page.keyboard.press('Enter')
  await tabTo('清除本机记录')
  await chat.page.keyboard.press('Enter')
  expect(await focused()).toBe('留着')
  await chat.page.keyboard.press('Escape')
  expect(await focused()).toBe('更多')
  expect(await chat.page.getByRole('button', { name: '更多' }).getAttribute('aria-expanded')).toBe('false')
})

test('Enter that chooses a word in an input method does not send', async () => {
  const keys = await chat.page.context().newCDPSession(chat.page)
  await chat.text.focus()
  await keys.send('Input.imeSetComposition', { text: 'zuoye', selectionStart: 5, selectionEnd: 5 })
  await keys.send('Input.dispatchKeyEvent', {
    type: 'rawKeyDown',
    key: 'Enter',
    code: 'Enter',
    windowsVirtualKeyCode: 13,
  })
  await keys.send('Input.insertText', { text: '作业40分钟' })
  await keys.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Enter', windowsVirtualKeyCode: 229 })
  await chat.page.waitForTimeout(300)
  expect(server.received).toEqual([])
  expect(await chat.text.inputValue()).toContain('作业40分钟')
  await chat.text.press('Enter')
  await expect.poll(() => server.received.map(sent => sent.text)).toEqual(['作业40分钟'])
})

test('every control has a name, the log is polite, who speaks is said', async () => {
  await chat.say('在吗')
  await chat.pill('20分钟').waitFor()
  const log = chat.page.getByRole('log', { name: '对话' })
  await expect.poll(() => log.getAttribute('aria-live')).toBe('polite')
  expect(await chat.lines()).toEqual(['我说：在吗', '晚铃说：大概多久？'])
  expect(await chat.page.getByRole('textbox', { name: '说一句' }).count()).toBe(1)
  expect(await chat.page.getByRole('group', { name: '可以点的回答' }).count()).toBe(1)
  expect(await chat.page.getByRole('main').count()).toBe(1)
  expect(await chat.page.getByRole('heading', { level: 1, name: '晚铃' }).count()).toBe(1)
  const nameless = await chat.page
    .locator('button, a, input, textarea, img:visible')
    .evaluateAll(found =>
      found
        .filter(
          one => !one.getAttribute('aria-label') && !one.textContent && !one.getAttribute('alt') && one.id !== 'text',
        )
        .map(one => one.outerHTML),
    )
  expect(nameless).toEqual([])
})

test('everything to tap is at least 44 px, and nothing is wider than a 360 px phone', async () => {
  await chat.page.setViewportSize({ width: 360, height: 640 })
  await chat.say('一个没有空格的很长的词'.repeat(20) + 'https://example.org/'.repeat(10))
  await chat.pill('20分钟').waitFor()
  for (const target of await chat.page.locator('button:visible, textarea').all()) {
    const box = await target.boundingBox()
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44)
  }
  const over = await chat.page.evaluate<number>('document.getElementById("scroll").scrollWidth - innerWidth')
  expect(over).toBe(0)
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`words stand out from their ground by 4.5 to 1 (${colorScheme})`, async () => {
    await chat.page.emulateMedia({ colorScheme })
    await chat.say('在吗')
    await chat.pill('20分钟').waitFor()
    await chat.say('还有')
    await expect.poll(() => chat.page.locator('.line .choices').count()).toBe(2)
    const ratios = await contrast(
      chat.page,
      '.say, .pill, .hint, .hint a, .title h1, .title p, .time, #text, #send, .icon',
    )
    expect(ratios.length).toBeGreaterThan(12)
    expect(ratios.filter(({ ratio }) => ratio < 4.5)).toEqual([])
  })
}

test('dark follows the phone', async () => {
  const ground = () => chat.page.evaluate<string>('getComputedStyle(document.body).backgroundColor')
  const light = await ground()
  await chat.page.emulateMedia({ colorScheme: 'dark' })
  expect(await ground()).not.toBe(light)
  expect(await ground()).toBe('rgb(19, 21, 27)')
})

test('three dots while waiting, still when motion is not wanted', async () => {
  server.answer = () => ({ afterMs: 1500, replies: [] })
  await chat.say('在吗')
  const dot = chat.page.locator('.typing:not([hidden]) i').first()
  await dot.waitFor()
  const motion = () => dot.evaluate(one => one.ownerDocument.defaultView?.getComputedStyle(one).animationName)
  expect(await motion()).toBe('breathe')
  await chat.page.emulateMedia({ reducedMotion: 'reduce' })
  expect(await motion()).toBe('none')
})

test('an English browser gets an English page', async () => {
  const other = await openChat(browser, server.url, { locale: 'en-GB' })
  expect(await other.page.locator('html').getAttribute('lang')).toBe('en')
  await other.page.getByRole('textbox', { name: 'Say something' }).waitFor()
  await other.say('hello')
  await expect.poll(other.lines).toEqual(['I say:hello', 'Wanling says:大概多久？'])
  const chrome = await other.page.locator('header, form').allInnerTexts()
  expect(chrome.join('')).not.toMatch(/[\u4e00-\u9fff]/)
  await other.page.context().close()
})

test('the script holds nothing newer than ES2019 and the page nothing inline or from elsewhere', async () => {
  const read = (name: string) => readFileSync(new URL(`../../bots/webchat/client/${name}`, import.meta.url), 'utf8')
  const [old, today] = await Promise.all(
    ['es2019', 'esnext'].map(target => transform(read('chat.js'), { target, legalComments: 'none' })),
  )
  expect(old?.code).toBe(today?.code)
  expect(read('chat.html')).not.toMatch(/\son\w+=|\sstyle=|<style|https?:\/\/(?!www\.w3\.org\/2000\/svg)/)
  expect(read('chat.css')).not.toMatch(/gap:|inset:|:has\(|:is\(|:where\(|@import|url\(/)
})
