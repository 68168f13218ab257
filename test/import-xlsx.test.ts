import { copyFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Libsql from 'libsql'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import writeXlsx from 'write-excel-file/node'
import { type Answer, wanling } from './support/cli.ts'
import { newFile } from './support/server.ts'
import { SHEET_PART, workbookParts, zipOf } from './support/zip.ts'

type Cell = string | number | Date | null | { text: string; rowSpan: number }

let county = ''
let file = ''
let path = ''

const run = (...args: string[]): Promise<Answer> => wanling(file, args)

const done = (answer: Answer): Answer => {
  expect(answer).toMatchObject({ code: 0, err: '' })
  return answer
}

const cellOf = (cell: Cell) => {
  if (cell === null) return null
  if (typeof cell === 'number') return { value: cell, type: Number }
  if (cell instanceof Date) return { value: cell, type: Date, format: 'yyyy-mm-dd' }
  return typeof cell === 'string'
    ? { value: cell, type: String }
    : { value: cell.text, type: String, rowSpan: cell.rowSpan }
}

/** Saves sheets as a workbook, as an office would. */
const workbook = async (...sheets: Cell[][][]): Promise<string> => {
  const made = sheets.map((rows, i) => ({ sheet: `表${i + 1}`, data: rows.map(row => row.map(cellOf)) }))
  await writeXlsx(made as never).toFile(path)
  return path
}

const saved = (bytes: string | Uint8Array): string => {
  writeFileSync(path, bytes)
  return path
}

const query = (sql: string): unknown[] => {
  const db = new Libsql(file)
  const rows = db.prepare(sql).raw(true).all()
  db.close()
  return rows
}

const HEAD = ['学校', '班级', '姓名']
const row = (name: string, of = '三(1)班'): Cell[] => ['实验小学', of, name]

beforeAll(async () => {
  county = file = newFile()
  done(await run('county', 'set', '--name', '某县', '--code', '410900', '--region', 'henan'))
  done(await run('school', 'add', '--name', '实验小学', '--kind', 'primary'))
})

beforeEach(() => {
  file = newFile()
  path = join(dirname(file), '名单.xlsx')
  copyFileSync(county, file)
})

const refused = async (args: string[], ...told: string[]): Promise<string> => {
  const answer = await run('import-roster', ...args)
  expect(answer).toMatchObject({ code: 1, out: '' })
  for (const text of told) expect(answer.err).toContain(text)
  expect(query('SELECT (SELECT count(*) FROM child), (SELECT count(*) FROM school_class)')).toEqual([[0, 0]])
  expect(query('SELECT count(*) FROM import_stage')).toEqual([[0]])
  return answer.err
}

describe('a workbook as offices send it', () => {
  test('a title, two header rows, ID numbers, phones and dates of birth: children only, all else named', async () => {
    await workbook([
      ['实验小学2026年秋学生名单'],
      ['年级', '班级', '姓名', '编号', '身份证号', '出生日期', '家长'],
      [null, null, null, null, null, null, '姓名', '电话'],
      ['三', 2, '王小宇', '0012', '999999201803120014', new Date('2018-03-12'), '王家长', 13000000011],
      ['三', '十一班', '阿依古丽·买买提', 'A7', '999999201803120022', new Date('2018-03-12'), '某某', 13000000012],
    ])
    const { out } = done(await run('import-roster', path, '--school', '实验小学'))
    expect(out).toContain('added 2, moved 0, unchanged 0, left 0')
    for (const told of ['E "身份证号": an ID number', '"出生日期": a birth date', '"电话": a phone number'])
      expect(out).toContain(told)
    expect(
      query(
        'SELECT c.label, c.external_key, k.class_no FROM child c JOIN enrolment e ON e.child_id = c.id JOIN school_class k ON k.id = e.class_id ORDER BY c.rowid',
      ),
    ).toEqual([
      ['王小宇', '0012', 2],
      ['阿依古丽·买买提', 'A7', 11],
    ])
    const tables = query("SELECT name FROM sqlite_master WHERE type = 'table'").map(name =>
      query(`SELECT * FROM "${name}"`),
    )
    expect(JSON.stringify(tables)).not.toMatch(/999999|1300000|2018-03|家长/)
    expect(done(await run('import-roster', path, '--school', '实验小学')).out).toContain(
      'added 0, moved 0, unchanged 2',
    )
  })

  test('the sheet with the roster is found among others, and of two rosters one must be chosen', async () => {
    await workbook([['说明'], ['请勿修改']], [HEAD, row('王小宇')], [HEAD, row('李想', '三(2)班')])
    await refused([path], '--sheet')
    await refused([path, '--sheet', '9'], 'no such sheet')
    expect(done(await run('import-roster', path, '--sheet', '表2')).out).toMatch(/added 1[\s\S]*not read: 2/)
    expect(done(await run('import-roster', path, '--sheet', '3')).out).toContain('added 1')
    await workbook([['说明'], ['请勿修改']], [HEAD, row('王小宇')])
    expect(done(await run('import-roster', path)).out).toContain('added 0, moved 0, unchanged 1')
  })

  test('a dry run says what would change, by class and row', async () => {
    await workbook([HEAD, row('王小宇'), row('李想'), row('陈一诺', '三(2)班')])
    const dry = done(await run('import-roster', path, '--dry-run')).out
    expect(dry).toContain('New: 实验小学 Class 3(1) 2; 实验小学 Class 3(2) 1.')
    expect(query('SELECT count(*) FROM child')).toEqual([[0]])
    done(await run('import-roster', path))
    await workbook([HEAD, row('王小宇', '三(2)班'), row('陈一诺', '三(2)班')])
    expect(done(await run('import-roster', path, '--dry-run')).out).toContain(
      'Moving: row 2 Class 3(1) → 实验小学 Class 3(2).',
    )
  })
})

describe('refused, with file, row, column and what to do; nothing is half-imported', () => {
  test('a class merged over its children: the cells below it, told as one', async () => {
    await workbook([
      HEAD,
      ['实验小学', { text: '三(1)班', rowSpan: 3 }, '王小宇'],
      ['实验小学', null, '李想'],
      ['实验小学', null, '陈一诺'],
      row('吴桐'),
    ])
    const err = await refused([path], `${path}, rows 3 to 4, column B "班级"`, 'unmerge')
    expect(err).not.toContain('row 5')
  })

  test('numbers and dates that a sheet has made of keys and classes', async () => {
    await workbook([
      [...HEAD, '编号'],
      [...row('王小宇'), 12],
      [...row('李想'), '0012'],
      [...row('陈一诺', ''), 'A3'],
      ['实验小学', new Date('2026-03-02'), '吴桐', 'A4'],
    ])
    const err = await refused([path], 'row 2, column D "编号"', 'as text', 'row 5, column B "班级"', 'has made a date')
    expect(err).not.toContain('row 3')
  })

  test('an ID number in the name column, and a class that does not exist', async () => {
    await workbook([HEAD, row('999999201803120014'), row('李想', '九(1)班')])
    const err = await refused(
      [path],
      'row 2, column C "姓名"',
      'an ID number',
      'row 3, column B "班级"',
      'no such grade',
    )
    expect(err).not.toMatch(/999999|李想/)
  })

  test('files that are no workbook, whatever they are called', async () => {
    await refused([saved('%PDF-1.7\n1 0 obj')], 'PDF')
    await refused([saved(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1))], '.xls')
    await refused([saved(zipOf({ 'word/document.xml': Buffer.from('<x/>') }))], 'Word')
    await refused([saved(zipOf(workbookParts('')).subarray(0, 300))], 'cannot be opened')
    await refused(
      [saved(zipOf({ ...workbookParts(''), [SHEET_PART]: Buffer.from('<worksheet><sheetData>') }))],
      'cannot be opened',
    )
    await refused([saved(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0))], 'neither')
    await refused([saved(Buffer.alloc(2 * 1024 * 1024 + 1, 'x'))], '2 MB')
  })
})

