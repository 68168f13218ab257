import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import Libsql from 'libsql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type FakeTelegram, startFakeTelegram } from './fakes/telegram/index.ts'
import { inFolder, newFolder } from './support/install.ts'

/** `wanling doctor` on a machine that `wanling setup` has just made, and on the same with one thing wrong. */
const TOKEN = '123456:AA-planted-token'
const SETUP = `setup --county-name 晴川县 --county-code 410999 --region henan --school 晴川小学,primary --term 全年,2020-01-01,2049-12-31
  --operator-name 晴川县教育局 --operator-contact desk@example.cn --telegram-by 王局长 --set TELEGRAM_BOT_TOKEN=${TOKEN}`

let fake: FakeTelegram
beforeAll(async () => {
  fake = await startFakeTelegram({ token: TOKEN })
})
afterAll(() => fake.close())

const newMachine = async (more: string[] = []): Promise<string> => {
  const folder = newFolder()
  const args = [...SETUP.split(/\s+/), '--set', `TELEGRAM_API_ROOT=${fake.url}`, ...more]
  expect(await inFolder(folder, args)).toMatchObject({ code: 0, err: '' })
  return folder
}

const doctor = async (folder: string, env: Record<string, string> = {}) => {
  const { code, out, err } = await inFolder(folder, ['doctor'], { env })
  const lines = out.split('\n').filter(Boolean)
  return { code, err, lines, wrong: lines.filter(line => /^(bad|warn) /.test(line)) }
}

const change = (folder: string, sql: string): void => {
  const db = new Libsql(join(folder, 'data/wanling.db'))
  db.exec(sql)
  db.close()
}

test('a machine just set up: a line for every variable and every thing, none bad, and no secret', async () => {
  const folder = await newMachine(['--set', 'SMTP_URL=smtps://desk:planted-password@mail.example.cn'])
  const { code, err, lines, wrong } = await doctor(folder)
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(wrong.filter(line => !line.includes('holidays') && !line.includes('backup'))).toEqual([])
  const design = readFileSync(new URL('../src/cli/doctor/variables.ts', import.meta.url), 'utf8')
  for (const [, name = ''] of design.matchAll(/(?:plain|secret)\(\s*'([A-Z_]+)'/g))
    expect(
      lines.some(line => line.includes(name)),
      name,
    ).toBe(true)
  for (const what of [
    'database',
    'keys',
    'clock',
    'font',
    'disk',
    'backup',
    'calendar',
    'settings',
    'county',
    'Node.js',
  ])
    expect(
      lines.some(line => line.slice(5).startsWith(`${what}  `)),
      what,
    ).toBe(true)
  expect(lines).toContainEqual(expect.stringMatching(/^ok {3}Telegram {2}the token is right, the bot is @/))
  const { SECRET_KEY = '' } = parseEnv(readFileSync(join(folder, '.env'), 'utf8'))
  for (const secret of [SECRET_KEY, TOKEN, 'planted']) expect(lines.join('\n')).not.toContain(secret)
})

test('a backup made by hand of the job shows', async () => {
  const folder = await newMachine()
  expect((await inFolder(folder, ['jobs', 'run', 'backup'])).code).toBe(0)
  const { lines } = await doctor(folder)
  expect(lines.find(line => line.includes(' backup  '))).toMatch(/^ok {3}backup {2}the last good one is of 20\d\d-/)
})

describe('with one thing wrong it says which, how to mend it, and exits 1', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await newMachine()
  })

  test.each([
    ['PORT', { PORT: 'many' }, 'wrong; it is a number'],
    ['SECRET_KEY', { SECRET_KEY: 'short' }, 'openssl rand -base64 32'],
    ['TELEGRAM_WEBHOOK_SECRET', { TELEGRAM_MODE: 'webhook' }, 'missing'],
    ['WANLING_NOW', { WANLING_NOW: '2026-11-23T20:00:00+08:00' }, 'not allowed in production'],
    ['keys', { SECRET_KEY: Buffer.alloc(32, 9).toString('base64') }, 'put back the one it was first started with'],
    ['Telegram', { TELEGRAM_BOT_TOKEN: '123456:AA-another' }, 'get a new one from BotFather'],
    [
      'PUBLIC_URL',
      { TELEGRAM_MODE: 'webhook', TELEGRAM_WEBHOOK_SECRET: 'abc' },
      'webhook mode needs a PUBLIC_URL with https',
    ],
  ])('%s', async (what, env, how) => {
    const { code, err, wrong } = await doctor(folder, env)
    expect(code).toBe(1)
    expect(err).toMatch(/^\d+ to mend first\.\n$/)
    expect(wrong.filter(line => line.startsWith('bad'))).toEqual([expect.stringContaining(` ${what}  `)])
    expect(wrong.find(line => line.startsWith('bad'))).toContain(how)
  })

  test('a platform that does not answer is waited for 5 seconds, and is no fault of ours', async () => {
    fake.failNext('getMe', 'hang')
    const began = performance.now()
    const { code, wrong } = await doctor(folder)
    expect(code).toBe(0)
    expect(performance.now() - began).toBeLessThan(15_000)
    expect(wrong.some(line => line.startsWith('warn Telegram  ') && line.includes('did not answer within 5 s'))).toBe(
      true,
    )
  })

  test('a name that is nearly right', async () => {
    const { wrong } = await doctor(folder, { TELEGRAM_TOKEN: '1:a' })
    expect(wrong).toContainEqual(expect.stringContaining('did you mean TELEGRAM_BOT_TOKEN?'))
  })
})

test.each([
  ['database', "INSERT INTO migration VALUES ('9999_later', 0)", 'install that version'],
  ['settings', "DELETE FROM setting WHERE key = 'operator'", 'wanling set operator'],
  ['clock', "INSERT INTO turn VALUES ('c', 'u', 1, 4102444800000)", 'timedatectl set-ntp true'],
  ['backup', 'UPDATE migration SET at = 0', 'after more than three days'],
])('a database that tells of trouble with the %s', async (what, sql, how) => {
  const folder = await newMachine()
  change(folder, sql)
  const { code, wrong } = await doctor(folder)
  expect(code).toBe(1)
  expect(wrong.filter(line => line.startsWith('bad'))).toEqual([expect.stringContaining(` ${what}  `)])
  expect(wrong.join('\n')).toContain(how)
})

test('a damaged file, an .env that others can read, a term that is over', async () => {
  const folder = await newMachine()
  change(folder, "UPDATE term SET until_date = '2020-02-01'")
  chmodSync(join(folder, '.env'), 0o644)
  const open = await doctor(folder)
  expect(open.wrong.filter(line => line.startsWith('bad'))).toEqual([expect.stringContaining('chmod 600')])
  expect(open.wrong).toContainEqual(expect.stringContaining('wanling term add'))
  chmodSync(join(folder, '.env'), 0o600)
  writeFileSync(join(folder, 'data/wanling.db'), Buffer.alloc(9000, 7))
  const damaged = await doctor(folder)
  expect(damaged.code).toBe(1)
  expect(damaged.wrong).toContainEqual(expect.stringMatching(/^bad {2}database {2}damaged/))
})

test('on an empty machine it makes nothing, and speaks Chinese on a Chinese terminal', async () => {
  const folder = newFolder()
  mkdirSync(join(folder, 'empty'))
  const { out, code } = await inFolder(join(folder, 'empty'), ['doctor'], { env: { LANG: 'zh_CN.UTF-8' } })
  expect(code).toBe(0)
  expect(out).toContain('启动时会建')
  expect(readdirSync(join(folder, 'empty'))).toEqual([])
})
