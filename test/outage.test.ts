import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { telegramChannel } from '../bots/telegram/index.ts'
import { inPlace } from '../src/background/in-place.ts'
import { EmbeddedDatabase } from '../src/db/embedded.ts'
import { openKeys } from '../src/db/keys.ts'
import { migrate } from '../src/db/migrate.ts'
import { makeMetrics } from '../src/metrics.ts'
import { importInPlace, noSheets } from '../src/roster/desk/importer.ts'
import { makeService } from '../src/service.ts'
import { type FakeTelegram, startFakeTelegram } from './fakes/telegram/index.ts'
import { newFile } from './support/server.ts'

/** What waits while the service is away, and how it is taken up again: on Telegram, by polling, through the whole program. */
const TOKEN = '123456:test-token'
const HOUR = 3600_000
const EVENING = Date.parse('2026-11-23T21:50:00+08:00')
const MUM = 501

let clock = EVENING
let fake: FakeTelegram
let db: EmbeddedDatabase
let service: ReturnType<typeof makeService>
let channel: ReturnType<typeof telegramChannel>

beforeEach(async () => {
  clock = EVENING
  fake = await startFakeTelegram({ token: TOKEN, anyChat: true })
  db = new EmbeddedDatabase(newFile())
  await migrate(db, clock)
  const random = (n: number) => randomBytes(n)
  const now = () => clock
  const quiet = { onUnknown: () => undefined, log: () => undefined, now }
  channel = telegramChannel({ token: TOKEN, apiRoot: fake.url, mode: 'polling', ...quiet })
  service = makeService({
    db,
    keys: await openKeys(db, randomBytes(32), clock),
    background: inPlace(db),
    importFor: importInPlace({ db, now, random, readSheet: noSheets }),
    channels: [channel],
    metrics: makeMetrics(),
    now,
    random,
    privacyUrl: 'https://wanling.example/privacy',
    publicUrl: 'https://wanling.example',
    production: false,
    fault: error => {
      throw error
    },
  })
})

afterEach(async () => {
  await channel.end?.()
  await service.idle()
  await fake.close()
  await db.close()
})

let messages = 0

/** Somebody writes; it waits at the platform until the bot asks. */
const write = (who: number, text: string, at = clock): Promise<unknown> =>
  fake.push({
    message: {
      message_id: ++messages,
      date: at / 1000,
      chat: { id: who, type: 'private', first_name: 'T' },
      from: { id: who, is_bot: false, first_name: 'T', language_code: 'zh-hans' },
      text,
    },
  })

const settle = async (): Promise<void> => {
  for (let i = 0; i < 3; i++) {
    clock += 2000
    await service.sweep()
    await service.idle()
  }
}

test('after an outage the child in danger is answered before the forty who wrote earlier, and all hear when they wrote', async () => {
  const parents = Array.from({ length: 40 }, (_, i) => 1000 + i)
  const waiting = [
    ...parents.map(who => write(who, '帮助')),
    write(MUM, '帮助'),
    write(MUM, '孩子说不想活了'),
    ...parents.map(who => write(who, '语言')),
  ]
  clock += 10 * HOUR
  await channel.begin?.(service.take)
  await Promise.all(waiting)
  await settle()
  expect(fake.sent[0]).toMatchObject({ chat_id: MUM, text: expect.stringMatching(/^先顾孩子/) })
  expect(fake.sentTo(MUM)[1]?.text).toMatch(/^这条是昨晚9点50发的/)
  for (const who of parents) expect(fake.sentTo(who)[0]?.text).toMatch(/^这条是昨晚9点50发的.*\n一句话就行/)
})

test('an emergency card overtakes the older mail that is stuck before it', async () => {
  await channel.begin?.(service.take)
  fake.failNext('sendMessage', { error_code: 500, description: 'Internal Server Error' })
  await write(MUM, '帮助')
  await service.idle()
  expect(fake.sent).toEqual([])
  fake.failNext('sendMessage', { error_code: 500, description: 'Internal Server Error' })
  await write(MUM, '孩子吞了一瓶药')
  await service.idle()
  for (let i = 0; i < 5; i++) await settle()
  expect(fake.sent.map(({ text }) => text.slice(0, 4))).toEqual(['先顾孩子', '一句话就'])
})

test('what waited longer than it is good for is never sent, and holds nobody up', async () => {
  await channel.begin?.(service.take)
  fake.failNext('sendMessage', { error_code: 500, description: 'Internal Server Error' })
  await write(MUM, '帮助')
  await service.idle()
  clock += 12 * HOUR + 1000
  await settle()
  expect(fake.sent).toEqual([])
  await write(MUM, '/lang en')
  await settle()
  expect(fake.sent.map(({ text }) => text)).toEqual(['English from now on.'])
})
