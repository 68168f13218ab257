import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { writeCsv } from './csv.ts'
import { rosterLimits } from './limits.ts'
import { readRosterFile, readRosterTable } from './read-roster.ts'
import type { RosterOptions, RosterResult } from './types.ts'

const options: RosterOptions = {
  today: '2026-11-23',
  schools: [
    { name: '实验小学', aliases: ['Experiment Primary'], stage: 'primary', system: '6-3' },
    { name: '第一初中', stage: 'junior', system: '6-3' },
  ],
}
const ofPrimary = { ...options, school: '实验小学' }
const utf8 = (text: string) => new TextEncoder().encode(text)
const read = (text: string, given: RosterOptions = ofPrimary) => readRosterFile(utf8(text), given)
const fixture = (name: string) => readFileSync(new URL(`../../../test/data/rosters/${name}`, import.meta.url))
const rowsOf = (result: RosterResult) => (result.ok ? result.rows : result)
const skippedOf = ({ skippedColumns }: RosterResult) => skippedColumns.map(c => `${c.letter} ${c.why} ${c.foundBy}`)

describe('files as offices send them', () => {
  test('GBK, a title line, a grade column, ID numbers and phones', () => {
    const result = readRosterFile(fixture('gbk-title-line.csv'), options)
    const group = { school: '实验小学', grade: 3, entryYear: 2024 }
    expect(rowsOf(result)).toEqual([
      { row: 3, ...group, classNo: 2, name: '王小宇' },
      { row: 4, ...group, classNo: 2, name: '阿依古丽·买买提' },
      { row: 5, ...group, classNo: 11, name: '李想' },
      { row: 6, school: '实验小学', grade: 1, classNo: 1, entryYear: 2026, name: '欧阳嘉禾' },
    ])
    expect(result.skippedColumns).toEqual([
      { letter: 'A', title: '序号', why: 'not-needed', foundBy: 'title' },
      { letter: 'F', title: '身份证号', why: 'id-number', foundBy: 'title' },
      { letter: 'G', title: '家长电话', why: 'contact', foundBy: 'title' },
      { letter: 'H', title: '备注', why: 'not-needed', foundBy: 'title' },
    ])
    expect(result).toMatchObject({ warnings: [{ code: 'lines-above', rows: 1 }, { code: 'read-as-gb18030' }] })
    expect(JSON.stringify(result)).not.toMatch(/999999|13000/)
  })

  test('UTF-8 with a mark and a header of two rows: the guardian is not taken for the child', () => {
    const result = readRosterFile(fixture('two-header-rows-bom.csv'), { ...options, school: '第一初中' })
    const group = { school: '第一初中', grade: 7, entryYear: 2026 }
    expect(rowsOf(result)).toEqual([
      { row: 3, ...group, classNo: 1, name: '陈一诺' },
      { row: 4, ...group, classNo: 1, name: 'Tom Li' },
      { row: 5, ...group, classNo: 12, name: '格桑·旺堆' },
    ])
    expect(skippedOf(result)).toEqual([
      'D student-number title',
      'E guardian title',
      'F guardian title',
      'G contact title',
    ])
    expect(JSON.stringify(result)).not.toMatch(/家长$|陈家长|999999/)
  })

  test("a sheet's Unicode text: tabs, kept zeros, an empty line, two children told apart by a key", () => {
    const result = readRosterFile(fixture('excel-unicode-text.tsv'), options)
    expect(rowsOf(result)).toMatchObject([
      { row: 2, name: '王小宇', externalKey: 'S-0001', grade: 3, classNo: 2 },
      { row: 3, name: '王小宇', externalKey: 'S-0002', grade: 3, classNo: 2 },
      { row: 5, name: '赵六', externalKey: 'S-0003' },
    ])
    expect(skippedOf(result)).toEqual(['E address title'])
  })

  test('semicolons, English titles, a school by its alias', () => {
    const result = readRosterFile(fixture('semicolons.csv'), options)
    expect(rowsOf(result)).toMatchObject([
      { row: 3, school: '实验小学', grade: 3, classNo: 2, name: 'Xiaoyu Wang' },
      { row: 4, name: "Ann O'Neil" },
    ])
    expect(result).toMatchObject({ warnings: [{ code: 'lines-above', rows: 1 }] })
  })

  test('parts below a merged title, and a header repeated for each class', () => {
    const result = read(
      '班级,姓名,家长,,语文\n,,父亲,姓名,\n3-1,王小宇,甲,乙,98\n班级,姓名,家长,,语文\n3-2,赵六,丙,丁,97\n',
    )
    expect(rowsOf(result)).toMatchObject([
      { row: 3, classNo: 1 },
      { row: 5, classNo: 2 },
    ])
    expect(skippedOf(result)).toEqual(['C guardian title', 'D guardian title', 'E score title'])
    expect(result).toMatchObject({ warnings: [{ code: 'repeated-header', row: 4 }] })
  })

  test('titles with brackets and stars; the brackets do not make a name an ID number', () => {
    const result = read('班级*,姓名（与户口本一致）,编号(学号)\n3-1,王小宇,20240115\n')
    expect(rowsOf(result)).toEqual([
      { row: 2, school: '实验小学', grade: 3, classNo: 1, entryYear: 2024, name: '王小宇' },
    ])
    expect(skippedOf(result)).toEqual(['C student-number title'])
  })
})

