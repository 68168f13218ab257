import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { consent } from '../../src/db/schema/index.ts'
import { insert } from '../../src/db/statement.ts'
import { countConsents, released } from '../../src/roster/desk/consent-counts.ts'
import { type Browser, hiddenOf, type Seen } from '../support/browser.ts'
import { enter, newStaff } from '../support/desk.ts'
import { addSecondSchool } from '../support/second-school.ts'
import { childId, newWorld, type World } from '../support/world.ts'

let world: World
let li: Browser
const XIAOYU = childId('小雨')
const CHILD = `/console/children/${XIAOYU}`

beforeEach(async () => {
  world = await newWorld()
  await addSecondSchool(world)
  await newStaff(world, 'li', 'school_office', 'school', '李老师')
  li = await enter(world, 'li')
})
afterEach(() => world.close())

const stays = () =>
  world.rows('SELECT class_id, from_date, until_date FROM enrolment WHERE child_id = ? ORDER BY from_date', XIAOYU)

test('children are found by part of a name and by class', async () => {
  const all = (await li.get('/console/u/school/roster')).html
  for (const name of ['小雨', '豆豆', '大山', '安安']) expect(all).toContain(name)
  const found = (await li.get(`/console/u/school/roster?q=${encodeURIComponent('雨')}`)).html
  expect([found.includes('小雨'), found.includes('豆豆')]).toEqual([true, false])
  const ofClass = (await li.get('/console/u/school/roster?class=class-1')).html
  expect([ofClass.includes('豆豆'), ofClass.includes('>小雨<')]).toEqual([true, false])
  expect((await li.get('/console/u/school/roster?q=%25')).html).toContain('没有找到')
})

test('no page of the desk tells which child’s family is here', async () => {
  const pages = ['/console/u/school/roster', '/console/u/school/classes', CHILD, '/console/u/school/slips']
  const before = await Promise.all(pages.map(path => li.get(path)))
  await world.post('mother', { start: 'AAAA222333' })
  await world.post('mother', { choice: 'child:yes' })
  await world.post('mother', { choice: 'relation:mother' })
  await world.post('mother', { choice: 'c1:yes' })
  expect(await world.rows('SELECT count(*) FROM guardianship')).toEqual([[1]])
  const after = await Promise.all(pages.map(path => li.get(path)))
  expect(after.map(page => page.html)).toEqual(before.map(page => page.html))
})

test('a child moves to another class today; its days in the old one stay', async () => {
  const moved = await li.send(await li.get(CHILD), `${CHILD}/move`, { class: 'class-5' })
  expect(moved.location).toBe(`${CHILD}?done=moved`)
  expect(await stays()).toEqual([
    ['class-3', '2026-09-01', '2026-11-23'],
    ['class-5', '2026-11-23', null],
  ])
  expect(await world.rows("SELECT actor_kind, actor_id FROM change_log WHERE type = 'ChildMoved'")).toEqual([
    ['staff', 'li'],
  ])
})

test('a form that is older than a move changes nothing', async () => {
  const old = await li.get(CHILD)
  await li.send(await li.get(CHILD), `${CHILD}/move`, { class: 'class-5' })
  for (const [deed, fields] of [
    ['move', { class: 'class-1' }],
    ['leave', {}],
    ['name', { label: '小宇', nickname: '' }],
  ] as const) {
    const late = await li.send(old, `${CHILD}/${deed}`, fields)
    expect([deed, late.status]).toEqual([deed, 409])
  }
  expect((await stays()).length).toBe(2)
})

test('a child cannot be put into a class of another school', async () => {
  const answer = await li.send(await li.get(CHILD), `${CHILD}/move`, { class: 'other-class' })
  expect(answer.status).toBe(422)
  expect((await stays()).length).toBe(1)
})

test('a child leaves, and comes back', async () => {
  await li.send(await li.get(CHILD), `${CHILD}/leave`, {})
  expect(await stays()).toEqual([['class-3', '2026-09-01', '2026-11-23']])
  expect((await li.get(CHILD)).html).toContain('已经离校')
  world.pass(24 * 3600_000)
  li = await enter(world, 'li')
  await li.send(await li.get(CHILD), `${CHILD}/return`, { class: 'class-3' })
  expect((await stays()).at(-1)).toEqual(['class-3', '2026-11-24', null])
})

test('a name is corrected, and script in it is shown as text', async () => {
  await li.send(await li.get(CHILD), `${CHILD}/name`, { label: '<b>雨</b>', nickname: '靠窗的' })
  expect(await world.rows('SELECT label, nickname FROM child WHERE id = ?', XIAOYU)).toEqual([['<b>雨</b>', '靠窗的']])
  const { html } = await li.get('/console/u/school/roster')
  expect(html).toContain('&lt;b&gt;雨&lt;/b&gt;')
  const log = await world.rows("SELECT change FROM change_log WHERE type = 'ChildDescribed'")
  expect(JSON.stringify(log)).not.toContain('雨')
})

const codesIn = ({ html }: Seen): string[] =>
  [...html.matchAll(/<p class="code">.*?<\/small>(\w{5}) (\w{5})/g)].map(([, a, b]) => `${a}${b}`)

