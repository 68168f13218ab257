import { expect, test } from 'vitest'
import { sayPlanQuestion, sayRosterError, sayRosterWarning, saySkippedColumns } from './say.ts'
import type { RosterError, SkippedColumn } from './types.ts'
import { classReasons, fileErrors, questionWords, skipNames } from './words.ts'

const column = { letter: 'C', title: '姓名' }

test.each<[RosterError, string, string]>([
  [
    { code: 'forbidden', row: 7, column, kind: 'id-number' },
    '名单.csv第7行「姓名」(C列):里面像是身份证号。不收这个,删掉再来。',
    '名单.csv, row 7, column C "姓名": This seems to hold an ID number, which is not taken. Delete it.',
  ],
  [
    { code: 'class', row: 2, column: { letter: 'B', title: '' }, reason: 'no-grade' },
    '名单.csv第2行B列:没写年级。写成“三(2)班”,或者加一列「年级」。',
    '名单.csv, row 2, column B: The grade is missing. Write 三(2)班 or 3-2, or add a grade column.',
  ],
  [
    { code: 'same-name', row: 9, column, otherRow: 4 },
    '名单.csv第9行「姓名」(C列):和第4行同班同名。是一个孩子就删一行;是两个孩子,加一列「称呼」,各写一个不同的。',
    '名单.csv, row 9, column C "姓名": Same class and name as row 4. One child: delete a row. Two children: add a "nickname" column and give each a different one.',
  ],
  [
    { code: 'missing-column', field: 'class' },
    '名单.csv:缺「班级」这一列。在表头里加上。',
    '名单.csv: There is no class column. Add one to the header.',
  ],
  [
    { code: 'open-quote', row: 3 },
    '名单.csv第3行:这一行有个英文双引号只有一半。补上另一半,或者删掉它。',
    '名单.csv, row 3: A double quote opens here and never closes. Close or delete it.',
  ],
])('%j', (error, zh, en) => {
  expect(sayRosterError(error, '名单.csv', 'zh')).toBe(zh)
  expect(sayRosterError(error, '名单.csv', 'en')).toBe(en)
})

test('skipped columns are named with the reason', () => {
  const skipped: SkippedColumn[] = [
    { letter: 'D', title: '身份证号', why: 'id-number', foundBy: 'title' },
    { letter: 'F', title: '', why: 'contact', foundBy: 'content' },
  ]
  expect(saySkippedColumns(skipped, 'zh')).toContain('「身份证号」(D列)是身份证号、F列里像是电话或联系方式')
  expect(saySkippedColumns(skipped, 'en')).toContain(
    'column D "身份证号": an ID number; column F seems to hold a phone number',
  )
  expect(saySkippedColumns([], 'zh')).toBe('')
})

test('warnings and questions name the row', () => {
  expect(sayRosterWarning({ code: 'repeated-header', row: 40 }, 'zh')).toContain('第40行')
  expect(sayRosterWarning({ code: 'lines-above', rows: 2 }, 'en')).toContain('2')
  expect(sayRosterWarning({ code: 'read-as-gb18030' }, 'zh')).toContain('GBK')
  expect(sayPlanQuestion({ code: 'which-child', row: 5 }, 'a.csv', 'zh')).toMatch(/^a\.csv第5行:/)
})

test('every sentence is there in both languages, ends like a sentence, and orders nobody about', () => {
  const both = [...Object.values(fileErrors), ...Object.values(classReasons), ...Object.values(questionWords)]
  for (const { zh, en } of both) {
    expect(zh).toMatch(/。$/)
    expect(en).toMatch(/\.$/)
    expect(zh).not.toMatch(/请及时|务必|温馨提示|，/)
  }
  for (const { zh, en } of Object.values(skipNames)) expect(zh.length * en.length).toBeGreaterThan(0)
})