describe('bad rows', () => {
  test('every one is told with row, column and reason, and nothing is taken', () => {
    const result = read(
      '某校名单\n学校,班级,姓名,编号\n实验小学,3-1,王小宇,K1\n\n某某小学,3-1,甲,K2\n第一初中,703,乙,K3\n,,,K4\n' +
        '实验小学,7-1,123,K 5\n实验小学,三(2)班,"丙,丁",K6,多\n',
    )
    expect(result).toEqual({
      ok: false,
      skippedColumns: [],
      errors: [
        { code: 'unknown-school', row: 5, column: { letter: 'A', title: '学校' } },
        { code: 'other-school', row: 6, column: { letter: 'A', title: '学校' } },
        { code: 'class', row: 6, column: { letter: 'B', title: '班级' }, reason: 'not-in-school' },
        { code: 'missing', row: 7, column: { letter: 'A', title: '学校' } },
        { code: 'missing', row: 7, column: { letter: 'B', title: '班级' } },
        { code: 'missing', row: 7, column: { letter: 'C', title: '姓名' } },
        { code: 'class', row: 8, column: { letter: 'B', title: '班级' }, reason: 'not-in-school' },
        { code: 'name-digits', row: 8, column: { letter: 'C', title: '姓名' } },
        { code: 'key-form', row: 8, column: { letter: 'D', title: '编号' } },
        { code: 'extra-cells', row: 9 },
        { code: 'name-signs', row: 9, column: { letter: 'C', title: '姓名' } },
      ],
    })
  })

  test('a grade column that cannot be read is the fault, not the class', () => {
    const column = { letter: 'A', title: '年级' }
    expect(read('年级,班级,姓名\n低年级,2班,王小宇\n七年级,2班,赵六\n,2班,钱七\n')).toMatchObject({
      errors: [
        { code: 'class', row: 2, column, reason: 'unclear' },
        { code: 'class', row: 3, column, reason: 'not-in-school' },
        { code: 'missing', row: 4, column },
      ],
    })
  })

  test('a class the sheet has turned into a date says so', () => {
    expect(read('班级,姓名\n2026/3/2,王小宇\n3月2日,赵六\n')).toMatchObject({
      errors: [
        { code: 'class', reason: 'date', row: 2 },
        { code: 'class', reason: 'date', row: 3 },
      ],
    })
  })

  test.each([
    ['班级,姓名\n3-1,张伟\n3-2,张伟\n3-1,张　伟\n', [{ code: 'same-name', row: 4, otherRow: 2 }]],
    ['班级,姓名,称呼\n3-1,张伟,大伟\n3-1,张伟,\n', [{ code: 'same-name', row: 3, otherRow: 2 }]],
    ['班级,姓名,称呼\n3-1,张伟,大伟\n3-1,张伟,大伟\n', [{ code: 'same-name', row: 3, otherRow: 2 }]],
    ['班级,姓名,编号\n3-1,张伟,K1\n3-2,赵六,K1\n', [{ code: 'same-key', row: 3, otherRow: 2 }]],
  ])('children who cannot be told apart: %j', (text, errors) => {
    expect(read(text)).toMatchObject({ ok: false, errors })
  })

  test.each([
    '班级,姓名,称呼\n3-1,张伟,大伟\n3-1,张伟,小伟\n',
    '班级,姓名,编号\n3-1,张伟,K1\n3-1,张伟,K2\n',
    '班级,姓名\n3-1,张伟\n3-2,张伟\n',
  ])('children of one name who can: %j', text => {
    expect(rowsOf(read(text))).toHaveLength(2)
  })
})

