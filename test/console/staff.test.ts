import { afterEach, beforeEach, expect, test } from 'vitest'
import { formToken } from '../../src/console/csrf.ts'
import { type Browser, newBrowser } from '../support/browser.ts'
import { enter, newStaff } from '../support/desk.ts'
import { addSecondSchool } from '../support/second-school.ts'
import { newWorld, type World } from '../support/world.ts'

let world: World
let wang: Browser
let li: Browser

beforeEach(async () => {
  world = await newWorld()
  world.at('2026-11-24 09:00')
  await addSecondSchool(world)
  await newStaff(world, 'wang', 'county_lead', 'county', '王主任')
  await newStaff(world, 'li', 'school_office', 'school', '李老师')
  await newStaff(world, 'zhao', 'class_teacher', 'class-3', '赵老师')
  await newStaff(world, 'sun', 'class_teacher', 'class-5', '孙老师')
  await newStaff(world, 'lu', 'operator', 'county', '陆鸣')
  wang = await enter(world, 'wang')
  li = await enter(world, 'li')
})
afterEach(() => world.close())

const NEW = '/console/u/school/staff/new'
const passwordIn = (html: string): string => /id="password">\s*([0-9A-Z-]{12})/.exec(html)?.[1] ?? ''
const rolesOf = (id: string) =>
  world.rows('SELECT role, unit, from_date, until_date FROM staff_role WHERE staff_id = ? ORDER BY 1, 2, 3', id)

const add = async (browser: Browser, fields: Record<string, string>) =>
  browser.send(await browser.get(NEW), NEW, {
    name: '钱老师',
    email: 'qian@example.cn',
    from: '2026-11-24',
    until: '',
    ...fields,
  })

/** Sends one of the forms of somebody's page. */
const deed = async (browser: Browser, id: string, path: string, fields: Record<string, string> = {}) =>
  browser.send(await browser.get(`/console/staff/${id}`), `/console/staff/${id}${path}`, fields)

/** Sends a form that the page does not show, with the token that it would have had. */
const byForce = (browser: Browser, action: string, fields: Record<string, string> = {}) => {
  const [token = ''] = decodeURIComponent(browser.cookies.get('__Secure-wanling.session_token') ?? '').split('.')
  return browser.post(action, { version: '0', ...fields, _token: formToken(world.keys, `x-${token}`, action) })
}

test('the office adds a class teacher, whose handed-out password is changed before anything else', async () => {
  const added = await add(li, { offer: 'class_teacher@class-3' })
  const password = passwordIn(added.html)
  expect(password).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{2}$/)
  const browser = newBrowser(world.service.app)
  const email = 'qian@example.cn'
  await browser.send(await browser.get('/console/sign-in'), '/console/sign-in', { email, password })
  expect((await browser.get('/console')).location).toBe('/console/password')
  const form = await browser.get('/console/password')
  const change = (next: string, again = next, current = password) =>
    browser.send(form, '/console/password', { current, next, again })
  expect((await change('short')).html).toContain('至少12个字')
  expect((await change('a long enough one', 'another long one')).html).toContain('两遍不一样')
  expect((await change('qian has a long one')).html).toContain('不要有自己的邮箱')
  expect((await change('a long enough one', 'a long enough one', 'not-the-old')).html).toContain('现在的密码不对')
  expect((await change('a long enough one')).status).toBe(303)
  expect((await browser.get('/console')).status).toBe(200)
  const again = newBrowser(world.service.app)
  const old = await again.send(await again.get('/console/sign-in'), '/console/sign-in', { email, password })
  expect(old.status).toBe(401)
})

test('the office gives no role outside its school and none that it may not give', async () => {
  for (const offer of [
    'class_teacher@other-class',
    'school_office@school',
    'county_lead@county',
    'operator@county',
    'x@y',
    '',
  ]) {
    expect((await add(li, { offer })).status, offer).toBe(422)
  }
  expect(await world.rows("SELECT 1 FROM staff WHERE email = 'qian@example.cn'")).toEqual([])
})

test('the operator gives no role that reads a case or a child, and resets nobody who holds one', async () => {
  const lu = await enter(world, 'lu')
  expect((await add(lu, { offer: 'school_office@school' })).status).toBe(422)
  for (const path of ['/password', '/off']) expect((await byForce(lu, `/console/staff/wang${path}`)).status).toBe(422)
  expect((await lu.get('/console/staff/wang')).html).not.toContain('停用账号')
})

test('nobody changes themselves', async () => {
  const page = await wang.get('/console/staff/wang')
  expect(page.html).toContain('请别的负责人来改')
  const more = { offer: 'operator@county', from: '2026-11-24' }
  expect((await byForce(wang, '/console/staff/wang/roles', more)).status).toBe(422)
  expect(await rolesOf('wang')).toEqual([['county_lead', 'county', '2026-09-01', null]])
})

test('an e-mail that has an account is named, and one that was turned off is let in again without its old roles', async () => {
  expect((await add(wang, { email: 'zhao@example.cn', offer: 'school_office@school' })).html).toContain('已经有账号')
  expect((await deed(wang, 'zhao', '/off')).status).toBe(303)
  expect((await add(wang, { email: 'ZHAO@example.cn', offer: 'school_office@school' })).status).toBe(200)
  expect(await rolesOf('zhao')).toEqual([
    ['class_teacher', 'class-3', '2026-09-01', '2026-11-24'],
    ['school_office', 'school', '2026-11-24', null],
  ])
})

