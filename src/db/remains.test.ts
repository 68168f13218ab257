import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inPlace } from '../background/in-place.ts'
import { EmbeddedDatabase } from './embedded.ts'
import { withoutRemains } from './page.ts'
import { clearRemains, findRemains } from './remains.ts'
import { type Row, type Statement, statement } from './statement.ts'

const SECRET = '不该留下的话'

const rowOf = (id: number, length: number): Statement =>
  statement(
    'INSERT OR REPLACE INTO said (id, text, also) VALUES (?, ?, ?)',
    id,
    SECRET.repeat(length),
    `${SECRET}${id}`,
  )

const step = fc.oneof(
  fc.record({ put: fc.integer({ min: 0, max: 400 }), length: fc.integer({ min: 0, max: 400 }) }),
  fc.record({ drop: fc.integer({ min: 0, max: 400 }) }),
)

test('clears what deleted rows left on every kind of page, and nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 200, maxLength: 600 }), async steps => {
      const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'remains-'))
      const path = join(folder, 'file.db')
      const db = new EmbeddedDatabase(path)
      const read = async (sql: string): Promise<Row[]> => (await db.read([statement(sql)]))[0] ?? []
      await db.write([
        statement('CREATE TABLE said (id INTEGER PRIMARY KEY, text TEXT, also TEXT)'),
        statement('CREATE TABLE kept (id INTEGER PRIMARY KEY, text TEXT)'),
        statement('CREATE INDEX said_also ON said (also, text)'),
      ])
      for (const [i, one] of steps.entries()) {
        const kept = statement('INSERT INTO kept (text) VALUES (?)', `留下${i}`.repeat(i % 40))
        await db.write([
          'put' in one ? rowOf(one.put, one.length) : statement('DELETE FROM said WHERE id = ?', one.drop),
          kept,
        ])
      }
      const before = [
        await read('SELECT * FROM said'),
        await read('SELECT * FROM kept'),
        await read('SELECT also FROM said ORDER BY also'),
      ]
      await clearRemains({ db, background: inPlace(db) })
      expect(await read('PRAGMA integrity_check')).toEqual([['ok']])
      expect([
        await read('SELECT * FROM said'),
        await read('SELECT * FROM kept'),
        await read('SELECT also FROM said ORDER BY also'),
      ]).toEqual(before)
      expect((await findRemains({ from: 1 }, db)).pages).toEqual([])
      await db.write([statement('DELETE FROM said')])
      await clearRemains({ db, background: inPlace(db) })
      expect(await read('PRAGMA integrity_check')).toEqual([['ok']])
      await db.close()
      expect(readFileSync(path).includes(SECRET)).toBe(false)
      rmSync(folder, { recursive: true })
    }),
    { numRuns: 6 },
  )
})

test.each([
  ['an empty page', new Uint8Array(4096)],
  ['an overflow page', Uint8Array.from({ length: 4096 }, (_, i) => (i < 4 ? 0 : 13))],
  ['text that begins like a page of cells', Uint8Array.from({ length: 4096 }, () => 13)],
])('%s is left alone', (_what, page) => {
  expect(withoutRemains(page, false, page.length)).toBeUndefined()
})
