import Libsql from 'libsql'
import { beforeAll, expect, test } from 'vitest'
import { wanling } from './support/cli.ts'
import { newFile } from './support/server.ts'

/** `wanling jobs` over a file of its own. */

let file = ''
const AT = '2026-11-23T20:20:30+08:00'

beforeAll(async () => {
  file = newFile()
  await wanling(file, ['county', 'set', '--name', '某县', '--code', '410900', '--region', 'henan'])
})

const write = (sql: string): void => {
  const db = new Libsql(file)
  db.exec(sql)
  db.close()
}

const line = async (name: string, now = AT): Promise<string[]> =>
  (await wanling(file, ['jobs'], now)).out
    .split('\n')
    .map(one => one.split('\t'))
    .find(one => one[0] === name) ?? []

test('the list tells schedule, last run, outcome and next run', async () => {
  expect(await line('name')).toEqual(['name', 'schedule', 'last', 'outcome', 'next'])
  expect(await line('retention')).toEqual(['retention', 'every minute', '-', '-', '2026-11-23T20:21'])
})

test('a job is run by hand, as of any moment, and the list shows it', async () => {
  expect(await wanling(file, ['jobs', 'run', 'retention', '--at', AT])).toEqual({
    code: 0,
    out: 'retention\t2026-11-23T20:20\tok\n',
    err: '',
  })
  expect((await line('retention')).slice(2)).toEqual(['2026-11-23T20:20', 'ok', '2026-11-23T20:21'])
  expect((await wanling(file, ['jobs', 'run', 'retention', '--at', AT])).code).toBe(0)
})

test('a run that is at work is not begun a second time, one that was cut short is', async () => {
  write(`INSERT INTO job_run (job, slot, started_at) VALUES ('retention', '2026-11-23T21:00', ${Date.parse(AT)})`)
  const nine = ['jobs', 'run', 'retention', '--at', '2026-11-23T21:00:00+08:00']
  expect((await line('retention')).slice(2, 4)).toEqual(['2026-11-23T21:00', 'running'])
  expect(await wanling(file, nine, AT)).toMatchObject({ code: 1, err: expect.stringContaining('right now') })
  const later = '2026-11-23T21:30:00+08:00'
  expect((await line('retention', later)).slice(2, 4)).toEqual(['2026-11-23T21:00', 'cut short'])
  expect((await wanling(file, nine, later)).code).toBe(0)
})

test.each([
  [['jobs', 'run', 'nonsense'], 1, 'There is no job nonsense. There are: retention'],
  [['jobs', 'run'], 2, 'name one job'],
  [['jobs', 'run', 'retention', '--at', 'yesterday'], 2, '--at is a moment'],
  [['jobs', 'retention'], 2, 'jobs run'],
])('%j is refused with what to do', async (args, code, said) => {
  expect(await wanling(file, args)).toMatchObject({ code, err: expect.stringContaining(said) })
})
