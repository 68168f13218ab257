import { afterAll, beforeAll, expect, test } from 'vitest'
import { askLark } from '../src/cli/doctor/ask-lark.ts'
import { askWecom } from '../src/cli/doctor/ask-wecom.ts'
import { outsideLines } from '../src/cli/doctor/outside.ts'
import { BadConfig, readConfig } from '../src/config.ts'
import { APP, larkStage } from './channels/lark-stage.ts'
import { serveWorld } from './channels/stage.ts'
import { wecomStage } from './channels/wecom-stage.ts'
import { CORP } from './channels/wecom-world.ts'
import { inFolder, newFolder } from './support/install.ts'

/** What `wanling doctor` says of Lark and WeCom, and of the way in; and what their variables may be. */
let lark: Awaited<ReturnType<typeof larkStage>>
let wecom: Awaited<ReturnType<typeof wecomStage>>
beforeAll(async () => {
  lark = await larkStage()
  wecom = await wecomStage()
})
afterAll(async () => {
  await lark.close()
  await wecom.close()
})

const LARK = {
  LARK_APP_ID: APP.appId,
  LARK_APP_SECRET: APP.appSecret,
  LARK_ENCRYPT_KEY: APP.encryptKey,
  LARK_VERIFICATION_TOKEN: APP.verificationToken,
}
const WECOM = {
  WECOM_CORP_ID: CORP.corpId,
  WECOM_AGENT_ID: String(CORP.agentId),
  WECOM_SECRET: CORP.secret,
  WECOM_TOKEN: CORP.token,
  WECOM_ENCODING_AES_KEY: CORP.encodingAesKey,
}
const URLS = { PUBLIC_URL: 'https://wanling.example' }
const config = (env: Record<string, string>) =>
  readConfig({
    ...URLS,
    LARK_DOMAIN: '',
    ...env,
    ...(env.LARK_APP_ID && { LARK_DOMAIN: lark.fake.url }),
    ...(env.WECOM_CORP_ID && { WECOM_API_ROOT: wecom.fake.url }),
  })

const marks = (lines: { mark: string; what: string }[]) => lines.map(({ mark, what }) => `${mark} ${what}`)

test('Lark: credentials right and wrong, and where both requests go', async () => {
  const fine = await askLark(config(LARK), 'en')
  expect(marks(fine)).toEqual(['ok Lark', 'ok PUBLIC_URL'])
  expect(fine[1]?.say).toContain('https://wanling.example/hooks/lark')
  expect(fine[1]?.say).toContain('200340')
  const wrong = await askLark(config({ ...LARK, LARK_APP_SECRET: 'x' }), 'zh')
  expect(marks(wrong)[0]).toBe('bad Lark')
  expect(wrong[0]?.say).toContain('10014')
  expect(marks(await askLark(config({ ...LARK, PUBLIC_URL: '' }), 'en'))).toContain('bad PUBLIC_URL')
  const socket = { LARK_APP_ID: LARK.LARK_APP_ID, LARK_APP_SECRET: LARK.LARK_APP_SECRET, LARK_MODE: 'socket' }
  expect(marks(await askLark(config({ ...socket, PUBLIC_URL: '' }), 'en'))).toEqual(['ok Lark', 'ok LARK_MODE'])
  expect(await askLark(readConfig({}), 'en')).toEqual([])
})

test('WeCom: secrets right and wrong, and an address that is not listed is explained', async () => {
  const fine = await askWecom(config({ ...WECOM, WECOM_KF_SECRET: CORP.kfSecret }), 'en')
  expect(marks(fine)).toEqual(['ok WeCom', 'ok WECOM_KF_SECRET', 'ok PUBLIC_URL'])
  expect(marks(await askWecom(config({ ...WECOM, WECOM_SECRET: 'x' }), 'en'))).toContain('bad WeCom')
  wecom.fake.failNext('/cgi-bin/agent/get', { errcode: 60020, errmsg: 'not allow to access from your ip' })
  const unlisted = await askWecom(config(WECOM), 'zh')
  expect(marks(unlisted)[0]).toBe('bad WeCom')
  expect(unlisted[0]?.say).toContain('企业可信IP')
  for (const line of [...fine, ...unlisted]) expect(line.say).not.toContain(CORP.secret)
})

test('from outside: each callback is there and takes no stranger’s word', async () => {
  const here = await serveWorld(lark.world)
  expect(marks(await outsideLines(here.url, config(LARK), 'en'))).toEqual(['ok /healthz', 'ok /hooks/lark'])
  expect(marks(await outsideLines(here.url, config(WECOM), 'en'))).toEqual(['ok /healthz', 'bad /hooks/wecom'])
  await here.close()
  expect(marks(await outsideLines(here.url, config(LARK), 'en'))[0]).toBe('bad /healthz')
})

test('--tunnel prints both ends, and takes no name that could be a command', async () => {
  const folder = newFolder()
  const { code, out } = await inFolder(folder, ['doctor', '--tunnel', 'wanling.example.cn'])
  expect(code).toBe(0)
  for (const part of [
    'frps.toml',
    'frpc.toml',
    'ssh -NT',
    'server_name wanling.example.cn',
    'proxy_pass http://127.0.0.1:8787',
  ])
    expect(out).toContain(part)
  expect((await inFolder(folder, ['doctor', '--tunnel', 'a; rm -rf /'])).code).toBe(2)
  expect((await inFolder(folder, ['doctor', '--outside', 'nowhere'])).code).toBe(2)
})

test.each([
  ['LARK_ENCRYPT_KEY', { ...LARK, LARK_ENCRYPT_KEY: '' }],
  ['LARK_VERIFICATION_TOKEN', { ...LARK, LARK_VERIFICATION_TOKEN: '' }],
  ['LARK_APP_SECRET', { LARK_APP_ID: 'cli_0123456789abcdef', LARK_MODE: 'socket' }],
  ['LARK_APP_ID', { LARK_APP_ID: 'cli_short', LARK_APP_SECRET: 's', LARK_MODE: 'socket' }],
  ['LARK_APP_ID', { LARK_DOMAIN: 'https://open.feishu.cn' }],
  ['WECOM_ENCODING_AES_KEY', { ...WECOM, WECOM_ENCODING_AES_KEY: 'x'.repeat(42) }],
  ['WECOM_ENCODING_AES_KEY', { ...WECOM, WECOM_ENCODING_AES_KEY: `${'x'.repeat(42)}=` }],
  ['WECOM_AGENT_ID', { ...WECOM, WECOM_AGENT_ID: 'one' }],
  ['WECOM_SECRET', { ...WECOM, WECOM_SECRET: '' }],
  ['WECOM_CORP_ID', { WECOM_KF_SECRET: 'k' }],
])('half set or wrong, it does not start and names %s', (name, env) => {
  expect(() => readConfig(env)).toThrow(BadConfig)
  expect(() => readConfig(env)).toThrow(name)
})
