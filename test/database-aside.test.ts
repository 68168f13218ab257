import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DatabaseAside } from '../src/db/aside/database.ts'
import { Conflict, Unavailable } from '../src/db/database.ts'
import { EmbeddedDatabase } from '../src/db/embedded.ts'
import { statement } from '../src/db/statement.ts'

const SCRIPT = new URL('../dist/writer.js', import.meta.url)

let path: string
let db: DatabaseAside

beforeAll(async () => {
  path = join(mkdtempSync(join(tmpdir(), 'wanling-')), 'aside.db')
  const fresh = new EmbeddedDatabase(path)
  await fresh.write([statement('CREATE TABLE town (name TEXT UNIQUE, seal BLOB)')])
  await fresh.close()
  db = new DatabaseAside(path, SCRIPT)
})

afterAll(() => db.close())

const add = (...names: string[]) =>
  db.write(names.map(name => statement('INSERT INTO town (name) VALUES (?) RETURNING name', name)))
const stored = async (name: string) => (await db.read([statement('SELECT count(*) FROM town WHERE name = ?', name)]))[0]

test('a write gives its rows, and every later read sees it', async () => {
  expect(await add('晴川', '柳河')).toEqual([[['晴川']], [['柳河']]])
  expect(await stored('晴川')).toEqual([[1]])
})

test('a batch that clashes is a conflict, leaves nothing, and its neighbours are stored', async () => {
  const outcomes = await Promise.allSettled([add('一'), add('二', '柳河'), add('三')])
  expect(outcomes.map(one => one.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(outcomes[1]).toMatchObject({ reason: expect.any(Conflict) })
  expect(await Promise.all(['一', '二', '三'].map(stored))).toEqual([[[1]], [[0]], [[1]]])
})

test('a statement of its own text and a blob cross over, a thousand texts and more', async () => {
  const writes = Array.from({ length: 1200 }, (_, i) =>
    db.write([statement(`INSERT INTO town (name) VALUES ('x${i}')`)]),
  )
  writes.push(db.write([statement('INSERT INTO town VALUES (?, ?)', 'seal', new Uint8Array([7, 0]))]))
  await Promise.all(writes)
  const [rows] = await db.read([statement("SELECT count(*) FROM town WHERE name LIKE 'x%'")])
  expect(rows).toEqual([[1200]])
  expect((await db.read([statement("SELECT seal FROM town WHERE name = 'seal'")]))[0]?.[0]?.[0]).toEqual(
    Buffer.from([7, 0]),
  )
})

test('the engine says what is wrong with a statement', async () => {
  await expect(db.write([statement('INSERT INTO nowhere VALUES (1)')])).rejects.toThrow('nowhere')
})

test('what was asked before closing is stored, and afterwards nothing is taken', async () => {
  const other = new DatabaseAside(path, SCRIPT)
  const last = other.write([statement("INSERT INTO town (name) VALUES ('last')")])
  await other.close()
  await last
  await expect(other.write([statement('DELETE FROM town')])).rejects.toThrow(Unavailable)
  expect(await stored('last')).toEqual([[1]])
})
