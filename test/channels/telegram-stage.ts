import { telegramChannel } from '../../bots/telegram/index.ts'
import { startFakeTelegram } from '../fakes/telegram/index.ts'
import { newWorld } from '../support/world.ts'
import { type Pushed, type Stage, serveWorld } from './stage.ts'

const TOKEN = '100200300:AAtest-token'
const SECRET = 'geheim_1'
const PEOPLE = ['mum', 'dad', 'nan', 'teacher', 'stranger']

/** Telegram: grammY over the fake Bot API, by webhook. */
export const telegramStage = async (): Promise<Stage> => {
  let lang = 'zh-hans'
  let clock = () => 0
  const fake = await startFakeTelegram({ token: TOKEN, pace: 0.005, now: () => clock() })
  const settings = { token: TOKEN, webhookSecret: SECRET, apiRoot: fake.url, mode: 'webhook' as const }
  const world = await newWorld(({ now, metrics }) => [
    telegramChannel({
      ...settings,
      now,
      callTimeoutMs: 1500,
      onUnknown: kind => metrics.unknown(kind, 'telegram'),
      log: () => undefined,
    }),
  ])
  clock = world.now
  await world.set('telegram', { on: true, receiver: 'Telegram Messenger Inc.' })
  const channel = world.channel('telegram')
  const served = await serveWorld(world)
  const hook = `${served.url}/hooks/telegram`
  await fake.useWebhook(hook, SECRET)

  const idOf = (who: string) => 70000001 + Math.max(0, PEOPLE.indexOf(who))
  const person = (who: string) => ({ id: idOf(who), language_code: lang })
  const statuses = async (delivered: ReturnType<typeof fake.say>): Promise<Pushed> =>
    (await delivered).attempts.map(attempt => attempt.status)
  const knock = async (headers: Record<string, string>) => {
    const message = { message_id: 1, date: 1, chat: { id: 5, type: 'private' }, from: { id: 5 }, text: '作业50分钟' }
    const answer = await fetch(hook, { method: 'POST', headers, body: JSON.stringify({ update_id: 9, message }) })
    return { status: answer.status, body: await answer.text() }
  }
  const failing = (code: number, description: string, parameters?: Record<string, number>) => () =>
    fake.failNext('sendMessage', { error_code: code, description, parameters })

  return {
    name: 'telegram',
    world,
    channel,
    say: (who, text) => statuses(fake.say(person(who), text)),
    start: (who, code) => statuses(fake.say(person(who), `/start ${code}`)),
    tap: (who, label) => statuses(fake.tap(person(who), label)),
    photo: who => statuses(fake.post(person(who), { photo: [{ file_id: 'f', file_unique_id: 'u' }] })),
    voice: who => statuses(fake.post(person(who), { voice: { file_id: 'f', duration: 3 } })),
    sticker: who => statuses(fake.post(person(who), { sticker: { file_id: 'f', emoji: '🌙' } })),
    repeat: async times => {
      const last = fake.pushed.at(-1)
      if (!last) throw new Error('nothing was sent yet')
      const headers = { 'content-type': 'application/json', 'X-Telegram-Bot-Api-Secret-Token': SECRET }
      const once = () => fetch(hook, { method: 'POST', headers, body: JSON.stringify(last) })
      return Promise.all(Array.from({ length: times }, async () => (await once()).status))
    },
    heard: who =>
      fake
        .sentTo(idOf(who))
        .map(({ text, buttons }) => ({ say: text, buttons: buttons.flat().map(button => button.text) })),
    strangers: {
      'no secret': () => knock({}),
      'another secret': () => knock({ 'X-Telegram-Bot-Api-Secret-Token': 'geheim_2' }),
    },
    unknown: () => statuses(fake.push({ my_chat_member: { chat: { id: 70000001, type: 'private' } } })),
    account: who => String(idOf(who)),
    address: who => String(idOf(who)),
    manySentences: 260,
    asksCrossBorder: true,
    speak: language => {
      lang = language
    },
    faults: [
      {
        when: 'the bot is too fast',
        fail: failing(429, 'Too Many Requests: retry after 7', { retry_after: 7 }),
        becomes: { outcome: 'wait', ms: 7000, scope: 'channel' },
      },
      {
        when: 'the person has blocked the bot',
        fail: failing(403, 'Forbidden: bot was blocked by the user'),
        becomes: { outcome: 'gone' },
      },
      {
        when: 'the person is gone',
        fail: failing(403, 'Forbidden: user is deactivated'),
        becomes: { outcome: 'gone' },
      },
      { when: 'nobody ever wrote', fail: failing(400, 'Bad Request: chat not found'), becomes: { outcome: 'gone' } },
      {
        when: 'the group moved',
        fail: failing(400, 'Bad Request: group chat was upgraded to a supergroup chat', { migrate_to_chat_id: -1005 }),
        becomes: { outcome: 'moved', address: '-1005' },
      },
      {
        when: 'the message is wrong',
        fail: failing(400, 'Bad Request: BUTTON_DATA_INVALID'),
        becomes: { outcome: 'refused' },
      },
      {
        when: 'the token was revoked',
        fail: failing(401, 'Unauthorized'),
        becomes: { outcome: 'again', error: 'unauthorized' },
      },
      {
        when: 'a proxy answers',
        fail: () => fake.failNext('sendMessage', { status: 502, raw: '<html>' }),
        becomes: { outcome: 'again' },
      },
      {
        when: 'nobody answers',
        fail: () => fake.failNext('sendMessage', 'hang'),
        becomes: { outcome: 'again', error: 'timeout' },
      },
      {
        when: 'the connection breaks',
        fail: () => fake.failNext('sendMessage', 'drop', 2),
        becomes: { outcome: 'again', error: 'network' },
      },
    ],
    close: async () => {
      await served.close()
      await fake.close()
      await world.close()
    },
  }
}