describe('a zip bomb is refused before it can go off', () => {
  const rows = '<row r="1"><c r="A1"><v>1</v></c></row>'.repeat(6_000_000)

  test('240 MB in a small file', async () => {
    const bomb = zipOf(workbookParts(rows))
    expect(bomb.length).toBeLessThan(1_000_000)
    const start = performance.now()
    await refused([saved(bomb)], 'too large')
    expect(performance.now() - start).toBeLessThan(10_000)
  })

  test('the same with a listing that lies about its size', async () => {
    await refused([saved(zipOf(workbookParts(rows), { [SHEET_PART]: 20_000 }))], 'cannot be opened')
  })

  test('two thousand parts, and one cell at the far corner of a sheet', async () => {
    const parts = Object.fromEntries(Array.from({ length: 2000 }, (_, i) => [`p${i}`, Buffer.from('')]))
    await refused([saved(zipOf({ ...workbookParts(''), ...parts }))], 'too large')
    await refused([saved(zipOf(workbookParts('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')))], 'too large')
  })
})

test('the templates of the guide are taken as they are', async () => {
  for (const name of ['roster.xlsx', 'roster.csv']) {
    const template = new URL(`../docs/templates/${name}`, import.meta.url).pathname
    expect(done(await run('import-roster', template, '--dry-run')).out).toContain('added 4')
  }
})
