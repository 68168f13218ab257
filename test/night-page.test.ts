import { afterEach, beforeEach, expect, test } from 'vitest'
import { statement } from '../src/db/statement.ts'
import { nightNotice } from '../src/nightly/link/notice.ts'
import { tapId } from '../src/nightly/taps.ts'
import { CHILDREN, newWorld, type World } from './support/world.ts'

/** `/n/:token`: tonight's two taps for chats without buttons. */
const NIGHT = '2026-11-23'

let world: World
let path = ''
beforeEach(async () => {
  world = await newWorld()
  await bind('mum', CHILDREN[0].code)
  path = await pathFor('小雨')
})
afterEach(() => world.close())

const bind = async (account: string, code: string) => {
  let { replies } = await world.post(account, { start: code })
  for (const wanted of ['child:yes', 'relation:mother', 'c1:yes']) {
    const choice = replies.flatMap(reply => reply.choices ?? []).find(one => one.id.endsWith(wanted))
    replies = (await world.post(account, { choice: choice?.id ?? '' })).replies
  }
}

const idOf = async (label: string) => String((await world.rows('SELECT id FROM child WHERE label = ?', label))[0]?.[0])

const pathFor = async (label: string, lang: 'zh' | 'en' = 'zh') => {
  const [row] = await world.rows(
    "SELECT g.guardian_id FROM guardianship g JOIN child c ON c.id = g.child_id WHERE c.label = '小雨'",
  )
  const link = { guardianId: String(row?.[0]), childId: await idOf(label), night: NIGHT, lang }
  return new URL(nightNotice(world.keys, 'https://wanling.example', link, label).link?.url ?? '').pathname
}

const look = async (at = path) => {
  const response = await world.service.app.request(at)
  return { status: response.status, text: await response.text(), headers: response.headers }
}

const send = async (form: Record<string, string>, at = path) => {
  const response = await world.service.app.request(at, { method: 'POST', body: new URLSearchParams(form) })
  return { status: response.status, text: await response.text() }
}

/** Taps what the page shows under this label. */
const tap = async (label: string) => {
  const { text } = await look()
  const choice = new RegExp(`value="([^"]+)"[^>]*>${label}<`).exec(text)?.[1] ?? ''
  const id = /name="id" value="([^"]+)"/.exec(text)?.[1] ?? ''
  return { form: { choice, id }, ...(await send({ choice, id })) }
}

const stored = async () => world.rows('SELECT written_min, bed_offset FROM night')
const count = async (sql: string) => Number((await world.rows(sql))[0]?.[0])

test('two taps record the evening, the page says so, and the chat can change it', async () => {
  expect((await look()).text).toContain('小雨这一晚')
  expect((await tap('40分钟')).text).toContain('写了40分钟')
  expect((await tap('9点20')).text).toContain('9点20关灯')
  expect(await stored()).toEqual([[40, 200]])
  const { text } = await look()
  expect(text).toMatch(/aria-pressed="true">40分钟/)
  expect(text).toMatch(/aria-pressed="true">9点20/)
  const { replies } = await world.post('mum', { text: '刚才说错了,是50分钟' })
  expect(replies[0]?.say).toContain('50分钟')
  expect(await stored()).toEqual([[50, 200]])
})

test('a preview or somebody it was forwarded to records nothing', async () => {
  const before = await count('SELECT count(*) FROM turn')
  for (let i = 0; i < 5; i++) expect((await look()).status).toBe(200)
  expect((await world.service.app.request(path, { method: 'HEAD' })).status).toBe(200)
  expect(await count('SELECT count(*) FROM turn')).toBe(before)
  expect(await stored()).toEqual([])
})

test('today there is nothing to fill in: one tap and good night', async () => {
  expect((await tap('今晚不填')).text).toContain('今晚不填')
  expect(await stored()).toEqual([])
})

test('a double tap counts once, and the night can be taken back', async () => {
  const { form } = await tap('40分钟')
  expect((await send(form)).text).toContain('写了40分钟')
  expect(await count('SELECT count(*) FROM night_answer')).toBe(1)
  await tap('这晚不记')
  expect(await stored()).toEqual([[null, null]])
})

test('the page takes nothing that it does not show: no other child, no other night, no consent', async () => {
  await bind('mum', CHILDREN[1].code)
  const other = await idOf('豆豆')
  const child = await idOf('小雨')
  for (const choice of [
    tapId('min', 20, NIGHT, other),
    tapId('min', 40, '2026-11-22', child),
    tapId('min', 299, NIGHT, child),
    'c2:yes',
    'go:me',
    '',
  ]) {
    expect((await send({ choice, id: `id-${choice}` })).status).toBe(200)
  }
  expect(await stored()).toEqual([])
  expect(await count("SELECT count(*) FROM conversation WHERE channel = 'page'")).toBe(0)
})

test('it shows the nickname and nothing else of the child, and asks for no consent', async () => {
  await tap('40分钟')
  const { text } = await tap('9点20')
  expect(text).not.toContain('算进年级')
  expect(text).not.toMatch(/三\(2\)班|晴川实验学校/)
  expect(await count("SELECT count(*) FROM consent WHERE kind = 'C2'")).toBe(0)
})

test('it dies at eight the next evening', async () => {
  world.at('2026-11-24 19:59')
  expect((await look()).status).toBe(200)
  world.at('2026-11-24 20:01')
  expect((await look()).status).toBe(410)
  expect((await send({ choice: tapId('min', 40, NIGHT, await idOf('小雨')), id: 'a' })).status).toBe(410)
  expect(await stored()).toEqual([])
})

test('a token that we never made is no page, and one of a guardian who has left is dead', async () => {
  expect((await look('/n/k000000.AAAA')).status).toBe(404)
  expect((await look(`${path}x`)).status).toBe(404)
  await world.db.write([statement('DELETE FROM guardianship')])
  expect((await look()).status).toBe(410)
})

test('nobody keeps it, no page frames it, and it runs no script', async () => {
  const { headers, text } = await look()
  expect(headers.get('Cache-Control')).toBe('no-store')
  expect(headers.get('Referrer-Policy')).toBe('no-referrer')
  expect(headers.get('Content-Security-Policy')).toContain("default-src 'none'")
  expect(text).not.toContain('<script')
  expect(text).toContain('noindex')
})

test('it speaks English to those who do', async () => {
  const { text } = await look(await pathFor('小雨', 'en'))
  expect(text).toContain('When did the light go out?')
  expect(text).not.toMatch(/关灯|作业/)
  await tap('40分钟')
  const english = await pathFor('小雨', 'en')
  const choice = tapId('min', 60, NIGHT, await idOf('小雨'))
  expect((await send({ choice, id: 'en-1' }, english)).text).toContain('60 minutes')
})
