import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Browser, newBrowser } from '../support/browser.ts'
import { newStaff, PASSWORD, signIn } from '../support/desk.ts'
import { totp } from '../support/totp.ts'
import { newWorld, type World } from '../support/world.ts'

let world: World
let secret = ''
let printed: string[] = []

beforeAll(async () => {
  world = await newWorld(undefined, { production: true })
  await newStaff(world, 'li', 'school_office', 'school', '李老师')
  await newStaff(world, 'zhao', 'class_teacher', 'class-3', '赵老师')
})
afterAll(() => world.close())

const secretIn = (html: string): string => /id="secret">\s*([A-Z2-7 ]+)/.exec(html)?.[1]?.trim() ?? ''
const codesIn = (html: string): string[] =>
  Array.from(html.matchAll(/<li>([0-9A-Z-]{12})<\/li>/g), ([, code = '']) => code)

/** As far as the second step. */
const withPassword = async (): Promise<Browser> => {
  const browser = newBrowser(world.service.app)
  const page = await browser.get('/console/sign-in')
  const answer = await browser.send(page, '/console/sign-in', { email: 'li@example.cn', password: PASSWORD })
  expect([answer.status, answer.location]).toEqual([303, '/console/sign-in/code'])
  return browser
}

const withCode = async (browser: Browser, code: string) =>
  browser.send(await browser.get('/console/sign-in/code'), '/console/sign-in/code', { code })

test('in production a role that sees the roster sets up a code before anything else, a class teacher need not', async () => {
  const teacher = await signIn(world, 'zhao')
  expect((await teacher.get('/console')).status).toBe(200)
  const office = await signIn(world, 'li')
  for (const path of ['/console', '/console/me', '/console/u/school/staff']) {
    expect((await office.get(path)).location).toBe('/console/code')
  }
  expect((await office.get('/console/code')).html).toContain('花名册')
})

test('the code is set up by its digits, and ten codes to print are shown once', async () => {
  const browser = await signIn(world, 'li')
  const begin = await browser.get('/console/code')
  const wrong = await browser.send(begin, '/console/code', { password: 'not-my-password' })
  expect([wrong.status, wrong.html.includes('现在的密码不对')]).toEqual([422, true])
  const scan = await browser.send(begin, '/console/code', { password: PASSWORD })
  expect(scan.html).toContain('<svg')
  secret = secretIn(scan.html)
  const missed = await browser.send(scan, '/console/code/check', { code: '000000' })
  expect([missed.status, secretIn(missed.html)]).toEqual([422, secret])
  const done = await browser.send(scan, '/console/code/check', { code: totp(secret) })
  expect([done.status, done.location]).toEqual([303, '/console/code/printed'])
  printed = codesIn((await browser.get('/console/code/printed')).html)
  expect(new Set(printed).size).toBe(10)
  expect((await browser.get('/console/code/printed')).location).toBe('/console/me')
  expect((await browser.get('/console')).status).toBe(200)
})

test('the password alone opens nothing, the digits of now open a session, and only one', async () => {
  const browser = await withPassword()
  expect((await browser.get('/console')).location).toBe('/console/sign-in')
  expect((await withCode(browser, '123456')).status).toBe(401)
  const code = totp(secret, 1)
  expect((await withCode(browser, code)).location).toBe('/console')
  expect((await browser.get('/console')).status).toBe(200)
  const second = await withPassword()
  expect((await withCode(second, code)).status).toBe(401)
  expect((await second.get('/console')).location).toBe('/console/sign-in')
})

test('a printed code opens one session, however it is typed', async () => {
  const [code = ''] = printed
  const browser = await withPassword()
  expect((await withCode(browser, ` ${code.toLowerCase().replaceAll('-', ' ')} `)).location).toBe('/console')
  expect((await browser.get('/console/me')).html).toContain('还有9个备用码')
  expect((await withCode(await withPassword(), code)).status).toBe(401)
})

test('new printed codes take the password, and end the old ones', async () => {
  const browser = await withPassword()
  await withCode(browser, printed[1] ?? '')
  const me = await browser.get('/console/me')
  expect((await browser.send(me, '/console/code/printed', { password: 'not-my-password' })).status).toBe(422)
  await browser.send(me, '/console/code/printed', { password: PASSWORD })
  const fresh = codesIn((await browser.get('/console/code/printed')).html)
  expect(fresh.some(code => printed.includes(code))).toBe(false)
  expect((await withCode(await withPassword(), printed[2] ?? '')).status).toBe(401)
  expect((await withCode(await withPassword(), fresh[0] ?? '')).location).toBe('/console')
})

test('after five wrong codes the sign-in starts again with the password', async () => {
  const browser = await withPassword()
  for (let i = 0; i < 5; i++) expect((await withCode(browser, '111111')).status).toBe(401)
  expect((await withCode(browser, '111111')).status).toBe(429)
  const right = await withCode(browser, totp(secret))
  expect(right.location).not.toBe('/console')
})