test('slips of a class are handed out as a file to print, and their codes open', async () => {
  const sheet = await li.send(await li.get('/console/u/school/slips'), '/console/u/school/slips', {
    class: 'class-3',
    lang: 'zh',
  })
  expect(sheet.headers.get('Content-Disposition')).toContain('attachment')
  const [code = ''] = codesIn(sheet)
  const { replies } = await world.post('mother', { start: code })
  expect(replies[0]?.say).toContain('小雨')
  expect((await world.post('other', { start: 'AAAA222333' })).replies[0]?.say).not.toContain('小雨')
})

test('a lost slip is made anew, whether or not the old one was used', async () => {
  const make = async () => li.send(await li.get(CHILD), `${CHILD}/slip`, {})
  const plain = await make()
  await world.post('mother', { start: codesIn(plain)[0] ?? '' })
  await world.post('mother', { choice: 'child:yes' })
  await world.post('mother', { choice: 'relation:mother' })
  await world.post('mother', { choice: 'c1:yes' })
  const again = await make()
  const shape = (page: Seen) =>
    page.html.replaceAll(codesIn(page)[0]?.slice(0, 5) ?? '', '').replace(/\w{5}<\/p>|d="[^"]*"/g, '')
  expect(shape(again)).toBe(shape(plain))
  expect(codesIn(again)).not.toEqual(codesIn(plain))
})

const IMPORT = '/console/u/school/roster/import'

const upload = async (content: string, fields: Record<string, string>, name = '名单.csv'): Promise<Seen> => {
  const form = new FormData()
  for (const [key, value] of Object.entries({ ...hiddenOf((await li.get(IMPORT)).html, IMPORT), ...fields }))
    form.set(key, value)
  form.set('file', new File([content], name))
  return li.post(IMPORT, form)
}

const children = async () => Number((await world.rows('SELECT count(*) FROM child'))[0]?.[0])
const CSV = '班级,姓名\n三年级2班,小雨\n三年级2班,新来的\n'

test('a roster is looked at first and nothing is stored; then it is imported', async () => {
  const before = await children()
  const tried = await upload(CSV, { how: 'try' })
  expect(tried.status).toBe(200)
  expect(tried.html).toMatch(/会这样改.*新来 1.*先看看,什么也不存/s)
  expect(await children()).toBe(before)
  const done = await upload(CSV, { how: 'import' })
  expect(done.html).toMatch(/导好了.*新来 1/s)
  expect(await children()).toBe(before + 1)
  expect(await world.rows("SELECT actor_id FROM change_log WHERE type = 'ChildEnrolled'")).toEqual([['li']])
})

test('rows of another school are refused, and nothing is stored', async () => {
  const before = await children()
  const answer = await upload('学校,班级,姓名\n邻村小学,三年级1班,小偷看\n', { how: 'import' })
  expect(answer.status).toBe(422)
  expect(answer.html).toContain('没有导入')
  expect(await children()).toBe(before)
})

test.each([
  ['a PDF with another name', '%PDF-1.7 nothing', 422],
  ['no file', '', 422],
  ['more than 2 MB', 'x'.repeat(2 * 1024 * 1024 + 32 * 1024), 413],
])('%s: a clear page, nothing changed', async (_, content, status) => {
  const before = await children()
  const answer = await upload(content, { how: 'import' }, '名单.xlsx')
  expect(answer.status).toBe(status)
  expect(answer.html).toMatch(/没有导入|要选一个文件|最多收/)
  expect(await children()).toBe(before)
})

test('what is said of consents singles nobody out, on either side', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 400 }), (a, b) => {
      const [n, total] = [Math.min(a, b), Math.max(a, b)]
      const said = released(n, total)
      if (said === undefined) return n < 20 || total - n < 20 || total < 20
      return said >= 10 && said % 10 === 0 && said <= n && total - said >= 10
    }),
  )
  expect([released(9, 400), released(10, 400), released(300, 300), released(57, 200)]).toEqual([undefined, 10, 290, 50])
})

test('consents are counted by the day and shown from ten on', async () => {
  const given = (id: string, kind: string, child: string, isGiven = true) =>
    insert(consent, { id, guardianId: `g-${id}`, childId: child, kind, version: '1', given: isGiven, at: 1 })
  const many = Array.from({ length: 30 }, (_, i) => `三年级2班,孩子${i}`)
  await upload(`班级,姓名\n${many.join('\n')}\n`, { how: 'import' })
  const ids = (await world.rows("SELECT id FROM child WHERE label LIKE '孩子%'")).map(([id]) => String(id))
  await world.db.write([
    ...ids.slice(0, 15).map((id, i) => given(`a${i}`, 'C2', id)),
    ...ids.slice(0, 7).map((id, i) => given(`b${i}`, 'C4', id)),
    ...ids.map((id, i) => given(`c${i}`, 'C5', id, false)),
  ])
  await world.db.write(await countConsents(world.tools.background, '2026-11-23'))
  const { html } = await li.get('/console/u/school/consents')
  expect(html).toMatch(
    /晴川实验学校<\/th><td><span class="soft">不说<\/span><\/td><td>10以上<\/td><td><span class="soft">不说/,
  )
  expect(html).not.toMatch(/15|>7</)
})