describe('the file as a whole', () => {
  test.each([
    ['', [{ code: 'no-rows' }]],
    ['\n,,\n', [{ code: 'no-rows' }]],
    ['班级,姓名\n', [{ code: 'no-rows' }]],
    ['王小宇,三(2)班\n赵六,三(2)班\n', [{ code: 'no-header' }]],
    ['姓名,联系电话\n王小宇,1\n', [{ code: 'missing-column', field: 'class' }]],
    ['班级,姓名,孩子\n3-1,a,b\n', [{ code: 'column-twice', field: 'name' }]],
    ['班级,姓名\n3-1,"王小宇\n3-1,赵六\n', [{ code: 'open-quote', row: 2 }]],
  ])('%j', (text, errors) => {
    expect(read(text)).toEqual({ ok: false, errors, skippedColumns: expect.anything() })
  })

  test('needs a school, by column or by option', () => {
    expect(read('班级,姓名\n3-1,王小宇\n', options)).toMatchObject({
      errors: [{ code: 'missing-column', field: 'school' }],
    })
    expect(read('班级,姓名\n3-1,王小宇\n', { ...options, school: '某校' })).toMatchObject({
      errors: [{ code: 'school-option' }],
    })
  })

  test('ceilings', () => {
    expect(readRosterFile(new Uint8Array(rosterLimits.bytes + 1), options)).toMatchObject({
      errors: [{ code: 'too-big' }],
    })
    const wide = ['班级', '姓名', ...Array.from({ length: 59 }, (_, i) => `x${i}`)].join()
    expect(read(`${wide}\n`)).toMatchObject({ errors: [{ code: 'too-many-columns' }] })
    const rows = Array.from({ length: rosterLimits.rows }, (_, i) => [
      '三(2)班',
      `王${String.fromCharCode(0x4e00 + i)}`,
    ])
    const fits = readRosterTable([['班级', '姓名'], ...rows], ofPrimary)
    expect(rowsOf(fits)).toHaveLength(rosterLimits.rows)
    const over = readRosterTable([['班级', '姓名'], ...rows, ['三(2)班', '王']], ofPrimary)
    expect(over).toMatchObject({ errors: [{ code: 'too-many-rows' }] })
  })

  test('5,000 rows in half a second, best of five', () => {
    const rows = Array.from({ length: 5000 }, (_, i) => [
      '实验小学',
      `三年级${(i % 12) + 1}班`,
      `王${String.fromCharCode(0x4e00 + i)}`,
      '999999201803120014',
      '13000000001',
      '光明路1号',
    ])
    const bytes = utf8(writeCsv([['学校', '班级', '姓名', '身份证号', '电话', '住址'], ...rows], ','))
    const times = Array.from({ length: 5 }, () => {
      const start = performance.now()
      expect(rowsOf(readRosterFile(bytes, options))).toHaveLength(5000)
      return performance.now() - start
    })
    expect(Math.min(...times)).toBeLessThan(500)
  })

  test('no bytes make it throw', () => {
    const header = [...utf8('班级,姓名,编号\n')]
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc.uint8Array({ maxLength: 200 }).map(b => Uint8Array.from([...header, ...b])),
    )
    fc.assert(
      fc.property(bytes, given => {
        expect(typeof readRosterFile(given, ofPrimary).ok).toBe('boolean')
      }),
      { numRuns: 2000 },
    )
  })

  test('what is written is read: rows survive any delimiter', () => {
    const child = fc.record({
      classNo: fc.integer({ min: 1, max: 40 }),
      name: fc.stringMatching(/^[王李张赵][一-龥]{1,3}$/),
    })
    fc.assert(
      fc.property(
        fc.uniqueArray(child, { minLength: 1, selector: c => c.name }),
        fc.constantFrom(',', ';', '\t'),
        (children, d) => {
          const table = [['班级', '姓名'], ...children.map(c => [`三(${c.classNo})班`, c.name])]
          expect(rowsOf(read(writeCsv(table, d)))).toMatchObject(children)
        },
      ),
    )
  })
})
