import { REFUSALS, refuse } from '../fakes/wecom/index.ts'
import type { Stage } from './stage.ts'
import { wecomWorld } from './wecom-world.ts'

/** The app of WeCom, for members. */
export const wecomStage = async () => {
  const { fake, world, strangers, close, ...more } = await wecomWorld()
  const statuses = async (delivered: ReturnType<typeof fake.say>) => (await delivered).statuses
  const failing =
    (answer: ReturnType<typeof refuse>, times = 1) =>
    () =>
      fake.failNext('/cgi-bin/message/send', answer, times)
  for (const who of ['mum', 'dad', 'nan']) fake.state.members.add(who)

  const stage: Stage = {
    name: 'wecom',
    world,
    channel: world.channel('wecom'),
    say: (who, text) => statuses(fake.say(who, text)),
    start: (who, code) => statuses(fake.say(who, code)),
    tap: (who, label) => statuses(fake.tap(who, label)),
    photo: who => statuses(fake.post(who, 'image', '<PicUrl><![CDATA[http://p/1]]></PicUrl><MediaId>m1</MediaId>')),
    voice: who => statuses(fake.post(who, 'voice', '<MediaId>m2</MediaId><Format>amr</Format>')),
    sticker: who => statuses(fake.post(who, 'image', '<PicUrl>http://p/2</PicUrl><MediaId>m3</MediaId>')),
    repeat: times => Promise.all(Array.from({ length: times }, async () => (await fake.again()).statuses[0] ?? 0)),
    heard: who =>
      fake.sentTo(who, 'app').map(({ say, tappable }) => ({ say, buttons: tappable.map(({ label }) => label) })),
    strangers,
    unknown: () => statuses(fake.event('mum', 'enter_agent')),
    account: who => who,
    address: who => who,
    manySentences: 260,
    asksCrossBorder: false,
    faults: [
      { when: 'the platform is busy', fail: failing(REFUSALS.busy), becomes: { outcome: 'again' } },
      { when: 'it is too much', fail: failing(REFUSALS.tooFast), becomes: { outcome: 'wait', scope: 'channel' } },
      { when: 'it is too much at once', fail: failing(REFUSALS.parallel), becomes: { outcome: 'again' } },
      { when: 'the token was revoked, once', fail: () => fake.revokeTokens(), becomes: { outcome: 'sent' } },
      { when: 'the token ended, once', fail: failing(REFUSALS.oldToken), becomes: { outcome: 'sent' } },
      {
        when: 'the token is refused again',
        fail: failing(REFUSALS.badToken, 2),
        becomes: { outcome: 'again', error: 'unauthorized' },
      },
      { when: 'our address is not listed', fail: failing(REFUSALS.badIp), becomes: { outcome: 'again' } },
      { when: 'the app is off', fail: failing(REFUSALS.noApp), becomes: { outcome: 'again' } },
      { when: 'no such member', fail: failing(refuse(60111, 'userid not found')), becomes: { outcome: 'gone' } },
      { when: 'out of sight', fail: failing(refuse(60011, 'no privilege')), becomes: { outcome: 'gone' } },
      {
        when: 'the only one asked for is left out',
        fail: failing({ errcode: 0, errmsg: 'ok', invaliduser: 'nan' }),
        becomes: { outcome: 'gone' },
      },
      {
        when: 'the member has no licence',
        fail: failing({ errcode: 0, errmsg: 'ok', unlicenseduser: 'nan' }),
        becomes: { outcome: 'gone' },
      },
      { when: 'too large', fail: failing(refuse(45002, 'content too long')), becomes: { outcome: 'refused' } },
      { when: 'the card is wrong', fail: failing(refuse(42041, 'button key')), becomes: { outcome: 'refused' } },
      {
        when: 'nobody answers',
        fail: () => fake.failNext('/cgi-bin/message', 'hang'),
        becomes: { outcome: 'again', error: 'timeout' },
      },
      {
        when: 'the connection breaks',
        fail: () => fake.failNext('/cgi-bin/message', 'drop'),
        becomes: { outcome: 'again', error: 'network' },
      },
    ],
    close,
  }
  return { ...stage, ...more, fake }
}
