import { spawn } from 'node:child_process'
import { chmodSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import Libsql from 'libsql'
import { describe, expect, test } from 'vitest'
import { inFolder, newFolder } from './support/install.ts'
import { serveFile } from './support/server.ts'

/** `wanling setup` as it is shipped: by options, by answers from a pipe, stopped and taken up again. */
const COUNTY = ['--county-name', '晴川县', '--county-code', '410999', '--region', 'henan']
const OPERATOR = ['--operator-name', '晴川县教育局', '--operator-contact', 'desk@example.cn']
const SCHOOL = ['--school', '晴川小学,primary']
const ALL = [...COUNTY, ...SCHOOL, ...OPERATOR]

const envOf = (folder: string) => parseEnv(readFileSync(join(folder, '.env'), 'utf8'))
const modeOf = (path: string) => statSync(path).mode & 0o777

/** What stands in the database of a folder. */
const stored = (folder: string, sql: string): string[][] => {
  const db = new Libsql(String(envOf(folder).DATABASE_URL).slice('file:'.length))
  const rows = db.prepare(sql).raw(true).all()
  db.close()
  return rows.map(row => (Array.isArray(row) ? row.map(String) : []))
}

describe('by options', () => {
  test('one command makes a county that can be served: .env, secret, database, unit', async () => {
    const folder = newFolder()
    const more = ['--term', '2026-2027上,2026-09-01,2027-01-22', '--school', '晴川中学,junior,5-4', '--set', 'PORT=0']
    const { code, out, err } = await inFolder(folder, ['setup', ...ALL, ...more])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    const env = envOf(folder)
    expect(modeOf(join(folder, '.env'))).toBe(0o600)
    expect(env).toEqual({
      NODE_ENV: 'production',
      DATABASE_URL: `file:${folder}/data/wanling.db`,
      SECRET_KEY: expect.stringMatching(/^[\w+/]{43}=$/),
      PORT: '0',
      WEBCHAT: 'on',
    })
    expect(out.split(String(env.SECRET_KEY))).toHaveLength(2)
    expect(modeOf(join(folder, 'data/wanling.db'))).toBe(0o600)
    expect(stored(folder, 'SELECT name FROM school ORDER BY name')).toEqual([['晴川中学'], ['晴川小学']])
    expect(stored(folder, 'SELECT name, from_date FROM term')).toEqual([['2026-2027上', '2026-09-01']])
    const [[county = ''] = []] = stored(folder, 'SELECT id FROM county')
    expect(stored(folder, "SELECT value FROM setting WHERE key = 'owner.webchat'")).toEqual([[JSON.stringify(county)]])
  })

  test('the unit starts what npm start starts, over the same .env', async () => {
    const folder = newFolder()
    const unit = join(folder, 'wanling.service')
    expect((await inFolder(folder, ['setup', ...ALL, '--set', 'PORT=0', '--unit', unit])).code).toBe(0)
    const text = readFileSync(unit, 'utf8')
    const line = (name: string) => new RegExp(`^${name}=(.*)$`, 'm').exec(text)?.[1] ?? ''
    const [node = '', script = ''] = line('ExecStart').replaceAll('"', '').split(' ')
    expect(text).not.toContain(String(envOf(folder).SECRET_KEY))
    for (const path of line('ReadWritePaths').replaceAll('"', '').split(' ')) expect(existsSync(path)).toBe(true)
    const [variable = '', path = ''] = line('Environment').replaceAll('"', '').split('=')
    const child = spawn(node, [script], { cwd: line('WorkingDirectory'), env: { [variable]: path } })
    const said = await new Promise<string>(resolve => child.stdout.on('data', data => resolve(String(data))))
    const url = /http:\S+/.exec(said)?.[0]
    expect((await fetch(`${url}/readyz`)).status).toBe(200)
    const gone = new Promise(resolve => child.on('exit', resolve))
    child.kill('SIGTERM')
    expect(await gone).toBe(0)
    expect(readdirSync(folder).sort()).toEqual(['.env', 'data', 'wanling.service'])
  })

  test('the first account of the console is opened, once', async () => {
    const folder = newFolder()
    const lead = ['--lead-name', '王敏', '--lead-email', 'Wang@example.cn']
    const { out } = await inFolder(folder, ['setup', ...ALL, ...lead])
    expect(out).toMatch(/^staff county_lead wang@example\.cn \S{12}$/m)
    const again = await inFolder(folder, ['setup', ...lead])
    expect(again.out).toContain('already there: wang@example.cn')
    expect(again.out).not.toContain('staff county_lead')
    expect(stored(folder, 'SELECT email FROM staff')).toEqual([['wang@example.cn']])
  })

  test('what is missing is named at once, and nothing is written', async () => {
    const folder = newFolder()
    const { code, err } = await inFolder(folder, ['setup', '--county-name', '晴川县', ...SCHOOL])
    expect(code).toBe(2)
    expect(err).toContain('--county-code --region --operator-name --operator-contact')
    expect(readdirSync(folder)).toEqual([])
  })

  test.each([
    [['--county-code', '12'], '--county-code is six digits'],
    [['--school', '晴川小学,gym'], '--school NAME,KIND is one of primary, junior, nine-year'],
    [['--term', '上,2026-09-01,2026-08-01'], '--term ends after it begins'],
    [['--lead-email', 'wang@example.cn'], '--lead-name and --lead-email go together'],
    [['--lead-email', 'wang', '--lead-name', '王敏'], '--lead-email is an address'],
    [['--set', 'TELEGRAM_TOKEN=1:a'], 'there is no such variable'],
    [['--set', 'TELEGRAM_BOT_TOKEN'], 'it has no value'],
  ])('%j is bad usage', async (args, reason) => {
    const folder = newFolder()
    const { code, err } = await inFolder(folder, ['setup', ...ALL, ...args])
    expect(code).toBe(2)
    expect(err).toContain(reason)
    expect(readdirSync(folder)).toEqual([])
  })

  test('a value that cannot be right is refused before anything is written', async () => {
    const folder = newFolder()
    const { code, err } = await inFolder(folder, ['setup', ...ALL, '--set', 'PORT=99999'])
    expect(code).toBe(1)
    expect(err).toContain('PORT')
    expect(readdirSync(folder)).toEqual([])
  })

  test('a token comes from the environment, is never printed, and Telegram names who decided', async () => {
    const folder = newFolder()
    const token = '123456789:AA-planted-token'
    const args = [...ALL, '--set', 'TELEGRAM_BOT_TOKEN', '--telegram-by', '王局长']
    const { code, out, err } = await inFolder(folder, ['setup', ...args], { env: { TELEGRAM_BOT_TOKEN: token } })
    expect(code).toBe(0)
    expect(out + err).not.toContain(token)
    expect(envOf(folder).TELEGRAM_BOT_TOKEN).toBe(token)
    expect(stored(folder, "SELECT json_extract(value, '$.by') FROM setting WHERE key = 'telegram'")).toEqual([
      ['王局长'],
    ])
    expect(stored(folder, "SELECT count(*) FROM setting WHERE key = 'owner.telegram'")).toEqual([['1']])
  })

  test('a school that runs its own machine owns its channels', async () => {
    const folder = newFolder()
    await inFolder(folder, [
      'setup',
      ...ALL,
      '--school',
      '晴川中学,junior',
      '--operator-kind',
      'school',
      '--operator-school',
      '晴川中学',
    ])
    const [[school] = []] = stored(folder, "SELECT id FROM school WHERE name = '晴川中学'")
    expect(stored(folder, "SELECT value FROM setting WHERE key = 'owner.webchat'")).toEqual([[JSON.stringify(school)]])
  })
})

describe('again', () => {
  test('nothing is asked, changed or shown twice', async () => {
    const folder = newFolder()
    await inFolder(folder, ['setup', ...ALL])
    const before = readFileSync(join(folder, '.env'), 'utf8')
    const again = await inFolder(folder, ['setup'])
    expect(again.code).toBe(0)
    expect(again.out).toContain('already there: 晴川县')
    expect(readFileSync(join(folder, '.env'), 'utf8')).toBe(before)
    expect(again.out).not.toContain(String(envOf(folder).SECRET_KEY))
    expect(stored(folder, 'SELECT count(*) FROM county')).toEqual([['1']])
  })

  test('.env keeps its other lines; another value needs --replace and leaves the old file; open rights are closed', async () => {
    const folder = newFolder()
    const path = join(folder, '.env')
    writeFileSync(path, '# by hand\nPORT=9000\nMY_OWN=1')
    chmodSync(path, 0o644)
    const refused = await inFolder(folder, ['setup', ...ALL, '--set', 'PORT=9001'])
    expect(refused.code).toBe(1)
    expect(refused.err).toContain('PORT has another value in .env')
    expect(readFileSync(path, 'utf8')).toBe('# by hand\nPORT=9000\nMY_OWN=1')
    expect((await inFolder(folder, ['setup', ...ALL, '--set', 'PORT=9001', '--replace'])).code).toBe(0)
    expect(readFileSync(path, 'utf8')).toMatch(/^# by hand\nPORT=9001\nMY_OWN=1\nNODE_ENV=production\n/)
    expect(modeOf(path)).toBe(0o600)
    const kept = readdirSync(folder).find(name => name.startsWith('.env.before-')) ?? ''
    expect(readFileSync(join(folder, kept), 'utf8')).toContain('PORT=9000')
    expect(modeOf(join(folder, kept))).toBe(0o600)
  })

  test('after a trial without the demo the database keeps its secret', async () => {
    const folder = newFolder()
    const file = join(folder, 'data/wanling.db')
    await (await serveFile(file)).stop()
    const secret = readFileSync(`${file}.key`, 'utf8').trim()
    expect((await inFolder(folder, ['setup', ...ALL])).code).toBe(0)
    expect(envOf(folder).SECRET_KEY).toBe(secret)
  })

  test('the demo county is left alone, and the real one gets a file of its own', async () => {
    const folder = newFolder()
    const file = join(folder, 'data/wanling.db')
    await (await serveFile(file, { WANLING_DEMO: 'on' })).stop()
    const done = await inFolder(folder, ['setup', ...ALL])
    expect(done.code).toBe(0)
    expect(done.out).toContain('holds the demo county and is left alone')
    expect(envOf(folder).DATABASE_URL).toBe(`file:${folder}/data/county.db`)
    expect(stored(folder, 'SELECT name FROM county')).toEqual([['晴川县']])
  })
})

describe('by answers', () => {
  const machine = ['', '', 'https://wanling.example.cn', '', 'y', 'n', 'n', 'n']
  const county = ['晴川县', '12', '410999', '']

  test('asks again what cannot be right, in Chinese on a Chinese terminal', async () => {
    const folder = newFolder()
    const rest = [
      '晴川小学',
      '',
      '',
      '',
      '晴川县教育局',
      '',
      '0393-1234567',
      '2026上',
      '2026-09-01',
      '2026-09-31',
      '2027-01-22',
      'not an address',
      'wang@example.cn',
      '王敏',
    ]
    const { code, out, err } = await inFolder(folder, ['setup', '--ask'], {
      env: { LANG: 'zh_CN.UTF-8' },
      input: [...machine, ...county, ...rest],
    })
    expect(code).toBe(0)
    expect(err).toContain('行政区划代码是六位数')
    expect(err).toContain('日期要像 2026-09-01 这样')
    expect(envOf(folder)).toMatchObject({ PORT: '8787', PUBLIC_URL: 'https://wanling.example.cn', WEBCHAT: 'on' })
    expect(stored(folder, 'SELECT name, code, region FROM county')).toEqual([['晴川县', '410999', 'henan']])
    expect(stored(folder, 'SELECT until_date FROM term')).toEqual([['2027-01-22']])
    expect(err).toContain('邮箱要像 name@example.cn 这样')
    expect(out).toMatch(/^staff county_lead wang@example\.cn \S{12}$/m)
    expect(stored(folder, 'SELECT name, handed_out FROM staff')).toEqual([['王敏', '1']])
  })

  test('stopped half way, it keeps what was answered and goes on there; the secret is shown once', async () => {
    const folder = newFolder()
    const first = await inFolder(folder, ['setup', '--ask'], { input: [...machine, ...county, '晴川小学'] })
    expect(first.code).toBe(1)
    expect(first.err).toContain('Stopped here; what was answered is kept.')
    const secret = String(envOf(folder).SECRET_KEY)
    expect(first.out).toContain(secret)
    const second = await inFolder(folder, ['setup', '--ask'], {
      input: ['n', 'n', 'n', '晴川小学', '', '', '', '晴川县教育局', '', '0393-1234567', '', ''],
    })
    expect(second.code).toBe(0)
    expect(second.err).not.toContain('county’s name')
    expect(second.out).not.toContain(secret)
    expect(envOf(folder).SECRET_KEY).toBe(secret)
    expect(stored(folder, 'SELECT name FROM school')).toEqual([['晴川小学']])
  })

  test('a channel is kept whole: stopped in its middle, none of it is', async () => {
    const folder = newFolder()
    const upToLark = ['', '', '', '', 'y', 'n', 'y', 'cli_a1', 'secret-of-the-app']
    expect((await inFolder(folder, ['setup', '--ask'], { input: upToLark })).code).toBe(1)
    expect(Object.keys(envOf(folder)).filter(name => name.startsWith('LARK_'))).toEqual([])
  })
})

test('nobody reads .env unless it is asked for: another folder is another machine', async () => {
  const [here, there] = [newFolder(), newFolder()]
  await inFolder(here, ['setup', ...ALL])
  const elsewhere = await inFolder(there, ['school', 'list'])
  expect(elsewhere.code).toBe(1)
  const named = await inFolder(there, ['school', 'list'], { env: { WANLING_ENV_FILE: join(here, '.env') } })
  expect(named).toMatchObject({ code: 0, out: '晴川小学 primary 6-3\n' })
})
