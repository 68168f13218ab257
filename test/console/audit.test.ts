import { randomBytes } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Libsql from 'libsql'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeAuditLog } from '../../src/console/audit/log.ts'
import { eraseFromAudit, keepAudit } from '../../src/console/audit/retention.ts'
import { verifyAudit } from '../../src/console/audit/verify.ts'
import { Conflict } from '../../src/db/database.ts'
import { EmbeddedDatabase } from '../../src/db/embedded.ts'
import { type Keys, openKeys } from '../../src/db/keys.ts'
import { migrate } from '../../src/db/migrate.ts'
import { statement } from '../../src/db/statement.ts'

const YEAR = 365 * 24 * 3600_000
const DAY = 24 * 3600_000

let file: string
let db: EmbeddedDatabase
let keys: Keys
let clock: number

beforeEach(async () => {
  file = join(mkdtempSync(join(tmpdir(), 'wanling-')), 'audit.db')
  clock = Date.parse('2026-11-24T09:00:00+08:00')
  db = new EmbeddedDatabase(file)
  await migrate(db, clock)
  keys = await openKeys(db, Buffer.alloc(32, 7), clock)
  const log = logOf(db)
  for (let i = 1; i <= 5; i++) {
    await log.write([{ event: 'CaseOpened', actor: 'officer', subject: `case-${i}`, content: { page: i } }])
  }
})
afterEach(() => db.close())

const logOf = (database: EmbeddedDatabase) =>
  makeAuditLog({ db: database, keys, now: () => clock, random: n => randomBytes(n) })
const verdict = () => verifyAudit(db, keys)
const all = async () => JSON.stringify((await db.read([statement('SELECT * FROM audit')]))[0])

/** What somebody does who has the file itself, past the triggers. */
const tamper = (...sql: string[]): void => {
  const raw = new Libsql(file, { timeout: 3000 })
  for (const one of ['DROP TRIGGER IF EXISTS audit_stays', 'DROP TRIGGER IF EXISTS audit_leaves', ...sql]) raw.exec(one)
  raw.close()
}

test('an untouched chain holds, and its rows hold no content', async () => {
  expect(await verdict()).toMatchObject({ holds: true, rows: 5, head: { n: 5 }, erased: 0 })
  expect(await all()).not.toContain('page')
})

test.each([
  ["UPDATE audit SET event = 'CaseClosed' WHERE n = 3", 3, 'changed'],
  ['UPDATE audit SET at = at + 1 WHERE n = 3', 3, 'changed'],
  ["UPDATE audit SET content = 'x' WHERE n = 3", 3, 'changed'],
  ["UPDATE audit SET chain = 'x' WHERE n = 3", 3, 'changed'],
  ["UPDATE audit SET actor = 'somebody' WHERE n = 3", 3, 'ids changed'],
  ["UPDATE audit SET subject = 'case-9' WHERE n = 3", 3, 'ids changed'],
  ['UPDATE audit SET actor = NULL WHERE n = 3', 3, 'ids changed'],
  ["UPDATE audit SET ids = 'x' WHERE n = 3", 3, 'changed'],
  ['DELETE FROM audit WHERE n = 3', 3, 'missing'],
  ['DELETE FROM audit WHERE n = 1', 1, 'missing'],
  ['UPDATE audit SET n = 9 WHERE n = 5', 5, 'missing'],
] as const)('%s is found', async (sql, n, why) => {
  tamper(sql)
  expect(await verdict()).toEqual({ holds: false, n, why })
})

test('a chain that was made anew without the key does not hold, though every link fits the next', async () => {
  const other = new EmbeddedDatabase(join(mkdtempSync(join(tmpdir(), 'wanling-')), 'forged.db'))
  await migrate(other, clock)
  const forged = await openKeys(other, Buffer.alloc(32, 9), clock)
  const log = makeAuditLog({ db: other, keys: forged, now: () => clock, random: n => randomBytes(n) })
  for (let i = 0; i < 5; i++) await log.write([{ event: 'CaseOpened', actor: 'officer' }])
  expect(await verifyAudit(other, forged)).toMatchObject({ holds: true })
  expect(await verifyAudit(other, keys)).toMatchObject({ holds: false, n: 1 })
  await other.close()
})

