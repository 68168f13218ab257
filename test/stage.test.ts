import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Conflict } from '../src/db/database.ts'
import { EmbeddedDatabase } from '../src/db/embedded.ts'
import { migrate } from '../src/db/migrate.ts'
import { type Row, statement } from '../src/db/statement.ts'
import { retentionStatements } from '../src/jobs/retention.ts'
import type { RosterChange } from '../src/roster/change.ts'
import { type ImportWrite, writeChanges, writeImport } from '../src/roster/import-store.ts'
import { type StagedChange, stageChanges } from '../src/roster/stage.ts'

const AT = Date.parse('2026-11-24T09:00:00+08:00')
const HOUR = 3600_000
const actor = { kind: 'staff', id: 'office' } as const

const newDatabase = async (): Promise<EmbeddedDatabase> => {
  const db = new EmbeddedDatabase(join(mkdtempSync(join(tmpdir(), 'wanling-')), 'stage.db'))
  await migrate(db, AT)
  return db
}

const about = (subject: string) => ({ feature: 'roster', subject }) as const
const enrolled = (
  subject: string,
  classId: string,
  label: string,
  marks: { nickname?: string; externalKey?: string } = {},
): StagedChange => ({
  ...about(subject),
  type: 'ChildEnrolled',
  schoolId: 's',
  classId,
  on: '2026-09-01',
  label,
  ...marks,
})

const BEFORE: StagedChange[] = [
  { ...about('k1'), type: 'ClassOpened', schoolId: 's', firstGradeYear: 2024, classNo: 1 },
  { ...about('k2'), type: 'ClassOpened', schoolId: 's', firstGradeYear: 2024, classNo: 2 },
  enrolled('yu', 'k1', '王小雨'),
  enrolled('xiang', 'k1', '李想'),
  enrolled('nuo', 'k1', '陈一诺'),
  enrolled('he', 'k2', '欧阳嘉禾', { nickname: '禾禾', externalKey: 'K4' }),
]
const NEXT: StagedChange[] = [
  { ...about('yu'), type: 'ChildMoved', from: 'k1', classId: 'k2', on: '2026-11-24' },
  { ...about('yu'), type: 'ChildDescribed', label: '王小宇', externalKey: 'K1' },
  { ...about('xiang'), type: 'ChildLeft', from: 'k1', on: '2026-11-24' },
]
const LAST: StagedChange[] = [
  { ...about('yu'), type: 'ChildMoved', from: 'k2', classId: 'k1', on: '2026-11-24' },
  { ...about('xiang'), type: 'ChildReturned', classId: 'k2', on: '2026-11-26' },
]

const imported: RosterChange = {
  ...about('county'),
  type: 'RosterImported',
  on: '2026-11-24',
  ...{ added: 0, moved: 0, returned: 0, left: 0, described: 0, unchanged: 0 },
}

const write = (changes: StagedChange[], logged: number): ImportWrite => ({
  countyId: 'county',
  logged,
  imported,
  changes,
  actor,
  importId: 'import',
  at: AT,
})

const TABLES = ['school_class', 'child', 'enrolment', 'change_log', 'import_stage', 'guard']

const tables = async (db: EmbeddedDatabase): Promise<Row[][]> =>
  db.read(TABLES.map(name => statement(`SELECT * FROM ${name} ORDER BY rowid`)))

test('changes made one by one and an import of them leave the same tables and the same log', async () => {
  const [single, staged] = [await newDatabase(), await newDatabase()]
  for (const [i, changes] of [BEFORE, NEXT, LAST].entries()) {
    await single.write(writeChanges([imported, ...changes], actor, AT))
    await writeImport(staged, write(changes, i))
    expect(await tables(staged)).toEqual(await tables(single))
  }
  const [enrolments] = await staged.read([
    statement('SELECT child_id, class_id, from_date, until_date FROM enrolment ORDER BY child_id, from_date'),
  ])
  expect(enrolments).toEqual([
    ['he', 'k2', '2026-09-01', null],
    ['nuo', 'k1', '2026-09-01', null],
    ['xiang', 'k1', '2026-09-01', '2026-11-24'],
    ['xiang', 'k2', '2026-11-26', null],
    ['yu', 'k1', '2026-09-01', '2026-11-24'],
    ['yu', 'k1', '2026-11-24', null],
  ])
  expect(await staged.read([statement("SELECT label, external_key FROM child WHERE id = 'yu'")])).toEqual([
    [['王小宇', 'K1']],
  ])
  const [log] = await staged.read([statement('SELECT change FROM change_log')])
  expect(JSON.stringify(log)).not.toMatch(/王小|李想|禾禾|K1|K4/)
})

test('an import that finds the roster changed stores nothing and leaves no stage', async () => {
  const db = await newDatabase()
  await writeImport(db, write(BEFORE, 0))
  const before = await tables(db)
  await expect(writeImport(db, write(NEXT, 0))).rejects.toBeInstanceOf(Conflict)
  expect(await tables(db)).toEqual(before)
})

test('a stage that a killed import left is gone after an hour; one at work is not', async () => {
  const db = await newDatabase()
  await db.write([stageChanges('killed', 0, BEFORE, AT - HOUR), stageChanges('at work', 0, NEXT, AT - 60_000)])
  await db.write(retentionStatements(AT))
  expect(await db.read([statement('SELECT DISTINCT import_id FROM import_stage')])).toEqual([[['at work']]])
})
