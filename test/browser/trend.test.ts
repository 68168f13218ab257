import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newFile, type Running, serveFile } from '../support/server.ts'
import { launch, openChat } from './open-chat.ts'

/** The two weeks' picture in the shipped program: drawn by its thread, seen in its own chat. */
let browser: Browser
let server: Running

beforeAll(async () => {
  browser = await launch()
  server = await serveFile(newFile(), { WANLING_DEMO: 'on', WANLING_NOW: '2026-11-24T21:12:00+08:00' })
})
afterAll(async () => {
  await server.kill()
  await browser.close()
})

test.each([
  ['light', 0],
  ['dark', 1],
] as const)('in the %s chat it is seen, named, and opens at its address', async (colorScheme, family) => {
  const chat = await openChat(browser, server.url, { colorScheme, reducedMotion: 'reduce' })
  const spoken = () => chat.lines().then(lines => lines.join('\n'))
  await chat.page
    .locator('.pill')
    .filter({ hasText: /^我是.*的妈妈/ })
    .nth(family)
    .click()
  for (const label of ['是', '妈妈', '同意']) {
    await chat.pill(label).waitFor()
    await chat.pill(label).click()
  }
  await expect.poll(spoken).toContain('加好了')
  await chat.say('作业50分钟 9点10睡')
  await expect.poll(spoken).toContain('50分钟')
  await chat.say('趋势')
  const picture = chat.page.locator('.picture img')
  await picture.waitFor()
  await expect.poll(() => picture.evaluate(one => Reflect.get(one, 'naturalWidth'))).toBe(780)
  expect(await picture.getAttribute('alt')).toMatch(/^晚铃发来的图: .+的晚上:$/)
  expect(await spoken()).toContain('作业50分钟,9点10关灯')
  const address = (await chat.page.locator('a.picture').getAttribute('href')) ?? ''
  expect((await fetch(new URL(address, server.url))).headers.get('content-type')).toBe('image/png')
  await chat.page.context().close()
})
