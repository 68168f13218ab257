import { afterAll, beforeAll, expect, test } from 'vitest'
import { newBrowser } from '../support/browser.ts'
import { newStaff, PASSWORD, signIn } from '../support/desk.ts'
import { newWorld, type World } from '../support/world.ts'

let world: World

beforeAll(async () => {
  world = await newWorld()
  await newStaff(world, 'wang', 'county_lead', 'county', '王<b>主任</b>')
})
afterAll(() => world.close())

const attempt = async (email: string, password: string, address?: string) => {
  const browser = newBrowser(world.service.app, 'zh-CN', address)
  const page = await browser.get('/console/sign-in')
  return { browser, answer: await browser.send(page, '/console/sign-in', { email, password }) }
}

test('whoever is not signed in is sent to the sign-in, and afterwards to where they were going', async () => {
  const browser = newBrowser(world.service.app)
  const away = await browser.get('/console/no/such?page=2')
  expect([away.status, away.location]).toEqual([303, '/console/sign-in?to=%2Fconsole%2Fno%2Fsuch%3Fpage%3D2'])
  const page = await browser.get(away.location)
  const done = await browser.send(page, '/console/sign-in', { email: 'wang@example.cn', password: PASSWORD })
  expect([done.status, done.location]).toEqual([303, '/console/no/such?page=2'])
})

test('the sign-in leads nowhere outside the console', async () => {
  for (const to of ['https://evil.example/', '//evil.example', '/console/\\evil.example', '/chat', 'javascript:1']) {
    const browser = newBrowser(world.service.app)
    const page = await browser.get('/console/sign-in')
    const fields = { email: 'wang@example.cn', password: PASSWORD, to }
    expect((await browser.send(page, '/console/sign-in', fields)).location).toBe('/console')
  }
})

test('a name with markup is shown as text', async () => {
  const browser = await signIn(world, 'wang')
  const home = await browser.get('/console')
  expect(home.html).toContain('王&lt;b&gt;主任&lt;/b&gt;,您好')
  expect(home.html).not.toContain('<b>')
})

test('an unknown name and a wrong password are answered alike, and the name is kept', async () => {
  const wrong = await attempt('wang@example.cn', 'not-the-password')
  const unknown = await attempt('nobody@example.cn', 'not-the-password')
  const plain = (html: string) => html.replace(/value="[^"]*"/g, '')
  expect([wrong.answer.status, unknown.answer.status]).toEqual([401, 401])
  expect(plain(wrong.answer.html)).toBe(plain(unknown.answer.html))
  expect(wrong.answer.html).toContain('value="wang@example.cn"')
})

test('signing out ends the session in the table too', async () => {
  const browser = await signIn(world, 'wang')
  const kept = new Map(browser.cookies)
  await browser.send(await browser.get('/console'), '/console/sign-out', {})
  for (const [name, value] of kept) browser.cookies.set(name, value)
  expect((await browser.get('/console')).location).toContain('/console/sign-in')
})
