import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ClassContext, className, readClassName, readClassOfGrade } from './class-name.ts'
import { schoolYearOf } from './grade.ts'

const primary: ClassContext = { stage: 'primary', system: '6-3', today: '2026-11-23' }
const junior: ClassContext = { ...primary, stage: 'junior' }
const nineYear: ClassContext = { ...primary, stage: 'nine-year' }
const primary54: ClassContext = { ...primary, system: '5-4' }
const junior54: ClassContext = { ...junior, system: '5-4' }
const nineYear54: ClassContext = { ...nineYear, system: '5-4' }

test.each([
  ...['三(2)班', '三（2）班', '三年级2班', '三年2班', '三年级二班', '3年2班', '3.2班', '3-2', '302', '0302'],
  ...['三年级（二）班', '三（二）班', '三(02)班', '三2班', '三二班', '三-2班', '三·2班', '3(2)', '302班', '三年级(2)'],
  ...[
    ' 三 ( 2 ) 班 ',
    '三　(2)　班',
    '3年級2班',
    '三年級二班',
    '３（２）班',
    '三⑵班',
    '三㈡班',
    '三[2]班',
    '三【2】班',
  ],
  ...['小三2班', '小三(2)班', '小学三年级2班', 'Class 3(2)', 'class 3 (2)', 'Grade 3 Class 2', '3—2', '3－2'],
  ...['2024级2班', '2024级(2)班', '24级2班', '24級（2）班', '2024级二班', '小2024级2班'],
])('%j is class 2 of grade 3', text => {
  expect(readClassName(text, primary)).toEqual({ grade: 3, classNo: 2, entryYear: 2024 })
})

test.each([
  ['七(3)班', 7, 3, 2026],
  ['初一3班', 7, 3, 2026],
  ['初一(3)班', 7, 3, 2026],
  ['初一十二班', 7, 12, 2026],
  ['初中一年级3班', 7, 3, 2026],
  ['初中七年级3班', 7, 3, 2026],
  ['703', 7, 3, 2026],
  ['九年级12班', 9, 12, 2024],
  ['912', 9, 12, 2024],
  ['0912', 9, 12, 2024],
  ['2025级3班', 8, 3, 2025],
  ['初2024级12班', 9, 12, 2024],
] as const)('%j in a junior school', (text, grade, classNo, entryYear) => {
  expect(readClassName(text, junior)).toEqual({ grade, classNo, entryYear })
})

test.each([
  ['初一3班', junior54, 6, 2026],
  ['初四3班', junior54, 9, 2023],
  ['六(3)班', junior54, 6, 2026],
  ['2023级3班', junior54, 9, 2023],
  ['2026级3班', junior54, 6, 2026],
  ['五(3)班', primary54, 5, 2022],
  ['七(3)班', nineYear54, 7, 2025],
  ['初2025级3班', nineYear, 8, 2025],
  ['小2025级3班', nineYear, 2, 2025],
  ['2021级3班', nineYear, 6, 2021],
  ['2020级3班', nineYear, 7, 2026],
  ['六(3)班', nineYear54, 6, 2026],
] as const)('%j with another school system', (text, context, grade, entryYear) => {
  expect(readClassName(text, context)).toEqual({ grade, classNo: 3, entryYear })
})

test.each([
  ['一年级十一班', 1, 11],
  ['三年级二十班', 3, 20],
  ['六年级二十三班', 6, 23],
  ['112', 1, 12],
] as const)('%j has a long class number', (text, grade, classNo) => {
  expect(readClassName(text, primary)).toMatchObject({ grade, classNo })
})

test.each([
  ['', 'empty'],
  ['2班', 'no-grade'],
  ['(2)班', 'no-grade'],
  ['32班', 'no-grade'],
  ['三十二班', 'no-grade'],
  ['2', 'no-grade'],
  ['1203', 'number'],
  ['2302', 'number'],
  ['2024', 'number'],
  ['20242', 'number'],
  ['300', 'class-number'],
  ['三(0)班', 'class-number'],
  ['三年级十十班', 'class-number'],
  ['3.1', 'decimal'],
  ['3月2日', 'date'],
  ['3/2', 'date'],
  ['2026-03-02', 'date'],
  ['2-Mar', 'date'],
  ['高一(2)班', 'outside'],
  ['幼儿园大班', 'outside'],
  ['学前班', 'outside'],
  ['2024届2班', 'leaving-year'],
  ['七(3)班', 'not-in-school'],
  ['初一3班', 'not-in-school'],
  ['703', 'not-in-school'],
  ['初2024级2班', 'not-in-school'],
  ['2020级2班', 'left-school'],
  ['2027级2班', 'not-started'],
  ['三(A)班', 'unclear'],
  ['三年级', 'unclear'],
  ['三(2)班(快班)', 'unclear'],
  ['实验小学三(2)班', 'unclear'],
  ['三级2班', 'unclear'],
  ['2024年2班', 'unclear'],
  ['三(101)班', 'unclear'],
  ['〇(2)班', 'unclear'],
] as const)('%j is refused in a primary school: %s', (text, refused) => {
  expect(readClassName(text, primary)).toEqual({ refused })
})

