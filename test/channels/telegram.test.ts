import { randomBytes } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { telegramChannel } from '../../bots/telegram/index.ts'
import { inPlace } from '../../src/background/in-place.ts'
import { EmbeddedDatabase } from '../../src/db/embedded.ts'
import { makeIds } from '../../src/db/id.ts'
import { openKeys } from '../../src/db/keys.ts'
import { migrate } from '../../src/db/migrate.ts'
import { statement } from '../../src/db/statement.ts'
import { demoInvitations, seedDemo } from '../../src/demo/index.ts'
import { makeMetrics } from '../../src/metrics.ts'
import { importInPlace, noSheets } from '../../src/roster/desk/importer.ts'
import { makeService } from '../../src/service.ts'
import { startFakeTelegram } from '../fakes/telegram/index.ts'

const TOKEN = '123456:test-token'
const SECRET = 'a-webhook-secret'
const NOW = Date.parse('2026-11-24T21:50:00+08:00')
const CHAT = 7

/** The clock starts at NOW and runs on; tests push it forward. */
const started = Date.now()
let pushed = 0

let fake: Awaited<ReturnType<typeof startFakeTelegram>>
let service: ReturnType<typeof makeService>
let db: EmbeddedDatabase
let code = ''

beforeAll(async () => {
  const random = (n: number) => randomBytes(n)
  const now = () => NOW + Date.now() - started + pushed
  db = new EmbeddedDatabase(join(mkdtempSync(join(tmpdir(), 'wanling-')), 'test.db'))
  await migrate(db, NOW)
  const keys = await openKeys(db, randomBytes(32), NOW)
  await seedDemo(db, { keys, now: NOW, random, newId: makeIds(now, random).row })
  code = (await demoInvitations(db, { keys, now: NOW, random }))[0]?.code ?? ''
  fake = await startFakeTelegram({ token: TOKEN })
  fake.openChat(CHAT)
  const channel = telegramChannel({
    token: TOKEN,
    webhookSecret: SECRET,
    apiRoot: fake.url,
    mode: 'webhook',
    onUnknown: () => undefined,
    log: () => undefined,
  })
  const metrics = makeMetrics()
  const fault = (error: unknown) => {
    throw error
  }
  service = makeService({
    db,
    background: inPlace(db),
    importFor: importInPlace({ db, now, random, readSheet: noSheets }),
    keys,
    channels: [channel],
    metrics,
    now,
    random,
    fault,
    privacyUrl: 'https://wanling.example/privacy',
    publicUrl: 'https://wanling.example',
    production: false,
  })
})

afterAll(async () => {
  await service.idle()
  await fake.close()
  await db.close()
})

let updates = 0

const post = (update: object, secret = SECRET) =>
  service.app.request('/hooks/telegram', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Telegram-Bot-Api-Secret-Token': secret },
    body: JSON.stringify(update),
  })

const from = { id: CHAT, is_bot: false, first_name: 'T', language_code: 'zh-hans' }
const chat = { id: CHAT, type: 'private', first_name: 'T' }
const said = (text: string) => ({
  update_id: ++updates,
  message: { message_id: updates, date: NOW / 1000, chat, from, text },
})

const tapped = (ending: string) => {
  const data = lastButtons().find(one => one.endsWith(ending)) ?? ''
  return { update_id: ++updates, callback_query: { id: String(updates), from, chat_instance: '1', data } }
}

