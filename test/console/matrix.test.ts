import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from '../../src/console/page.ts'
import { ROLES, type Role, UNIT_OF_ROLE } from '../../src/console/roles.ts'
import type { Browser } from '../support/browser.ts'
import { enter, newStaff } from '../support/desk.ts'
import { addSecondSchool } from '../support/second-school.ts'
import { childId, newWorld, type World } from '../support/world.ts'

/**
 * Every route of the console for every role: held for the unit that the route is about, and held for another one. What
 * is allowed is written to docs/console-roles.md, which people read; run with `--update` after a change, and look.
 */

const OWN = { county: 'county', school: 'school', grade: 'school:2024', class: 'class-3' } as const
const OTHER = { county: 'elsewhere', school: 'other', grade: 'other:2024', class: 'other-class' } as const

/** What stands for the parameters of an address: the units that a page may be about, and a record in the school. */
const SAMPLES: Record<string, string[]> = {
  unit: Object.values(OWN),
  staff: ['member'],
  child: [childId('小雨')],
  letter: ['none'],
  job: ['retention'],
  line: ['none'],
  day: ['2026-12-31'],
}

let world: World
let pages: Page[]
const people = new Map<string, Browser>()

beforeAll(async () => {
  world = await newWorld()
  pages = world.service.pages
  await addSecondSchool(world)
  await newStaff(world, 'member', 'class_teacher', 'class-3')
  for (const role of ROLES) {
    await newStaff(world, `own-${role}`, role, OWN[UNIT_OF_ROLE[role]])
    await newStaff(world, `other-${role}`, role, OTHER[UNIT_OF_ROLE[role]])
    people.set(`own-${role}`, await enter(world, `own-${role}`))
    people.set(`other-${role}`, await enter(world, `other-${role}`))
  }
})
afterAll(() => world.close())

const isInside = ({ action }: Page) => action !== 'public' && action !== 'self'

/** The addresses of a page: one for each sample of its parameter. */
const addressesOf = ({ path }: Page): string[] => {
  const [, name] = /:(\w+)/.exec(path) ?? []
  if (!name) return [`/console${path === '/' ? '' : path}`]
  const samples = SAMPLES[name]
  if (!samples) throw new Error(`SAMPLES names nothing for :${name} of ${path}`)
  return samples.map(sample => `/console${path.replace(`:${name}`, encodeURIComponent(sample))}`)
}

/** A form without its token is refused (403) where the page itself is open; a page that is not is not there (404). */
const isOpen = async (who: string, { method }: Page, address: string): Promise<boolean> => {
  const browser = people.get(who)
  if (!browser) throw new Error(who)
  const { status } = method === 'GET' ? await browser.get(address) : await browser.post(address, {})
  expect([200, 303, 403, 404], `${who} ${method} ${address}`).toContain(status)
  return status !== 404
}

test('no route below /console stands outside the table', () => {
  const listed = new Set(pages.map(({ method, path }) => `${method} /console${path === '/' ? '' : path}`))
  const mounted = world.service.app.routes
    .filter(({ path, method }) => path.startsWith('/console') && method !== 'ALL')
    .map(({ method, path }) => `${method} ${path}`)
  const assets = ['GET /console/style.css', 'GET /console/htmx.js']
  expect(new Set(mounted)).toEqual(new Set([...listed, ...assets]))
})

test('whoever is not signed in opens nothing but the sign-in', async () => {
  const { newBrowser } = await import('../support/browser.ts')
  for (const page of pages.filter(one => one.action !== 'public')) {
    for (const address of addressesOf(page)) {
      const stranger = newBrowser(world.service.app)
      const seen = page.method === 'GET' ? await stranger.get(address) : await stranger.post(address, {})
      if (page.method === 'GET') expect(seen.location, address).toMatch(/^\/console\/sign-in/)
      else expect(seen.status, address).toBe(401)
    }
  }
})

test('every role opens what the table says, in its own unit', async () => {
  const lines: string[] = []
  for (const page of pages.filter(isInside)) {
    for (const address of addressesOf(page)) {
      const open = await Promise.all(ROLES.map(role => isOpen(`own-${role}`, page, address)))
      if (open.some(Boolean)) lines.push(lineOf(page, address, open))
    }
  }
  await expect(documentOf(lines)).toMatchFileSnapshot('../../docs/console-roles.md')
})

test('no role opens anything of a unit that it is not held for', async () => {
  for (const page of pages.filter(isInside)) {
    for (const address of addressesOf(page)) {
      for (const role of ROLES) expect(await isOpen(`other-${role}`, page, address), `${role} ${address}`).toBe(false)
    }
  }
})

test('every page that is refused leaves a row in the audit', async () => {
  const refusedRows = async () =>
    Number((await world.rows("SELECT count(*) FROM audit WHERE event = 'PageRefused'"))[0]?.[0])
  const before = await refusedRows()
  await people.get('own-reader')?.get('/console/u/school/staff')
  expect(await refusedRows()).toBe(before + 1)
  const [last] = await world.rows('SELECT actor, subject FROM audit ORDER BY n DESC LIMIT 1')
  expect(last).toEqual(['own-reader', 'GET /console/u/school/staff'])
})

const SHORT: Record<Role, string> = {
  class_teacher: 'teacher',
  grade_leader: 'grade',
  school_office: 'office',
  provider: 'provider',
  county_desk: 'desk',
  county_lead: 'lead',
  duty: 'duty',
  reader: 'reader',
  auditor: 'auditor',
  operator: 'operator',
}

const lineOf = ({ method, path, action }: Page, address: string, open: boolean[]): string => {
  const unit = Object.entries(OWN).find(([, id]) => address.includes(`/u/${encodeURIComponent(id)}`))?.[0]
  return `| ${method} \`${path}\` | ${unit ?? 'of the record'} | ${action} | ${open.map(one => (one ? 'yes' : '')).join(' | ')} |`
}

const documentOf = (lines: string[]): string => `# Who opens what in the console

Written by \`test/console/matrix.test.ts\`, which asks every address as every role. An empty cell is a 404 and a row in the
audit; nothing opens for a role that is held for another unit. The home page and one's own sign-in are open to whoever is
signed in. Addresses are below \`/console\`.

| page | unit | action | ${ROLES.map(role => SHORT[role]).join(' | ')} |
| --- | --- | --- | ${ROLES.map(() => '---').join(' | ')} |
${lines.join('\n')}
`