test.each([
  ['2024级2班', nineYear, 'entry-year-unclear'],
  ['2023级2班', nineYear54, 'entry-year-unclear'],
  ['一(2)班', junior, 'not-in-school'],
  ['初四2班', junior, 'not-in-school'],
  ['小六2班', nineYear54, 'not-in-school'],
  ['六(2)班', primary54, 'not-in-school'],
  ['预初2班', junior54, 'preparatory'],
] as const)('%j is refused: %s', (text, context, refused) => {
  expect(readClassName(text, context)).toEqual({ refused })
})

describe('the school year turns on 1 September', () => {
  test.each([
    ['2026-08-31', 2025, 2],
    ['2026-09-01', 2026, 3],
    ['2027-01-01', 2026, 3],
  ] as const)('on %s', (today, year, grade) => {
    expect(schoolYearOf(today)).toBe(year)
    expect(readClassName('2024级2班', { ...primary, today })).toMatchObject({ grade, entryYear: 2024 })
  })

  test('a class that begins next week is not there yet', () => {
    expect(readClassName('2026级2班', { ...primary, today: '2026-08-25' })).toEqual({ refused: 'not-started' })
  })
})

describe('a grade column and a class column', () => {
  test.each([
    ['三年级', '2班', 2],
    ['三', '二班', 2],
    ['3', '02', 2],
    ['小三', '（2）班', 2],
    ['2024级', '2', 2],
    ['Grade 3', '2', 2],
    ['三年级', '三(2)班', 2],
    ['三年級', '302', 2],
    ['三年级', '十一班', 11],
  ])('%s + %s', (grade, text, classNo) => {
    expect(readClassOfGrade(grade, text, primary)).toEqual({ grade: 3, classNo, entryYear: 2024 })
  })

  test.each([
    ['三年级', '四(2)班', 'grade-differs'],
    ['三年级', '402', 'grade-differs'],
    ['三年级', '0', 'class-number'],
    ['三年级', '', 'empty'],
    ['七年级', '2班', 'not-in-school'],
    ['2班', '2班', 'unclear'],
    ['2024届', '2班', 'leaving-year'],
    ['三年级', '3月2日', 'date'],
  ])('%s + %s is refused: %s', (grade, text, refused) => {
    expect(readClassOfGrade(grade, text, primary)).toEqual({ refused })
  })
})

describe('className', () => {
  test('is what parents say', () => {
    expect(className(3, 2, 'zh')).toBe('三(2)班')
    expect(className(9, 12, 'en')).toBe('Class 9(12)')
  })

  test.each([
    [0, 2],
    [10, 2],
    [3, 0],
    [3, 100],
    [3, 1.5],
  ])('has no grade %d class %d', (grade, classNo) => {
    expect(() => className(grade, classNo, 'zh')).toThrow(RangeError)
  })

  const system = fc.constantFrom('6-3', '5-4')
  const today = fc.tuple(fc.integer({ min: 2024, max: 2099 }), fc.constantFrom('01-01', '08-31', '09-01', '12-31'))
  const school = fc.tuple(fc.integer({ min: 1, max: 9 }), system, today).map(([grade, system, [year, day]]) => {
    const stage: ClassContext['stage'] = grade >= (system === '6-3' ? 7 : 6) ? 'junior' : 'primary'
    return { grade, context: { stage, system, today: `${year}-${day}` } }
  })

  test('reads back, in both languages, in the school and in a nine-year school, and by entry year', () => {
    fc.assert(
      fc.property(school, fc.integer({ min: 1, max: 99 }), ({ grade, context }, classNo) => {
        const read = readClassName(className(grade, classNo, 'zh'), context)
        expect(read).toMatchObject({ grade, classNo })
        expect(readClassName(className(grade, classNo, 'en'), context)).toEqual(read)
        expect(readClassName(className(grade, classNo, 'zh'), { ...context, stage: 'nine-year' })).toEqual(read)
        expect('entryYear' in read && readClassName(`${read.entryYear}级${classNo}班`, context)).toEqual(read)
      }),
      { numRuns: 500 },
    )
  })

  test('no text makes the reader throw, and what it takes is a class of the school', () => {
    const part = fc.constantFrom('三', '十', '初', '小', '2', '0', '(', ')', '班', '年级', '级', '-', '.', '2024')
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(part).map(parts => parts.join('')),
        ),
        text => {
          const read = readClassName(text, primary)
          if ('refused' in read) return
          expect(read.grade >= 1 && read.grade <= 6 && read.classNo >= 1 && read.classNo <= 99).toBe(true)
        },
      ),
      { numRuns: 5000 },
    )
  })
})
