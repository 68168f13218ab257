import { larkChannel } from '../../bots/lark/index.ts'
import { conversationId } from '../../src/chat/conversation.ts'
import { replyWithChoice } from '../../src/chat/outbox.ts'
import { REFUSALS, refuse, startFakeLark } from '../fakes/lark/index.ts'
import { newWorld } from '../support/world.ts'
import { type Stage, serveWorld } from './stage.ts'

export const APP = {
  appId: 'cli_0123456789abcdef',
  appSecret: 'app-secret',
  encryptKey: 'encrypt key',
  verificationToken: 'verification-token',
}

/** Lark: its SDK over the fake open platform, by webhook. */
export const larkStage = async () => {
  let clock = () => 0
  const fake = await startFakeLark({ ...APP, pace: 0.00001, now: () => clock() })
  const world = await newWorld(({ db, keys, now, metrics }) => [
    larkChannel({
      ...APP,
      domain: fake.url,
      mode: 'webhook',
      now,
      callTimeoutMs: 1500,
      shown: (account, choice) => replyWithChoice(db, keys, conversationId(keys, 'lark', account), choice),
      onUnknown: kind => metrics.unknown(kind, 'lark'),
      log: () => undefined,
    }),
  ])
  clock = world.now
  const served = await serveWorld(world)
  const hook = `${served.url}/hooks/lark`
  fake.useWebhook(hook)

  const idOf = (who: string) => `ou_${who}`
  const statuses = async (delivered: ReturnType<typeof fake.say>) => (await delivered).statuses
  const failing =
    (answer: ReturnType<typeof refuse>, times = 1) =>
    () =>
      fake.failNext('/open-apis/im/v1/messages', answer, times)
  const knock = async (headers: Record<string, string>, body: string) => {
    const answer = await fetch(hook, { method: 'POST', headers, body })
    return { status: answer.status, body: await answer.text() }
  }

  const stage: Stage = {
    name: 'lark',
    world,
    channel: world.channel('lark'),
    say: (who, text) => statuses(fake.say(idOf(who), text)),
    start: (who, code) => statuses(fake.say(idOf(who), code)),
    tap: (who, label) => statuses(fake.tap(idOf(who), label)),
    photo: who => statuses(fake.post(idOf(who), 'image', { image_key: 'img_1' })),
    voice: who => statuses(fake.post(idOf(who), 'audio', { file_key: 'file_1', duration: 2000 })),
    sticker: who => statuses(fake.post(idOf(who), 'sticker', { file_key: 'file_2' })),
    repeat: times => Promise.all(Array.from({ length: times }, async () => (await fake.again()).statuses[0] ?? 0)),
    heard: who =>
      fake.sentTo(idOf(who)).map(({ say, tappable }) => ({ say, buttons: tappable.map(({ label }) => label) })),
    strangers: {
      'no signature': () => knock({}, '{"encrypt":"P37w+VZImNgPEO1RBhJ6RtKl7n6zymIbEG1pReEzghk="}'),
      'another signature': () => knock({ 'X-Lark-Signature': 'a'.repeat(64) }, '{"encrypt":"AAAA"}'),
      'in the clear': () => knock({}, JSON.stringify({ schema: '2.0', header: { token: APP.verificationToken } })),
      'no JSON': () => knock({}, '{'),
      nothing: () => knock({}, ''),
      'too large': () => knock({}, 'x'.repeat(1024 * 1024 + 1)),
    },
    unknown: () => statuses(fake.push('im.chat.updated_v1', { chat_id: 'oc_1' })),
    account: who => `tenant-1:${APP.appId}:${idOf(who)}`,
    address: idOf,
    manySentences: 900,
    asksCrossBorder: false,
    faults: [
      {
        when: 'the gateway is full',
        fail: failing({
          status: 429,
          body: { code: 99991400, msg: 'request trigger frequency limit' },
          headers: { 'x-ogw-ratelimit-reset': '7' },
        }),
        becomes: { outcome: 'wait', ms: 7000, scope: 'channel' },
      },
      {
        when: 'the gateway is full and says it with 400',
        fail: failing(refuse(99991400, 'request trigger frequency limit')),
        becomes: { outcome: 'wait', scope: 'channel' },
      },
      {
        when: 'the person gets too much at once',
        fail: failing(REFUSALS.tooFast),
        becomes: { outcome: 'wait', scope: 'recipient' },
      },
      { when: 'the token ended early, once', fail: () => fake.expireTokens(), becomes: { outcome: 'sent' } },
      {
        when: 'the token is refused again',
        fail: failing(REFUSALS.badToken, 2),
        becomes: { outcome: 'again', error: 'unauthorized' },
      },
      { when: 'the app lost the scope', fail: failing(refuse(99991672, 'scope')), becomes: { outcome: 'again' } },
      { when: 'the person stopped the bot', fail: failing(REFUSALS.stopped), becomes: { outcome: 'gone' } },
      { when: 'the person has left', fail: failing(REFUSALS.resigned), becomes: { outcome: 'gone' } },
      { when: 'the person is out of reach', fail: failing(REFUSALS.unavailable), becomes: { outcome: 'gone' } },
      { when: 'a filter refused the words', fail: failing(refuse(230028, 'DLP')), becomes: { outcome: 'refused' } },
      { when: 'the card is wrong', fail: failing(refuse(230099, 'card')), becomes: { outcome: 'refused' } },
      { when: 'the platform is ill', fail: failing(refuse(1, 'ill', 502)), becomes: { outcome: 'again' } },
      {
        when: 'nobody answers',
        fail: () => fake.failNext('/open-apis/im', 'hang'),
        becomes: { outcome: 'again', error: 'timeout' },
      },
      {
        when: 'the connection breaks',
        fail: () => fake.failNext('/open-apis/im', 'drop'),
        becomes: { outcome: 'again', error: 'network' },
      },
    ],
    close: async () => {
      await served.close()
      await fake.close()
      await world.close()
    },
  }
  return { ...stage, fake, hook }
}
