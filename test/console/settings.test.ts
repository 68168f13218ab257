import { afterEach, beforeEach, expect, test } from 'vitest'
import { isSchoolDay, isSchoolNight } from '../../src/calendar/index.ts'
import { readCountyCalendar } from '../../src/roster/county-calendar.ts'
import type { Browser, Seen } from '../support/browser.ts'
import { enter, newStaff } from '../support/desk.ts'
import { newWorld, type World } from '../support/world.ts'

let world: World
let lu: Browser

beforeEach(async () => {
  world = await newWorld()
  await newStaff(world, 'lu', 'operator', 'county', '陆鸣')
  lu = await enter(world, 'lu')
})
afterEach(() => world.close())

const setting = async (key: string): Promise<unknown> =>
  JSON.parse(String((await world.rows('SELECT value FROM setting WHERE key = ?', key))[0]?.[0] ?? 'null'))

const OPERATOR = { name: '晴川县教育局', contact: '0371-6000000', kind: 'bureau', 'owner-webchat': 'county' }

test('the operator and whose account each channel is are kept, and who decided it', async () => {
  const page = await lu.get('/console/settings')
  const saved = await lu.send(page, '/console/settings', { ...OPERATOR, 'owner-wecom': 'school' })
  expect(saved.location).toBe('/console/settings?done=saved')
  expect(await setting('operator')).toEqual({
    ...{ name: '晴川县教育局', contact: '0371-6000000', kind: 'bureau', receivers: [] },
  })
  expect([await setting('owner.webchat'), await setting('owner.wecom')]).toEqual(['county', 'school'])
  expect(await setting('owner.lark')).toBeNull()
  expect(await world.rows("SELECT by FROM setting WHERE key = 'operator'")).toEqual([['lu']])
})

test('a form that is older than another change keeps what was typed and changes nothing', async () => {
  const mine = await lu.get('/console/settings')
  const theirs = await lu.get('/console/settings')
  world.pass(1000)
  await lu.send(theirs, '/console/settings', { ...OPERATOR, contact: '别人写的' })
  const late = await lu.send(mine, '/console/settings', { ...OPERATOR, contact: '我写的' })
  expect(late.status).toBe(409)
  expect(late.html).toContain('别人改过这里')
  expect(late.html).toContain('value="我写的"')
  expect(await setting('operator')).toMatchObject({ contact: '别人写的' })
  world.pass(1000)
  expect((await lu.send(late, '/console/settings', { ...OPERATOR, contact: '我写的' })).status).toBe(303)
  expect(await setting('operator')).toMatchObject({ contact: '我写的' })
})

test('an owner that is nobody here is refused', async () => {
  const page = await lu.get('/console/settings')
  const answer = await lu.send(page, '/console/settings', { ...OPERATOR, 'owner-lark': 'elsewhere' })
  expect(answer.status).toBe(422)
  expect(answer.html).toContain('从列出的里面选一个')
  expect(await setting('owner.webchat')).toBeNull()
})

const LINE = { number: '0371-6000001', owner: '晴川县教育局', hours: '工作日8点半到5点半', purpose: '反映作业太多' }

const addLine = async (fields: Record<string, string> = LINE): Promise<Seen> =>
  lu.send(await lu.get('/console/lines'), '/console/lines', { ...fields, verifiedOn: '' })

const lines = () => world.rows('SELECT id, number, verified_on, version FROM help_line')

test('a local number is added, called, changed and removed; a new number has not been called', async () => {
  await addLine()
  const [line] = await lines()
  const id = String(line?.[0])
  expect(line?.slice(1)).toEqual(['0371-6000001', null, 1])
  const called = await lu.send(await lu.get('/console/lines'), `/console/lines/${id}/called`, {})
  expect(called.location).toContain('done=called')
  expect((await lines())[0]?.slice(2)).toEqual(['2026-11-23', 2])
  const edit = await lu.get(`/console/lines?change=${id}`)
  expect(edit.html).toContain('value="2026-11-23"')
  await lu.send(edit, `/console/lines/${id}`, { ...LINE, number: '0371-6000002', verifiedOn: '2026-11-23' })
  expect((await lines())[0]?.slice(1)).toEqual(['0371-6000002', null, 3])
  await lu.send(await lu.get(`/console/lines?change=${id}`), `/console/lines/${id}/remove`, {})
  expect(await lines()).toEqual([])
})

