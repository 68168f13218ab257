import { wecomOf } from '../../src/channels.ts'
import { readConfig } from '../../src/config.ts'
import { KFID, startFakeWecom } from '../fakes/wecom/index.ts'
import { newWorld } from '../support/world.ts'
import { serveWorld } from './stage.ts'

export const CORP = {
  corpId: 'ww0123456789abcdef',
  agentId: 1000002,
  secret: 'app-secret',
  kfSecret: 'kf-secret',
  token: 'QDG6eK',
  encodingAesKey: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C',
}

/** A world with WeCom's two channels, and the fake that calls back to it. */
export const wecomWorld = async () => {
  let clock = () => 0
  const fake = await startFakeWecom({ ...CORP, pace: 0.0001, now: () => clock() })
  const logged: { event: string; fields: Record<string, string | number> }[] = []
  const world = await newWorld(deps =>
    wecomOf(
      {
        ...deps,
        config: { ...readConfig({}), publicUrl: 'https://wanling.example' },
        log: (event, fields) => logged.push({ event, fields }),
      },
      { ...CORP, apiRoot: fake.url, callTimeoutMs: 1500, bookQuietMs: 20 },
    ),
  )
  clock = world.now
  const served = await serveWorld(world)
  const hook = `${served.url}/hooks/wecom`
  fake.useWebhook(hook)
  const knock = async (query: Record<string, string>, body: string) => {
    const answer = await fetch(`${hook}?${new URLSearchParams(query)}`, { method: 'POST', body })
    return { status: answer.status, body: await answer.text() }
  }
  const signed = { msg_signature: '0'.repeat(40), timestamp: '1', nonce: '2' }
  const strangers = {
    'no signature': () => knock({}, '<xml><Encrypt>AAAA</Encrypt></xml>'),
    'another signature': () => knock(signed, '<xml><Encrypt>AAAA</Encrypt></xml>'),
    'in the clear': () => knock(signed, '<xml><FromUserName>mum</FromUserName><MsgType>text</MsgType></xml>'),
    'two of one': () => knock(signed, '<xml><Encrypt>AAAA</Encrypt><Encrypt>AAAA</Encrypt></xml>'),
    'a document type': () => knock(signed, '<!DOCTYPE x [<!ENTITY a "b">]><xml><Encrypt>&a;</Encrypt></xml>'),
    'no XML': () => knock(signed, '{'),
    nothing: () => knock(signed, ''),
    'too large': () => knock(signed, 'x'.repeat(256 * 1024 + 1)),
  }
  return {
    fake,
    world,
    hook,
    strangers,
    logged,
    kfId: KFID,
    close: async () => {
      for (const name of ['wecom', 'wecom_kf'] as const) await world.channel(name).end?.()
      await served.close()
      await fake.close()
      await world.close()
    },
  }
}