test('a role begins and ends on its days', async () => {
  await deed(wang, 'zhao', '/roles', { offer: 'school_office@school', from: '2026-11-25', until: '2026-11-26' })
  const zhao = await enter(world, 'zhao')
  const status = async (beijing: string) => {
    world.at(beijing)
    return (await (await enter(world, 'zhao')).get('/console/u/school/staff')).status
  }
  expect((await zhao.get('/console/u/school/staff')).status).toBe(404)
  expect(await status('2026-11-24 23:59')).toBe(404)
  expect(await status('2026-11-25 00:00')).toBe(200)
  expect(await status('2026-11-26 23:59')).toBe(200)
  expect(await status('2026-11-27 00:00')).toBe(404)
})

test('a role that is ended opens nothing from that moment', async () => {
  expect((await li.get('/console/u/school/staff')).status).toBe(200)
  await deed(wang, 'li', '/roles/end', { offer: 'school_office@school' })
  expect((await li.get('/console/u/school/staff')).status).toBe(404)
})

test('on the days of a leave the stand-in holds the roles, and so does whoever is away', async () => {
  const leave = { standIn: 'sun', leaveFrom: '2026-11-25', leaveUntil: '2026-11-27' }
  expect((await deed(wang, 'li', '/leave', leave)).status).toBe(303)
  const status = async (beijing: string, id: string) => {
    world.at(beijing)
    return (await (await enter(world, id)).get('/console/u/school/staff')).status
  }
  expect(await status('2026-11-24 12:00', 'sun')).toBe(404)
  expect(await status('2026-11-25 00:00', 'sun')).toBe(200)
  expect(await status('2026-11-27 23:59', 'sun')).toBe(200)
  expect(await status('2026-11-27 23:59', 'li')).toBe(200)
  expect(await status('2026-11-28 00:00', 'sun')).toBe(404)
})

test('a leave that is cancelled is over, and one that makes no sense is refused', async () => {
  const order = { standIn: 'sun', leaveFrom: '2026-11-25', leaveUntil: '2026-11-23' }
  expect((await deed(wang, 'li', '/leave', order)).html).toContain('最后一天要在第一天之后')
  const past = { standIn: 'sun', leaveFrom: '2026-11-01', leaveUntil: '2026-11-03' }
  expect((await deed(wang, 'li', '/leave', past)).html).toContain('已经过去了')
  expect((await deed(wang, 'li', '/leave', { ...order, standIn: 'li', leaveUntil: '2026-11-27' })).status).toBe(422)
  expect((await deed(wang, 'li', '/leave', { ...order, standIn: 'wang', leaveUntil: '2026-11-27' })).status).toBe(422)
  await deed(wang, 'li', '/leave', { ...order, leaveFrom: '2026-11-24', leaveUntil: '2026-11-27' })
  const sun = await enter(world, 'sun')
  expect((await sun.get('/console/u/school/staff')).status).toBe(200)
  const [row] = await world.rows("SELECT id FROM staff_leave WHERE staff_id = 'li'")
  await deed(wang, 'li', '/leave/cancel', { leave: String(row?.[0]) })
  expect((await sun.get('/console/u/school/staff')).status).toBe(404)
})

test('a new password ends every session of its owner and nobody else’s', async () => {
  const zhao = await enter(world, 'zhao')
  const reset = await deed(li, 'zhao', '/password')
  expect(passwordIn(reset.html)).not.toBe('')
  expect((await zhao.get('/console')).location).toContain('/console/sign-in')
  expect((await li.get('/console')).status).toBe(200)
})

test('the list finds by name and by e-mail, and shows a school its own people alone', async () => {
  await newStaff(world, 'feng', 'class_teacher', 'other-class', '冯老师')
  expect((await li.get('/console/u/school/staff')).html).not.toContain('冯老师')
  expect((await wang.get('/console/u/county/staff')).html).toContain('冯老师')
  const found = await wang.get(`/console/u/county/staff?q=${encodeURIComponent('zhao@')}`)
  expect([found.html.includes('赵老师'), found.html.includes('孙老师')]).toEqual([true, false])
  expect((await wang.get('/console/u/county/staff?q=%25')).html).toContain('没有找到')
})

test('one’s own sessions are listed by browser and ended one by one', async () => {
  const other = await enter(world, 'wang')
  const me = await wang.get('/console/me')
  expect(me.html.match(/就是这里/g)).toHaveLength(1)
  const [row] = await world.rows(
    "SELECT id FROM staff_session WHERE staff_id = 'wang' AND token <> ?",
    decodeURIComponent(wang.cookies.get('__Secure-wanling.session_token') ?? '').split('.')[0] ?? '',
  )
  await wang.send(me, '/console/me/sessions', { session: String(row?.[0]) })
  expect((await other.get('/console')).location).toContain('/console/sign-in')
  const third = await enter(world, 'wang')
  const office = await enter(world, 'li')
  await wang.send(await wang.get('/console/me'), '/console/me/sessions', { session: 'others' })
  expect((await third.get('/console')).location).toContain('/console/sign-in')
  expect((await office.get('/console')).status).toBe(200)
  expect((await wang.get('/console')).status).toBe(200)
})
