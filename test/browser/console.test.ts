import { readFileSync } from 'node:fs'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { wanling } from '../support/cli.ts'
import { newFile, type Running, serveFile } from '../support/server.ts'
import { totp } from '../support/totp.ts'
import { launch } from './open-chat.ts'
import { breaches, openConsole, signInWith } from './open-console.ts'

/** The program as it is shipped, in production: the first administrator from the command line to a colleague's leave. */

const FOLDER = new URL('../../docs/pictures/', import.meta.url).pathname
const DAY_MS = 24 * 3600_000
/** Production has the machine's clock. */
const day = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10)

let browser: Browser
let server: Running
let handedOut = ''
let secret = ''
let printed: string[] = []
const PASSWORD = '小雨 铜锣 三轮车 晚饭后'

beforeAll(async () => {
  browser = await launch()
  const file = newFile()
  const run = (...args: string[]) => wanling(file, args, new Date().toISOString())
  await run('county', 'set', '--name', '晴川县', '--code', '410999', '--region', 'henan')
  await run('school', 'add', '--name', '晴川实验学校', '--kind', 'primary')
  await run('set', 'operator', '{"name":"晴川县教育局","contact":"desk@example.cn","kind":"bureau","receivers":[]}')
  const added = await run('staff', 'add', '--name', '王敏', '--email', 'wang@example.cn', '--role', 'county_lead')
  handedOut = added.out.trim().split(' ').at(-1) ?? ''
  const SECRET_KEY = readFileSync(`${file}.key`, 'utf8').trim()
  server = await serveFile(file, { NODE_ENV: 'production', SECRET_KEY })
})
afterAll(async () => {
  await server.kill()
  await browser.close()
})

const heading = (page: Page): Promise<string> => page.getByRole('heading', { level: 1 }).innerText()

/** Nothing found by axe, and no script or style refused by the policy. */
const isSound = async (page: Page): Promise<void> => expect(await breaches(page), await heading(page)).toEqual([])

test('the first sign-in changes the password, sets up the code and prints ten more, without client script', async () => {
  const page = await openConsole(browser, server.url, { javaScriptEnabled: false })
  expect(await heading(page)).toBe('登录')
  await signInWith(page, 'wang@example.cn', 'not-the-password')
  expect(await page.getByRole('alert').innerText()).toContain('邮箱或者密码不对')
  expect(await page.getByLabel('邮箱').inputValue()).toBe('wang@example.cn')
  await signInWith(page, 'wang@example.cn', handedOut)
  expect(await heading(page)).toBe('换密码')
  await page.getByLabel('现在的密码').fill(handedOut)
  await page.getByLabel('新密码', { exact: true }).fill(PASSWORD)
  await page.getByLabel('新密码再写一遍').fill(PASSWORD)
  await page.getByRole('button', { name: '换好了' }).click()
  expect(await heading(page)).toBe('设一个动态码')
  await page.getByLabel('确认是您本人').fill(PASSWORD)
  await page.getByRole('button', { name: '开始' }).click()
  secret = await page.locator('#secret').innerText()
  await page.getByLabel('填它显示的六位数').fill(totp(secret))
  await page.getByRole('button', { name: '核对' }).click()
  expect(await heading(page)).toBe('十个备用码')
  printed = await page.locator('.codes li').allInnerTexts()
  expect(printed).toHaveLength(10)
  await page.getByRole('link', { name: '收好了' }).click()
  expect(await heading(page)).toBe('王敏,您好')
  await page.getByRole('banner').getByRole('button', { name: '退出' }).click()
  expect(await heading(page)).toBe('登录')
  await page.context().close()
})

/** Signs in with both steps and stays. */
const enter = async (code: string, desk: BrowserContextOptions = {}, path?: string): Promise<Page> => {
  const page = await openConsole(browser, server.url, desk, path)
  await signInWith(page, 'wang@example.cn', PASSWORD)
  await page.getByLabel('动态码或者备用码').fill(code)
  await page.getByRole('button', { name: '登录' }).click()
  return page
}

test('the digits of the authenticator open the page one was going to', async () => {
  const page = await enter(totp(secret, 1), {}, '/console/me')
  expect(await heading(page)).toBe('我的登录')
  await page.context().close()
})

test('a printed code opens the console once', async () => {
  const page = await enter(printed[0] ?? '')
  expect(await heading(page)).toBe('王敏,您好')
  await page.context().close()
  const again = await enter(printed[0] ?? '')
  expect(await again.getByRole('alert').innerText()).toContain('这个码不对')
  await again.context().close()
})

