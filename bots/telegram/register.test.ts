import { afterEach, expect, test } from 'vitest'
import { newStage, SECRET, type Stage } from '../../test/fakes/telegram/stage.ts'
import type { TelegramOptions } from './index.ts'
import { COMMANDS } from './words.ts'

let stage: Stage
const begin = async (options: Partial<TelegramOptions> = {}, before: (stage: Stage) => void = () => {}) => {
  stage = await newStage(options)
  before(stage)
  await stage.begin()
}
afterEach(() => stage.close())

const callsOf = (method: string) => stage.fake.calls.filter(call => call.method === method)

test('begin registers the webhook with its secret, and the menus', async () => {
  await begin({ publicUrl: 'https://wanling.example' })
  await stage.fake.until(() => stage.fake.commands.size === 3)
  expect(callsOf('setWebhook')).toMatchObject([
    {
      params: {
        url: 'https://wanling.example/hooks/telegram',
        secret_token: SECRET,
        allowed_updates: ['message', 'edited_message', 'callback_query', 'my_chat_member'],
        max_connections: 40,
      },
    },
  ])
  expect(stage.fake.commands).toEqual(
    new Map([
      ['', COMMANDS.zh],
      ['zh', COMMANDS.zh],
      ['en', COMMANDS.en],
    ]),
  )
  expect(callsOf('getMe')).toEqual([])
})

test('the menu names the hotline as it is called', () => {
  const hotline = COMMANDS.zh.find(({ command }) => command === 'hotline')
  expect(hotline?.description).toBe('反映问题(保密)')
  expect(COMMANDS.en.map(({ command }) => command)).toEqual(COMMANDS.zh.map(({ command }) => command))
})

test('failures are logged by their code and tried again by the back-off', async () => {
  await begin({ publicUrl: 'https://wanling.example' }, ({ fake }) => {
    fake.failNext('setWebhook', { error_code: 401, description: 'Unauthorized' }, 8)
    fake.failNext('setMyCommands', { error_code: 500, description: 'Internal Server Error' })
  })
  await stage.fake.until(() => stage.fake.commands.size === 3)
  expect(stage.pauses).toEqual([1000, 2000, 4000, 8000, 16000, 32000, 60000, 60000, 1000])
  expect(stage.logged.at(0)).toEqual({ event: 'telegram.webhook.failed', fields: { error: '401', tries: 1 } })
  expect(stage.logged.at(-1)).toEqual({ event: 'telegram.commands.failed', fields: { error: '500', tries: 1 } })
})

test('without a public address no webhook is registered, and that is told', async () => {
  await begin()
  await stage.fake.until(() => stage.fake.commands.size === 3)
  expect(callsOf('setWebhook')).toEqual([])
  expect(stage.logged).toEqual([{ event: 'telegram.webhook.skipped', fields: { missing: 'PUBLIC_URL' } }])
})

test('begin returns at once and the end does not wait for a platform that is away', async () => {
  await begin({ apiRoot: 'http://127.0.0.1:1', publicUrl: 'https://wanling.example' })
  await stage.fake.until(() => stage.logged.length > 2)
  await stage.channel.end?.()
  expect(stage.logged[0]).toEqual({ event: 'telegram.webhook.failed', fields: { error: 'network', tries: 1 } })
})
