import { afterEach, beforeEach, expect, test } from 'vitest'
import { telegramChannel } from '../../bots/telegram/index.ts'
import { inPlace } from '../../src/background/in-place.ts'
import { makeReadFile } from '../../src/files/read.ts'
import { serveWorld, settle } from '../channels/stage.ts'
import { type FakeTelegram, startFakeTelegram } from '../fakes/telegram/index.ts'
import { CHILDREN, newWorld, type World } from '../support/world.ts'

const TOKEN = '100200300:AAtest-token'
const SECRET = 'geheim_1'
const MUM = 70000001
const person = { id: MUM, language_code: 'zh-hans' }

let world: World
let fake: FakeTelegram
let close: () => Promise<void>

beforeEach(async () => {
  let clock = () => 0
  fake = await startFakeTelegram({ token: TOKEN, pace: 0.005, now: () => clock() })
  world = await newWorld(({ db, keys, now }) => [
    telegramChannel({
      token: TOKEN,
      webhookSecret: SECRET,
      apiRoot: fake.url,
      mode: 'webhook',
      readFile: makeReadFile({ keys, background: inPlace(db), now }),
      now,
      onUnknown: () => undefined,
      log: () => undefined,
    }),
  ])
  clock = world.now
  await world.set('telegram', { on: true, receiver: 'Telegram Messenger Inc.' })
  const served = await serveWorld(world)
  close = served.close
  await fake.useWebhook(`${served.url}/hooks/telegram`, SECRET)
})

afterEach(async () => {
  expect(world.faults).toEqual([])
  await close()
  await fake.close()
  await world.close()
})

const say = async (text: string) => {
  await fake.say(person, text)
  await settle({ world })
}

const tap = async (label: string) => {
  await fake.tap(person, label)
  await settle({ world })
}

const bind = async () => {
  await say(`/start ${CHILDREN[0].code}`)
  for (const label of ['是', '妈妈', '同意', '同意']) await tap(label)
}

/** What the platform was given as documents: their names and contents. */
const documents = () =>
  fake.calls
    .filter(call => call.method === 'sendDocument')
    .flatMap(({ params }) => Object.values(params))
    .flatMap(value => (isUpload(value) ? [{ name: value.name, text: Buffer.from(value.bytes).toString() }] : []))

const isUpload = (value: unknown): value is { name: string; bytes: Uint8Array } =>
  typeof value === 'object' && value !== null && 'bytes' in value && 'name' in value

test('an export comes as two documents, made as they are sent', async () => {
  await bind()
  await say('作业50分钟 9点10睡')
  await say('/export')
  expect(documents().map(one => one.name)).toEqual(['晚铃记录-2026-11-23.txt', '晚铃记录-2026-11-23.json'])
  expect(documents()[0]?.text).toContain('在家写学校作业50分钟')
  expect(JSON.parse(documents()[1]?.text ?? '').entries).toMatchObject([{ homeworkMinutes: 50 }])
  const sent = fake.sentTo(MUM).filter(one => one.method === 'sendDocument')
  expect(sent.map(one => one.text)).toEqual([expect.stringContaining('您的一份记录'), '给电脑用的那份。'])
})

test('what is locked when its message leaves is not in it: the words go alone', async () => {
  await bind()
  await say('作业50分钟 9点10睡')
  await say('/export')
  const [row] = await world.rows("SELECT payload FROM outbox WHERE payload LIKE '%txt%'")
  await say('/delete')
  await tap('都删掉')
  const before = documents().length
  const late = { id: 'late', address: String(MUM), reply: JSON.parse(String(row?.[0])) }
  expect(await world.channel('telegram').send(late)).toEqual({ outcome: 'sent' })
  expect(documents()).toHaveLength(before)
  expect(fake.sentTo(MUM).at(-1)?.text).toContain('您的一份记录')
})