test('a colleague is added and stands in, by keyboard and by mouse, and every page is sound to axe', async () => {
  const page = await enter(printed[1] ?? '')
  const refusedByPolicy: string[] = []
  page.on('console', message => message.type() === 'error' && refusedByPolicy.push(message.text()))
  await isSound(page)
  await page.keyboard.press('Tab')
  expect(await page.evaluate('document.activeElement.textContent.trim()')).toBe('跳到正文')
  await page.keyboard.press('Enter')
  expect(await page.evaluate('document.activeElement.id')).toBe('main')
  await page.getByRole('navigation').getByRole('link', { name: '人员' }).click()
  await isSound(page)
  await page.getByRole('link', { name: '晴川实验学校' }).click()
  expect(await heading(page)).toBe('人员 · 晴川实验学校')
  for (const [name, email] of [
    ['李秋', 'li@example.cn'],
    ['钱春', 'qian@example.cn'],
  ] as const) {
    await page.getByRole('link', { name: '添加人员' }).click()
    await page.getByRole('button', { name: '添加' }).click()
    await isSound(page)
    await page.getByLabel('名字').fill(name)
    await page.getByLabel('邮箱').fill(email)
    await page.getByLabel('工作').selectOption({ label: '教务处' })
    await page.getByRole('button', { name: '添加' }).click()
    expect(await heading(page)).toBe('密码只显示这一次')
    await isSound(page)
    await page.getByRole('link', { name: '告诉好了' }).click()
    await isSound(page)
    await page.getByRole('link', { name: '人员' }).last().click()
  }
  await page.getByRole('link', { name: '李秋' }).click()
  await page.getByLabel('谁代班').selectOption({ label: '钱春' })
  await page.getByLabel('第一天').fill(day(7))
  await page.getByLabel('最后一天').fill(day(9))
  await page.getByRole('button', { name: '交接' }).click()
  expect(await page.getByText(`${day(7)}到${day(9)},由钱春代班`).isVisible()).toBe(true)
  await page.getByRole('link', { name: '王敏' }).click()
  await isSound(page)
  await page.getByRole('link', { name: '换密码' }).click()
  await isSound(page)
  await page.goto(`${server.url}/console/no-such-page`)
  expect(await heading(page)).toBe('没有这一页')
  await isSound(page)
  expect(refusedByPolicy.filter(text => !text.includes('404') && !text.includes('422'))).toEqual([])
  await page.context().close()
})

test('the pages of the sign-in are sound to axe, in English and in the dark', async () => {
  const page = await openConsole(browser, server.url, { locale: 'en-GB', colorScheme: 'dark' })
  expect(await heading(page)).toBe('Sign in')
  await isSound(page)
  await page.getByRole('link', { name: '中文' }).click()
  expect(await heading(page)).toBe('登录')
  await signInWith(page, 'wang@example.cn', PASSWORD)
  await isSound(page)
  await page.context().close()
})

const VIEWS = [
  { name: 'light', viewport: { width: 1280, height: 800 }, colorScheme: 'light' },
  { name: 'dark', viewport: { width: 1280, height: 800 }, colorScheme: 'dark' },
  { name: 'phone', viewport: { width: 390, height: 844 }, colorScheme: 'light' },
] as const

test.each(VIEWS)(
  'pictures of the guide are taken of the real thing, sound and no wider than the window: $name',
  async ({ name, ...view }) => {
    const page = await enter(printed.pop() ?? '', view)
    const shoot = async (what: string, act: () => Promise<unknown>) => {
      await act()
      const path = `${FOLDER}console-${what}-${name}.png`
      const picture = await page.screenshot(process.env.PICTURES ? { path } : {})
      expect(picture.byteLength).toBeGreaterThan(10_000)
      const wide = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')
      expect(wide, what).toBeLessThanOrEqual(0)
      await isSound(page)
    }
    await shoot('home', async () => undefined)
    await shoot('staff', () => page.getByRole('navigation').getByRole('link', { name: '人员' }).click())
    await shoot('person', () => page.getByRole('link', { name: '李秋' }).click())
    await shoot('me', () => page.goto(`${server.url}/console/me`))
    await shoot('sign-in', () => page.getByRole('banner').getByRole('button', { name: '退出' }).click())
    await page.context().close()
  },
  120_000,
)
