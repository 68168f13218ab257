import { copyFileSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Libsql from 'libsql'
import { beforeAll, expect, test } from 'vitest'
import writeXlsx from 'write-excel-file/node'
import { EmbeddedDatabase } from '../../src/db/embedded.ts'
import { statement } from '../../src/db/statement.ts'
import { importInThread } from '../../src/roster/import-in-thread.ts'
import { threadScript } from '../../src/threads.ts'
import { wanling } from '../support/cli.ts'
import { slowness, startControl, timed, watchLoop } from '../support/load.ts'
import { newFile, serveFile } from '../support/server.ts'
import { post } from './post.ts'

const ROWS = 5000
const NOW = '2026-11-23T10:00:00+08:00'

let county = ''
let roster = ''

/** Different names of three characters. */
const nameOf = (i: number): string => `王${String.fromCodePoint(0x4e00 + (i % 90), 0x4e64 + Math.floor(i / 90))}`

beforeAll(async () => {
  county = newFile()
  roster = join(dirname(county), 'roster.xlsx')
  const cells = [
    ['学校', '班级', '姓名', '编号', '家长电话'],
    ...Array.from({ length: ROWS }, (_, i) => [
      '实验小学',
      `${1 + (i % 6)}-${1 + (i % 20)}`,
      nameOf(i),
      `K${i}`,
      '13000000011',
    ]),
  ]
  await writeXlsx(cells.map(row => row.map(value => ({ value, type: String })))).toFile(roster)
  for (const args of [
    ['county', 'set', '--name', '某县', '--code', '410900', '--region', 'henan'],
    ['school', 'add', '--name', '实验小学', '--kind', 'primary'],
  ]) {
    expect((await wanling(county, args, NOW)).code).toBe(0)
  }
})

const newCounty = (): string => {
  const file = newFile()
  copyFileSync(county, file)
  return file
}

const enrolled = (file: string): unknown => {
  const db = new Libsql(file)
  const row = db.prepare('SELECT (SELECT count(*) FROM enrolment), (SELECT count(*) FROM import_stage)').raw(true).get()
  db.close()
  return row
}

/** The best of three tries, each measured against what the machine does beside it. */
const bestOf = async <T>(attempt: () => Promise<T>, isGood: (got: T) => boolean): Promise<T> => {
  let got = await attempt()
  for (let i = 1; i < 3 && !isGood(got); i++) got = await attempt()
  return got
}

type Seen = { ms: number; limit: number; slowest: number; control: number; answered: number; refused: number }

/** Imports beside a serving program, which is asked for its health and spoken to all the while. */
const importWhileServing = async (): Promise<Seen> => {
  const file = newCounty()
  const server = await serveFile(file, { WANLING_NOW: NOW })
  const control = await startControl()
  expect((await post(server.url, 'before', 'before'))?.status).toBe(200)
  const seen: Seen = { ms: 0, limit: 5000 * (await slowness()), slowest: 0, control: 0, answered: 0, refused: 0 }
  let isDone = false
  const start = performance.now()
  const importing = wanling(file, ['import-roster', roster], NOW).finally(() => {
    seen.ms = performance.now() - start
    isDone = true
  })
  for (let i = 0; !isDone; i++) {
    const [health, nothing] = await Promise.all([timed(`${server.url}/healthz`), timed(control.url)])
    seen.slowest = Math.max(seen.slowest, health)
    seen.control = Math.max(seen.control, nothing)
    const answer = await post(server.url, `m${i}`, `m${i}`)
    if (answer?.status === 200) seen.answered++
    else seen.refused++
    await new Promise(resolve => setTimeout(resolve, 20))
  }
  expect(await importing).toMatchObject({ code: 0, err: '' })
  control.stop()
  await server.kill()
  expect(enrolled(file)).toEqual([ROWS, 0])
  return seen
}

test('5,000 rows of .xlsx in five seconds beside the serving program, which answers all the while', async () => {
  const isGood = ({ ms, limit, slowest, control }: Seen) => ms < limit && slowest - control < 100
  const seen = await bestOf(importWhileServing, isGood)
  console.log('import beside the server, ms:', JSON.stringify(seen))
  expect(seen.refused).toBe(0)
  expect(seen.answered).toBeGreaterThan(5)
  expect(seen.ms).toBeLessThan(seen.limit)
  expect(seen.slowest - seen.control).toBeLessThan(100)
})

/** Imports inside this process, as a page of the server does; its loop is watched, and it goes on writing. */
const importInside = async () => {
  const file = newCounty()
  const db = new EmbeddedDatabase(file)
  const bytes = new Uint8Array(readFileSync(roster))
  const steps: string[] = []
  let written = 0
  let isDone = false
  const limit = 5000 * (await slowness())
  const unwatch = await watchLoop()
  const start = performance.now()
  const importing = importInThread(
    { path: file, script: threadScript('import-thread'), sheetScript: threadScript('sheet-thread') },
    { bytes },
    {
      now: Date.parse(NOW),
      actor: { kind: 'staff', id: 'office' },
      step: (step, done, total) => void steps.push(done === undefined ? step : `${step} ${done}/${total}`),
    },
  ).finally(() => {
    isDone = true
  })
  while (!isDone) {
    await db.write([statement(COUNT)])
    written++
    await new Promise(resolve => setTimeout(resolve, 10))
  }
  const outcome = await importing
  const ms = performance.now() - start
  const watched = await unwatch()
  const [tally] = await db.read([statement('SELECT n FROM tally')])
  await db.close()
  expect(tally).toEqual([[written]])
  expect(enrolled(file)).toEqual([ROWS, 0])
  return { outcome, steps, ms, limit, ...watched }
}

const COUNT = "INSERT INTO tally (day, name, n) VALUES ('d', 'n', 1) ON CONFLICT DO UPDATE SET n = n + 1"

test('an import inside the serving process leaves its loop free, and everything written meanwhile is kept', async () => {
  const got = await bestOf(importInside, ({ longest, idle, ms, limit }) => longest - idle < 100 && ms < limit)
  const { outcome, steps, ...figures } = got
  console.log('import inside, ms:', JSON.stringify(figures))
  expect(outcome).toMatchObject({ counts: { added: ROWS, opened: 60 } })
  expect(steps.slice(0, 2)).toEqual(['reading', 'comparing'])
  expect(steps.at(-1)).toBe(`writing ${ROWS + 60}/${ROWS + 60}`)
  expect(figures.longest - figures.idle).toBeLessThan(100)
  expect(figures.ms).toBeLessThan(figures.limit)
})

test('nobody sees a part of it: until the last moment there is no child, and then all are there', async () => {
  const file = newCounty()
  const db = new EmbeddedDatabase(file)
  const seen = new Set<unknown>()
  const staged = new Set<unknown>()
  let isDone = false
  const importing = wanling(file, ['import-roster', roster], NOW).finally(() => {
    isDone = true
  })
  while (!isDone) {
    const [children = [], stage = []] = await db.read([
      statement('SELECT count(*) FROM child'),
      statement('SELECT count(*) FROM import_stage'),
    ])
    seen.add(children[0]?.[0])
    staged.add(stage[0]?.[0])
    await new Promise(resolve => setTimeout(resolve, 2))
  }
  expect((await importing).code).toBe(0)
  await db.close()
  expect([...seen].filter(n => n !== 0 && n !== ROWS)).toEqual([])
  expect(staged.size).toBeGreaterThan(3)
})
