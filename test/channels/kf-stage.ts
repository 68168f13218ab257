import { KFID, REFUSALS, refuse } from '../fakes/wecom/index.ts'
import type { Stage } from './stage.ts'
import { wecomWorld } from './wecom-world.ts'

/** 微信客服: parents in ordinary WeChat. */
export const kfStage = async () => {
  const { fake, world, strangers, close, ...more } = await wecomWorld()
  const statuses = async (delivered: ReturnType<typeof fake.say>) => (await delivered).statuses
  const idOf = (who: string) => `wm_${who}`
  const failing =
    (answer: ReturnType<typeof refuse>, times = 1) =>
    () =>
      fake.failNext('/cgi-bin/kf/send_msg', answer, times)

  const stage: Stage = {
    name: 'wecom_kf',
    world,
    channel: world.channel('wecom_kf'),
    say: (who, text) => statuses(fake.kfSay(idOf(who), text)),
    start: (who, code) => statuses(fake.kfEnter(idOf(who), code)),
    tap: (who, label) => statuses(fake.kfTap(idOf(who), label)),
    photo: who => statuses(fake.kfPost(idOf(who), 'image', { image: { media_id: 'm1' } })),
    voice: who => statuses(fake.kfPost(idOf(who), 'voice', { voice: { media_id: 'm2' } })),
    sticker: who => statuses(fake.kfPost(idOf(who), 'image', { image: { media_id: 'm3' } })),
    repeat: times => {
      fake.replay()
      return Promise.all(Array.from({ length: times }, async () => (await fake.again()).statuses[0] ?? 0))
    },
    heard: who =>
      fake.sentTo(idOf(who), 'kf').map(({ say, tappable }) => ({ say, buttons: tappable.map(({ label }) => label) })),
    strangers,
    unknown: () => {
      fake.kfSystem('servicer_status_change')
      return statuses(fake.kfNotify())
    },
    account: idOf,
    address: who => `${KFID}|${idOf(who)}`,
    manySentences: 90,
    asksCrossBorder: false,
    faults: [
      { when: 'the platform is busy', fail: failing(REFUSALS.busy), becomes: { outcome: 'again' } },
      { when: 'it is too much', fail: failing(REFUSALS.tooFast), becomes: { outcome: 'wait', scope: 'channel' } },
      { when: 'the token was revoked, once', fail: () => fake.revokeTokens(), becomes: { outcome: 'sent' } },
      {
        when: 'the token is refused again',
        fail: failing(REFUSALS.badToken, 2),
        becomes: { outcome: 'again', error: 'unauthorized' },
      },
      { when: 'the person is gone', fail: failing(refuse(81013, 'user invalid')), becomes: { outcome: 'gone' } },
      { when: 'too large', fail: failing(refuse(45002, 'content too long')), becomes: { outcome: 'refused' } },
      {
        when: 'nobody answers',
        fail: () => fake.failNext('/cgi-bin/kf/send_msg', 'hang'),
        becomes: { outcome: 'again', error: 'timeout' },
      },
    ],
    close,
  }
  return { ...stage, ...more, fake }
}