test('rows cut off at the end are missed by a checkpoint, and by whoever wrote the head down', async () => {
  const before = await verdict()
  const head = before.holds ? before.head : undefined
  await keepAudit(db, keys, clock)
  expect(await verdict()).toMatchObject({ holds: true })
  tamper('DELETE FROM audit WHERE n > 3')
  expect(await verdict()).toEqual({ holds: false, n: 4, why: 'end missing' })
  tamper('DELETE FROM audit_checkpoint')
  expect(await verdict()).toMatchObject({ holds: true })
  expect(await verifyAudit(db, keys, head)).toEqual({ holds: false, n: 4, why: 'end missing' })
})

test('a checkpoint that this ring did not sign is found', async () => {
  await keepAudit(db, keys, clock)
  tamper("UPDATE audit_checkpoint SET chain = 'x'")
  expect(await verdict()).toEqual({ holds: false, n: 5, why: 'checkpoint unsigned' })
})

test('what is older than a year leaves behind a signed checkpoint, and the rest holds', async () => {
  await keepAudit(db, keys, clock)
  clock += YEAR - DAY
  await logOf(db).write([{ event: 'SignedIn', actor: 'officer' }])
  await keepAudit(db, keys, clock)
  expect(await verdict()).toMatchObject({ holds: true, rows: 6 })
  clock += 2 * DAY
  await keepAudit(db, keys, clock)
  expect(await verdict()).toMatchObject({ holds: true, rows: 1, head: { n: 6 }, checkpoint: { n: 5 } })
  await logOf(db).write([{ event: 'SignedIn', actor: 'officer' }])
  expect(await verdict()).toMatchObject({ holds: true, rows: 2, head: { n: 7 } })
})

test('when every row has left, the next one follows the checkpoint', async () => {
  clock += YEAR + DAY
  await keepAudit(db, keys, clock)
  expect(await verdict()).toMatchObject({ holds: true, rows: 0, head: { n: 5 } })
  await logOf(db).write([{ event: 'SignedIn', actor: 'officer' }])
  expect(await verdict()).toMatchObject({ holds: true, rows: 1, head: { n: 6 } })
})

test('rows that were removed behind a young checkpoint were removed too early', async () => {
  await keepAudit(db, keys, clock)
  await logOf(db).write([{ event: 'SignedIn', actor: 'officer' }])
  tamper('DELETE FROM audit WHERE n <= 5')
  expect(await verdict()).toEqual({ holds: false, n: 5, why: 'removed too early' })
})

test('erasing somebody leaves nothing of them, and the chain holds', async () => {
  await db.write(eraseFromAudit('case-3'))
  expect(await all()).not.toContain('case-3')
  expect(await verdict()).toMatchObject({ holds: true, rows: 5, erased: 1 })
  tamper("UPDATE audit SET event = 'CaseClosed' WHERE n = 3")
  expect(await verdict()).toEqual({ holds: false, n: 3, why: 'changed' })
})

test('the tables themselves refuse to change a row or to lose one without a checkpoint', async () => {
  await expect(db.write([statement("UPDATE audit SET event = 'x' WHERE n = 3")])).rejects.toThrow(Conflict)
  await expect(db.write([statement('DELETE FROM audit WHERE n = 1')])).rejects.toThrow(Conflict)
  expect(await verdict()).toMatchObject({ holds: true, rows: 5 })
})

test('two processes that append at once make one chain', async () => {
  const second = new EmbeddedDatabase(file)
  const [one, two] = [logOf(db), logOf(second)]
  const entry = (i: number) => [{ event: 'CaseOpened', actor: 'officer', subject: `more-${i}` }]
  await Promise.all(Array.from({ length: 60 }, (_, i) => (i % 2 ? one : two).write(entry(i))))
  await second.close()
  expect(await verdict()).toMatchObject({ holds: true, rows: 65, head: { n: 65 } })
})

test('a change that is refused leaves no row of its own', async () => {
  const impossible = statement('INSERT INTO guard (ok) VALUES (0)')
  await expect(logOf(db).write([{ event: 'CaseOpened', actor: 'officer' }], [impossible])).rejects.toThrow(Conflict)
  expect(await verdict()).toMatchObject({ holds: true, rows: 5 })
})
