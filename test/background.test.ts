import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Threaded } from '../src/background/threaded.ts'
import { EmbeddedDatabase } from '../src/db/embedded.ts'
import { statement } from '../src/db/statement.ts'

const SCRIPT = new URL('../dist/thread.js', import.meta.url)
/** Some seconds of counting. */
const LONG = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 8000000) SELECT count(*) FROM n'

let path: string
let db: EmbeddedDatabase
let background: Threaded

beforeAll(async () => {
  path = join(mkdtempSync(join(tmpdir(), 'wanling-')), 'aside.db')
  db = new EmbeddedDatabase(path)
  await db.write([statement('CREATE TABLE town (name TEXT)'), statement("INSERT INTO town VALUES ('晴川')")])
  background = new Threaded(path, SCRIPT)
})

afterAll(async () => {
  await background.close()
  await db.close()
})

test('the thread reads what was written before it was asked', async () => {
  expect(await background.read([statement('SELECT name FROM town')])).toEqual([[['晴川']]])
  await db.write([statement("INSERT INTO town VALUES ('柳河')")])
  expect(await background.read([statement('SELECT count(*) FROM town')])).toEqual([[[2]]])
})

test('the thread cannot write', async () => {
  await expect(background.read([statement("INSERT INTO town VALUES ('x') RETURNING name")])).rejects.toThrow()
  expect(await db.read([statement('SELECT count(*) FROM town')])).toEqual([[[2]]])
})

test('a failure tells its kind and no text, and the thread lives on', async () => {
  await expect(background.read([statement('SELECT name FROM nowhere')])).rejects.toThrow(/^(?!.*nowhere)/)
  expect(await background.run('echo', '晚安')).toBe('晚安')
})

test('work that takes too long is given up, everybody waiting is told, and the next request finds a new thread', async () => {
  const short = new Threaded(path, SCRIPT, 300)
  const long = short.read([statement(LONG)])
  const behind = short.run('echo', 'behind')
  await expect(long).rejects.toThrow('ended')
  await expect(behind).rejects.toThrow('ended')
  expect(await short.run('echo', 'again')).toBe('again')
  await short.close()
})

test('the server answers while the thread works', async () => {
  const busy = new Threaded(path, SCRIPT, 1500)
  await busy.run('echo', 'awake')
  const long = busy.read([statement(LONG)]).catch(() => undefined)
  let answers = 0
  const until = performance.now() + 500
  while (performance.now() < until) {
    await db.read([statement('SELECT count(*) FROM town')])
    await new Promise(resolve => setImmediate(resolve))
    answers++
  }
  expect(answers).toBeGreaterThan(50)
  await long
  await busy.close()
})