const lastButtons = (): string[] => JSON.stringify(fake.sent.at(-1) ?? {}).match(/p\d+\.[^"]+/g) ?? []
const lastText = (): string => fake.sent.at(-1)?.text ?? ''

test('a family binds and reports through the webhook, and a repeat changes nothing', async () => {
  for (const update of [said(`/start ${code}`)]) expect((await post(update)).status).toBe(200)
  await service.idle()
  expect(lastText()).toContain('小宇')
  for (const ending of ['child:yes', 'relation:mother', 'c6:yes', 'c1:yes']) {
    expect((await post(tapped(ending))).status).toBe(200)
    await service.idle()
  }
  expect(lastText()).toContain('加好了')
  const report = said('作业50分钟 9点40睡')
  const answers = await Promise.all([post(report), post(report), post(report)])
  expect(answers.map(answer => answer.status)).toEqual([200, 200, 200])
  await service.idle()
  expect(fake.sent.filter(message => message.text.includes('50分钟'))).toHaveLength(1 + 1)
  const [rows = []] = await db.read([
    statement(
      "SELECT written_min, bed_offset FROM night WHERE night = '2026-11-24' AND child_id IN (SELECT child_id FROM guardianship WHERE guardian_id = (SELECT guardian_id FROM conversation))",
    ),
  ])
  expect(rows).toEqual([[50, 220]])
})

test('a forged or missing secret is refused and nothing is read', async () => {
  const [before = []] = await db.read([statement('SELECT count(*) FROM turn')])
  expect((await post(said('你好'), 'forged')).status).toBe(401)
  const [after = []] = await db.read([statement('SELECT count(*) FROM turn')])
  expect(after).toEqual(before)
})

test('updates that arrive in another order, or twice, come to the same night', async () => {
  const sentAt = (seconds: number, text: string) => {
    const update = said(text)
    return { ...update, message: { ...update.message, date: NOW / 1000 - 3600 + seconds } }
  }
  const updates = [
    sentAt(1, '作业50分钟 8点10睡'),
    sentAt(2, '刚才说错了,是40分钟'),
    sentAt(3, '数学又写了一会,总共60分钟'),
  ]
  const stands = async (order: number[]): Promise<unknown> => {
    await db.write([
      statement('DELETE FROM night_answer'),
      statement('DELETE FROM night'),
      statement('DELETE FROM turn'),
    ])
    for (const i of order) expect((await post(updates[i] ?? {})).status).toBe(200)
    await service.idle()
    const [rows = []] = await db.read([statement('SELECT written_min, bed_offset FROM night')])
    return rows
  }
  const inOrder = await stands([0, 1, 2])
  expect(inOrder).toEqual([[60, 130]])
  for (const order of [
    [2, 1, 0],
    [1, 0, 2],
    [0, 2, 1],
    [2, 0, 1, 1, 0, 2],
  ])
    expect(await stands(order)).toEqual(inOrder)
})

/** A new minute for the rate limit, and nothing left on its way. */
beforeEach(async () => {
  pushed += 61_000
  await settle()
})

const settle = async (): Promise<void> => {
  pushed += 2000
  await service.idle()
  await service.sweep()
  await service.idle()
}

test('Retry-After holds the message, and what follows it leaves in order behind it', async () => {
  const before = fake.sent.length
  fake.failNext('sendMessage', {
    error_code: 429,
    description: 'Too Many Requests: retry after 1',
    parameters: { retry_after: 1 },
  })
  await post(said('帮助'))
  await post(said('/lang en'))
  await service.idle()
  expect(fake.sent.length).toBe(before)
  pushed += 1500
  for (let i = 0; i < 4; i++) await settle()
  const texts = fake.sent.slice(before).map(message => message.text)
  expect(texts[0]).toContain('一句话就行')
  expect(texts.at(-1)).toContain('English from now on')
  expect(new Set(texts).size).toBe(texts.length)
  await post(said('/lang zh'))
  await settle()
})

test('voice gets one kind answer with the number', async () => {
  const voice = { ...said('').message, text: undefined, voice: { file_id: 'f', file_unique_id: 'u', duration: 3 } }
  await post({ update_id: ++updates, message: voice })
  await settle()
  expect(lastText()).toContain('110')
})

test('somebody who blocked the bot gets nothing more, until they write', async () => {
  fake.blockChat(CHAT)
  await post(said('帮助'))
  await settle()
  const gone = async () => (await db.read([statement('SELECT gone_at IS NOT NULL FROM conversation')]))[0]?.[0]?.[0]
  expect(await gone()).toBe(1)
  fake.unblockChat(CHAT)
  await post(said('帮助'))
  await settle()
  expect(await gone()).toBe(0)
  expect(lastText()).toContain('一句话就行')
})
