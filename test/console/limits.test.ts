import { afterAll, beforeAll, expect, test } from 'vitest'
import { newBrowser } from '../support/browser.ts'
import { newStaff, PASSWORD } from '../support/desk.ts'
import { newWorld, type World } from '../support/world.ts'

let world: World

beforeAll(async () => {
  world = await newWorld()
  await newStaff(world, 'wang', 'county_lead', 'county')
})
afterAll(() => world.close())

const attempt = async (email: string, password: string, address: string) => {
  const browser = newBrowser(world.service.app, 'zh-CN', address)
  return browser.send(await browser.get('/console/sign-in'), '/console/sign-in', { email, password })
}

test('eight wrong passwords from one address stop this name there, whether it has an account or not', async () => {
  for (const email of ['wang@example.cn', 'nobody@example.cn']) {
    const tries = await Promise.all(Array.from({ length: 9 }, () => attempt(email, 'wrong', '203.0.113.50')))
    expect(tries.map(({ status }) => status).sort()).toEqual([401, 401, 401, 401, 401, 401, 401, 401, 429])
    const right = await attempt(email, PASSWORD, '203.0.113.50')
    expect([right.status, right.html.includes('过十五分钟')]).toEqual([429, true])
  }
  expect((await attempt('wang@example.cn', PASSWORD, '203.0.113.51')).status).toBe(303)
  world.pass(15 * 60_000)
  expect((await attempt('wang@example.cn', PASSWORD, '203.0.113.50')).status).toBe(303)
})

test('signing in well is not counted', async () => {
  for (let i = 0; i < 10; i++) expect((await attempt('wang@example.cn', PASSWORD, '203.0.113.60')).status).toBe(303)
})

test('neither a name nor an address stands in the table of attempts', async () => {
  const rows = JSON.stringify(await world.rows('SELECT * FROM sign_in_failure'))
  expect(rows).not.toContain('wang')
  expect(rows).not.toContain('203.0.113')
  const audit = JSON.stringify(await world.rows('SELECT * FROM audit'))
  expect(audit).not.toContain('@')
})

test('an unknown name takes as long as a wrong password', async () => {
  const time = async (email: string, i: number) => {
    const begun = performance.now()
    await attempt(email, 'wrong', `203.0.113.${100 + i}`)
    return performance.now() - begun
  }
  const [known, unknown]: [number[], number[]] = [[], []]
  for (let i = 0; i < 5; i++) {
    known.push(await time('wang@example.cn', i))
    unknown.push(await time('nobody@example.cn', i))
  }
  const median = (times: number[]) => times.sort((a, b) => a - b)[2] ?? 0
  const ratio = median(known) / median(unknown)
  expect(ratio).toBeGreaterThan(0.4)
  expect(ratio).toBeLessThan(2.5)
})
