import { execFileSync } from 'node:child_process'
import Libsql from 'libsql'
import { demoTerms } from '../src/calendar/index.ts'
import { EmbeddedDatabase } from '../src/db/embedded.ts'
import { type Keys, openKeys } from '../src/db/keys.ts'
import { type Statement, statement } from '../src/db/statement.ts'
import { firstGradeYearOf } from '../src/roster/grade.ts'
import { EVENING, NIGHT, reporterOf } from './people.ts'
import { root } from './processes.ts'

const GRADE = 4
/** Conversations handed over in one statement. */
const SLICE = 5000

export interface SeedPlan {
  file: string
  secret: Buffer
  families: number
}

/**
 * Fills a new file with a county of bound Telegram families, each with two school weeks of nights on record. The rows are
 * made inside the engine, without its indexes and without waiting for the disk: nobody is served from the file yet.
 */
export const seedFamilies = async ({ file, secret, families }: SeedPlan): Promise<void> => {
  execFileSync(process.execPath, ['tools/wanling.mjs', 'migrate'], {
    cwd: root,
    env: { PATH: process.env.PATH, DATABASE_URL: `file:${file}` },
  })
  fillFile(file, families)
  const db = new EmbeddedDatabase(file)
  const keys = await openKeys(db, secret, Date.parse(EVENING))
  for (let from = 0; from < families; from += SLICE)
    await db.write([conversations(from, Math.min(SLICE, families - from), keys)])
  await db.close()
}

const INDEXES = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"

const fillFile = (file: string, families: number): void => {
  const db = new Libsql(file)
  for (const pragma of ['journal_mode = OFF', 'synchronous = OFF', 'cache_size = -200000']) db.exec(`PRAGMA ${pragma}`)
  const indexes = db
    .prepare(INDEXES)
    .all()
    .map(row => Object(row))
  for (const { name } of indexes) db.exec(`DROP INDEX "${name}"`)
  db.exec('BEGIN')
  seedCounty(db)
  for (const sql of FAMILY_ROWS)
    db.prepare(`${NUMBERS} ${sql}`).run({ families, at: Date.parse(EVENING), tonight: NIGHT })
  db.exec('COMMIT')
  for (const { sql } of indexes) db.exec(sql)
  db.exec('PRAGMA journal_mode = WAL')
  db.close()
}

const SETTINGS = {
  operator: { name: '晴川县教育局', contact: 'desk@example.cn', kind: 'bureau', receivers: [] },
  telegram: { on: true, by: 'bench', receiver: 'Telegram Messenger Inc.' },
  'owner.webchat': 'county',
  'owner.telegram': 'county',
}

const seedCounty = (db: Libsql.Database): void => {
  db.exec(
    `INSERT INTO county (id, name, code, region, zone) VALUES ('county', '晴川县', '410999', 'henan', 'Asia/Shanghai')`,
  )
  const term = db.prepare('INSERT INTO term (county_id, name, from_date, until_date) VALUES (?, ?, ?, ?)')
  for (const { from, to } of demoTerms) term.run(['county', from, from, to])
  const setting = db.prepare(`INSERT INTO setting ("key", "value", "by", "at") VALUES (?, ?, 'bench', ?)`)
  for (const [key, value] of Object.entries(SETTINGS)) setting.run([key, JSON.stringify(value), Date.parse(EVENING)])
}

/** Families by number, as ids and as what follows from them: 40 children a class, 36 classes a school. */
const NUMBERS = `WITH RECURSIVE numbers(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM numbers WHERE n + 1 < :families),
  family AS (SELECT n, printf('child-%07d', n) AS child, printf('guardian-%07d', n) AS guardian,
    printf('class-%05d', n / 40) AS class, printf('school-%03d', n / 1440) AS school, :at AS at FROM numbers),
  answer AS (SELECT family.*, date(:tonight, '-' || value || ' days') AS night, 30 + n % 50 AS minutes, 180 + n % 60 AS bed
    FROM family, json_each('[14,13,12,9,8,7,6,5,2,1]'))`

const FAMILY_ROWS = [
  `INSERT INTO school (id, county_id, name, kind, system)
    SELECT school, 'county', '晴川' || school, 'primary', '6-3' FROM family WHERE n % 1440 = 0`,
  `INSERT INTO school_class (id, school_id, first_grade_year, class_no)
    SELECT class, school, ${firstGradeYearOf(GRADE, NIGHT)}, n / 40 % 36 + 1 FROM family WHERE n % 40 = 0`,
  `INSERT INTO child (id, school_id, label, at) SELECT child, school, '小宇', at FROM family`,
  `INSERT INTO enrolment (child_id, class_id, from_date) SELECT child, class, '2026-09-01' FROM family`,
  `INSERT INTO guardianship (guardian_id, child_id, relation, at) SELECT guardian, child, 'mother', at FROM family`,
  `INSERT INTO consent (id, guardian_id, child_id, kind, version, given, at)
    SELECT child || key, guardian, child, key, '2026-11', value, at
    FROM family, json_each('{"C1":true,"C2":true,"C4":false,"C5":false,"C6":true}')`,
  `INSERT INTO night_answer (id, child_id, night, guardian_id, at, kind, written_min, bed_offset, said_ahead)
    SELECT child || night, child, night, guardian, at, 'report', minutes, bed, 0 FROM answer`,
  `INSERT INTO night (child_id, night, version, class_id, written_min, bed_offset, said_ahead, first_at, changed_at,
      by_guardian, late)
    SELECT child, night, 1, class, minutes, bed, 0, at, at, guardian, 0 FROM answer`,
]

const CONVERSATIONS = `INSERT INTO conversation (id, channel, address, lang, lang_chosen, guardian_id, seq, minute,
    turns_in_minute, inbound_at)
  SELECT value ->> 0, 'telegram', value ->> 1, 'zh', 0, printf('guardian-%07d', value ->> 2), 0, 0, 0, ?
  FROM json_each(?)`

/** What the engine cannot make: accounts stand as their HMAC, addresses are sealed. */
const conversations = (from: number, count: number, keys: Keys): Statement => {
  const rows = Array.from({ length: count }, (_, i) => {
    const account = String(reporterOf(from + i).account)
    const id = keys.lookup('account', 'telegram', account)
    return [id, keys.seal(account, id), from + i]
  })
  return statement(CONVERSATIONS, Date.parse(EVENING), JSON.stringify(rows))
}
