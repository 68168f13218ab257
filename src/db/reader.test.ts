import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Conflict } from './database.ts'
import { EmbeddedDatabase } from './embedded.ts'
import { statement } from './statement.ts'

let db: EmbeddedDatabase

beforeAll(async () => {
  db = new EmbeddedDatabase(join(mkdtempSync(join(tmpdir(), 'wanling-')), 'rows.db'))
  await db.write([
    statement('CREATE TABLE town (name TEXT UNIQUE, people INTEGER, height REAL, seal BLOB)'),
    statement('INSERT INTO town VALUES (?, ?, ?, ?)', '晴川\n"县" \u{1F319}', 42_000_000_000, 71.25, null),
    statement('INSERT INTO town VALUES (?, ?, ?, ?)', '柳河', null, -3, new Uint8Array([1, 0, 255])),
  ])
})

afterAll(() => db.close())

const select = async (sql: string, ...args: (string | number)[]) => (await db.read([statement(sql, ...args)]))[0]

test('texts, numbers and nulls come as they are, in the order asked for', async () => {
  const rows = [
    ['柳河', null, -3],
    ['晴川\n"县" \u{1F319}', 42_000_000_000, 71.25],
  ]
  expect(await select('SELECT name, people, height FROM town ORDER BY height')).toEqual(rows)
  expect(await select('SELECT name, people, height FROM town ORDER BY height DESC')).toEqual(rows.toReversed())
})

test('columns of one name, a limit, a union and a WITH are no trouble', async () => {
  expect(
    await select('SELECT a.people, b.people FROM town a JOIN town b ON a.name <> b.name ORDER BY 1 LIMIT 1'),
  ).toEqual([[null, 42_000_000_000]])
  expect(await select('SELECT 1 UNION SELECT 2 ORDER BY 1 DESC')).toEqual([[2], [1]])
  expect(await select('WITH n(i) AS (VALUES (?)) SELECT i FROM n', 'x')).toEqual([['x']])
})

test('what a JSON function made is a text', async () => {
  expect(await select(`SELECT json_object('a', people) FROM town WHERE name = ?`, '柳河')).toEqual([['{"a":null}']])
})

test('blobs come as bytes', async () => {
  const [row] = (await select('SELECT seal FROM town WHERE name = ?', '柳河')) ?? []
  expect(Buffer.from(row?.[0] as Uint8Array)).toEqual(Buffer.from([1, 0, 255]))
})

test('a batch gives each statement its own arguments and its own rows, blobs among them or not', async () => {
  const asked = (column: string) => [
    statement('SELECT name FROM town WHERE people > ?', 1),
    statement('SELECT name FROM town WHERE people > ?', 43_000_000_000),
    statement(`SELECT ${column} IS NULL, ? FROM town WHERE name = ? AND ? = ?`, 'x', '柳河', 1, 1),
  ]
  const rows = [[['晴川\n"县" \u{1F319}']], [], [[1, 'x']]]
  expect(await db.read(asked('people'))).toEqual(rows)
  const withBlobs = [...asked('people'), statement('SELECT seal FROM town WHERE people > ?', 1)]
  expect(await db.read(withBlobs)).toEqual([...rows, [[null]]])
})

test('a batch that fails in a group is undone alone, and its neighbours are on disk', async () => {
  const add = (name: string) => db.write([statement('INSERT INTO town (name) VALUES (?)', name)])
  const outcomes = await Promise.allSettled([add('一'), add('柳河'), add('二'), add('二')])
  expect(outcomes.map(one => (one.status === 'rejected' ? one.reason : 'stored'))).toEqual([
    'stored',
    expect.any(Conflict),
    'stored',
    expect.any(Conflict),
  ])
  expect(await select("SELECT name FROM town WHERE name IN ('一', '二')")).toHaveLength(2)
})

test('a batch of nothing gives nothing', async () => {
  expect(await db.read([])).toEqual([])
})

test('numbered arguments mean their own select’s, whatever is asked beside it', async () => {
  const twice = statement('SELECT ?1 || ?2 || ?1', 'a', 'b')
  expect(await db.read([statement('SELECT ?', 'x'), twice, statement('SELECT ?', 'y')])).toEqual([
    [['x']],
    [['aba']],
    [['y']],
  ])
})
