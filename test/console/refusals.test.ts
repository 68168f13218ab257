import { afterEach, beforeEach, expect, test } from 'vitest'
import { statement } from '../../src/db/statement.ts'
import { hiddenOf, newBrowser } from '../support/browser.ts'
import { enter, newStaff } from '../support/desk.ts'
import { newWorld, type World } from '../support/world.ts'

let world: World

beforeEach(async () => {
  world = await newWorld()
  await newStaff(world, 'wang', 'county_lead', 'county', '王主任')
  await newStaff(world, 'li', 'school_office', 'school', '李老师')
})
afterEach(() => world.close())

const NAME = '/console/staff/li/name'
const nameOf = async (id: string) => (await world.rows('SELECT name FROM staff WHERE id = ?', id))[0]?.[0]

test('a name with script in it is stored as it is and shown as text', async () => {
  const browser = await enter(world, 'wang')
  const page = await browser.get('/console/staff/li')
  const name = '<script>alert(1)</script>'
  expect((await browser.send(page, NAME, { name })).status).toBe(303)
  const shown = await browser.get('/console/staff/li')
  expect(await nameOf('li')).toBe(name)
  expect(shown.html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  expect(shown.html).not.toContain('<script>alert')
})

test('a form without its token, with another form’s, or with another session’s changes nothing', async () => {
  const browser = await enter(world, 'wang')
  const page = await browser.get('/console/staff/li')
  const own = hiddenOf(page.html, NAME)
  const ofOther = hiddenOf(page.html, '/console/staff/li/off')._token ?? ''
  const elsewhere = await enter(world, 'wang')
  const ofSession = hiddenOf((await elsewhere.get('/console/staff/li')).html, NAME)._token ?? ''
  for (const _token of ['', 'forged', ofOther, ofSession]) {
    const answer = await browser.post(NAME, { ...own, _token, name: '改了' })
    expect(answer.status).toBe(403)
    expect(answer.html).toContain('什么都没有改')
  }
  expect(await nameOf('li')).toBe('李老师')
})

test('a session ends after an hour of silence and after twelve hours in all, and a form says so', async () => {
  const browser = await enter(world, 'wang')
  const page = await browser.get('/console/staff/li')
  world.pass(59 * 60_000)
  expect((await browser.get('/console')).status).toBe(200)
  await world.service.idle()
  world.pass(61 * 60_000)
  const late = await browser.send(page, NAME, { name: '改了' })
  expect([late.status, late.html.includes('登录已经过期')]).toEqual([401, true])
  const busy = await enter(world, 'wang')
  for (let passed = 0; passed < 12 * 60; passed += 50) {
    expect((await busy.get('/console')).status).toBe(200)
    world.pass(50 * 60_000)
  }
  expect((await busy.get('/console')).location).toBe('/console/sign-in')
  expect(await nameOf('li')).toBe('李老师')
})

test('a role that changed while a page was open is told, and nothing is done', async () => {
  const browser = await enter(world, 'wang')
  const page = await browser.get('/console/staff/li')
  await world.db.write([statement("UPDATE staff_role SET role = 'reader' WHERE staff_id = 'wang'")])
  const answer = await browser.send(page, NAME, { name: '改了' })
  expect([answer.status, answer.html.includes('您的工作安排变了')]).toEqual([403, true])
  expect(await nameOf('li')).toBe('李老师')
  expect((await browser.get('/console/staff/li')).status).toBe(404)
})

test('somebody who was turned off is out at once', async () => {
  const office = await enter(world, 'li')
  expect((await office.get('/console')).status).toBe(200)
  const lead = await enter(world, 'wang')
  await lead.send(await lead.get('/console/staff/li'), '/console/staff/li/off', {})
  expect((await office.get('/console')).location).toBe('/console/sign-in')
})

test('a form that somebody else overtook keeps what was typed and saves when it is sent again', async () => {
  const [one, two] = [await enter(world, 'wang'), await enter(world, 'wang')]
  const [first, second] = [await one.get('/console/staff/li'), await two.get('/console/staff/li')]
  await one.send(first, NAME, { name: '李一' })
  const stale = await two.send(second, NAME, { name: '李二' })
  expect(stale.status).toBe(409)
  expect(stale.html).toContain('别人改过这里')
  expect(stale.html).toContain('value="李二"')
  expect(await nameOf('li')).toBe('李一')
  expect((await two.send(stale, NAME, { name: '李二' })).status).toBe(303)
  expect(await nameOf('li')).toBe('李二')
})

test('a form over the limit is not read', async () => {
  const browser = await enter(world, 'wang')
  const page = await browser.get('/console/staff/li')
  const answer = await browser.send(page, NAME, { name: '长'.repeat(40_000) })
  expect([answer.status, answer.html.includes('64 KB')]).toEqual([413, true])
  const form = new FormData()
  for (const [name, value] of Object.entries(hiddenOf(page.html, NAME))) form.set(name, value)
  form.set('name', new File(['x'.repeat(100_000)], 'name.txt'))
  expect((await browser.post(NAME, form)).status).toBe(413)
  expect(await nameOf('li')).toBe('李老师')
})

test('a field that is wrong is named beside itself, and what was typed stays', async () => {
  const browser = await enter(world, 'wang')
  const page = await browser.get('/console/u/school/staff/new')
  const typed = {
    name: '新老师',
    email: 'not an address',
    offer: 'school_office@school',
    from: '2026-13-40',
    until: '',
  }
  const answer = await browser.send(page, '/console/u/school/staff/new', typed)
  expect(answer.status).toBe(422)
  expect(answer.html).toContain('要一个邮箱地址')
  expect(answer.html).toContain('要一个日期')
  expect(answer.html).toContain('value="not an address"')
  expect(answer.html).toContain('href="#f-email"')
})

test('nothing inline, nothing from elsewhere, nothing kept, on every page', async () => {
  const browser = await enter(world, 'wang')
  for (const path of [
    '/console',
    '/console/me',
    '/console/u/county/staff',
    '/console/no-such-page',
    '/console/sign-in',
  ]) {
    const { headers, html } = await browser.get(path)
    expect(headers.get('Content-Security-Policy')).toContain("default-src 'none'; script-src 'self'")
    expect(headers.get('Cache-Control')).toBe('no-store')
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
    expect(headers.get('Strict-Transport-Security')).toContain('max-age')
    expect(html).not.toMatch(/<script(?! src="\/console\/)|<style|\sstyle=|\son\w+=|https?:\/\//)
  }
})

test('a page that is not there and a page that is not yours look the same', async () => {
  const office = await enter(world, 'li')
  const [missing, forbidden] = [await office.get('/console/staff/nobody'), await office.get('/console/staff/wang')]
  const plain = (html: string) => html.replace(/\/console\/staff\/\w+/g, '').replace(/value="[^"]*"/g, '')
  expect([missing.status, forbidden.status]).toEqual([404, 404])
  expect(plain(missing.html)).toBe(plain(forbidden.html))
})

test('the language follows the browser until it is chosen', async () => {
  const english = newBrowser(world.service.app, 'en-GB,en;q=0.9')
  expect((await english.get('/console/sign-in')).html).toContain('<html lang="en">')
  const switched = await english.get('/console/sign-in?to=%2Fconsole%2Fme&lang=zh')
  expect(switched.location).toBe('/console/sign-in?to=%2Fconsole%2Fme')
  expect((await english.get(switched.location)).html).toContain('<html lang="zh-CN">')
  const danish = newBrowser(world.service.app, 'da-DK')
  expect((await danish.get('/console/sign-in')).html).toContain('<html lang="zh-CN">')
})