test('a number changed by somebody else meanwhile is shown as it stands, with what was typed', async () => {
  await addLine()
  const id = String((await lines())[0]?.[0])
  const mine = await lu.get(`/console/lines?change=${id}`)
  await lu.send(await lu.get('/console/lines'), `/console/lines/${id}/called`, {})
  const late = await lu.send(mine, `/console/lines/${id}`, { ...LINE, owner: '我写的单位', verifiedOn: '' })
  expect(late.status).toBe(409)
  expect(late.html).toMatch(/别人改过这里.*value="我写的单位"/s)
  expect((await lines())[0]?.[3]).toBe(2)
})

test.each([
  ['number', 'tel:110;', '电话只有数字'],
  ['number', '', '这里要填'],
  ['owner', '局'.repeat(61), '太长了'],
])('a number whose %s is %j is refused, and what was typed stays', async (name, value, said) => {
  const answer = await addLine({ ...LINE, [name]: value })
  expect(answer.status).toBe(422)
  expect(answer.html).toContain(said)
  expect(answer.html).toContain('value="反映作业太多"')
  expect(await lines()).toEqual([])
})

test('a name with script in it is shown as text', async () => {
  await addLine({ ...LINE, owner: '<img src=x onerror=alert(1)>' })
  const { html } = await lu.get('/console/lines')
  expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;')
  expect(html).not.toContain('<img src=x')
})

const SNOW = { from: '2026-12-01', until: '2026-12-02', what: 'off', reason: '大雪停课' }

test('a calendar change is seen before it is made, then counts, then is undone', async () => {
  const page = await lu.get('/console/calendar')
  const preview = await lu.send(page, '/console/calendar/preview', SNOW)
  expect(preview.html).toMatch(/2026-12-01 周二.*上学.*<strong>不上学<\/strong>.*不是上学前一晚/s)
  expect(isSchoolDay(await readCountyCalendar(world.db), '2026-12-01')).toBe(true)
  const saved = await lu.send(preview, '/console/calendar', {})
  expect(saved.location).toContain('done=saved')
  const changed = await readCountyCalendar(world.db)
  expect([isSchoolDay(changed, '2026-12-01'), isSchoolNight(changed, '2026-12-01')]).toEqual([false, false])
  const undone = await lu.send(await lu.get('/console/calendar'), '/console/calendar/2026-12-01/remove', {})
  expect(undone.location).toContain('done=removed')
  expect(isSchoolDay(await readCountyCalendar(world.db), '2026-12-01')).toBe(true)
  expect(isSchoolDay(await readCountyCalendar(world.db), '2026-12-02')).toBe(false)
})

test('a look at a change can be gone back from, with what was typed', async () => {
  const preview = await lu.send(await lu.get('/console/calendar'), '/console/calendar/preview', SNOW)
  const form = { ...SNOW, again: 'yes' }
  const again = await lu.send(preview, '/console/calendar/preview', form)
  expect(again.html).toContain('value="大雪停课"')
  expect(await world.rows('SELECT date FROM calendar_override')).toEqual([])
})

test.each([
  [{ ...SNOW, until: '2026-11-30' }, '最后一天要在第一天以后'],
  [{ ...SNOW, until: '2027-12-01' }, '一次最多31天'],
  [{ ...SNOW, from: 'snow' }, '要一个日期'],
  [{ ...SNOW, reason: '' }, '这里要填'],
])('%j is refused: %s', async (fields, said) => {
  const answer = await lu.send(await lu.get('/console/calendar'), '/console/calendar/preview', fields)
  expect([answer.status, answer.html.includes(said)]).toEqual([422, true])
})
