import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  demoTerms,
  homeworkNight,
  isHomeworkNight,
  isProvisionalDay,
  isProvisionalNight,
  isSchoolDay,
  isSchoolNight,
  isWorkday,
  makeCalendar,
  schoolDay,
  schoolNight,
  shippedYears,
  workday,
} from './index.ts'

const calendar = makeCalendar({ terms: demoTerms, overrides: [] })
const unloaded = makeCalendar({ terms: [], overrides: [] })

/** Policy's dated evenings: night, weekday, school night, homework night. */
const evenings: [night: string, weekday: string, school: boolean, homework: boolean][] = [
  ['2026-11-23', 'an ordinary Monday', true, true],
  ['2026-11-27', 'an ordinary Friday', false, false],
  ['2026-11-29', 'an ordinary Sunday', true, false],
  ['2026-09-18', 'the Friday before a make-up Sunday', false, false],
  ['2026-09-19', 'the Saturday before a make-up Sunday', true, false],
  ['2026-09-20', 'a make-up Sunday', true, true],
  ['2026-09-24', 'the eve of 中秋', false, false],
  ['2026-09-27', 'the last evening of 中秋', true, false],
  ['2026-09-30', 'the eve of 国庆', false, false],
  ['2026-10-07', 'the last evening of 国庆', true, false],
  ['2026-10-09', 'the Friday before a make-up Saturday', true, true],
  ['2026-10-10', 'a make-up Saturday', false, false],
  ['2026-05-08', 'the Friday before a make-up Saturday in May', true, true],
  ['2026-05-09', 'a make-up Saturday in May', false, false],
  ['2026-12-31', "New Year's Eve, 1 January being off by statute", false, false],
]

describe('the dated evenings', () => {
  test.each(evenings)('%s, %s', (night, _, school, homework) => {
    expect(schoolNight(calendar, night)).toEqual({ value: school, provisional: false })
    expect(homeworkNight(calendar, night)).toEqual({ value: homework, provisional: false })
    expect(isProvisionalNight(calendar, night)).toBe(false)
  })

  test('the first Sunday of 2027 is answered by weekday and marked', () => {
    expect(schoolNight(calendar, '2027-01-03')).toEqual({ value: true, provisional: true })
    expect(homeworkNight(calendar, '2027-01-03')).toEqual({ value: false, provisional: true })
    expect(isProvisionalNight(calendar, '2027-01-03')).toBe(true)
  })

  test('a report of the first evening of the second term can be answered', () => {
    expect(isHomeworkNight(calendar, '2027-03-01')).toBe(true)
    expect(isProvisionalNight(calendar, '2027-03-01')).toBe(true)
  })

  test("the notice's arrival takes the mark away", () => {
    const notice = shippedYears.map(file => (file.year === 2027 ? { ...file, provisional: false } : file))
    const informed = makeCalendar({ terms: demoTerms, overrides: [], years: notice })
    expect(homeworkNight(informed, '2027-03-01')).toEqual({ value: true, provisional: false })
  })
})

describe('statutory days and years', () => {
  test('Spring Festival 2027 is 6 February, as written in the file', () => {
    expect(calendar.named.get('2027-02-06')).toEqual({ off: true, name: '春节' })
    expect(calendar.named.get('2027-02-05')?.name).toBe('除夕')
    expect(calendar.named.has('2027-02-09')).toBe(false)
  })

  test('a statutory day is off for certain, also in a year without its notice or its file', () => {
    expect(workday(calendar, '2027-06-09')).toEqual({ value: false, provisional: false })
    expect(workday(calendar, '2031-10-01')).toEqual({ value: false, provisional: false })
    expect(workday(calendar, '2031-10-06')).toEqual({ value: true, provisional: true })
  })

  test.each([
    ['2025-01-26', true],
    ['2025-02-03', false],
    ['2025-04-27', true],
    ['2025-10-08', false],
    ['2025-10-11', true],
    ['2026-02-28', true],
    ['2026-02-23', false],
    ['2026-06-19', false],
  ])('offices on %s: %s', (date, open) => expect(isWorkday(calendar, date)).toBe(open))

  test('every shipped year names its official source', () => {
    expect(shippedYears.map(({ year, source }) => [year, source.title])).toEqual([
      [2025, '国务院办公厅关于2025年部分节假日安排的通知'],
      [2026, '国务院办公厅关于2026年部分节假日安排的通知'],
      [2027, '全国年节及纪念日放假办法'],
    ])
  })
})

describe('terms and overrides', () => {
  test('the evening before term is a school night and not a homework night', () => {
    expect([isSchoolNight(calendar, '2026-08-31'), isHomeworkNight(calendar, '2026-08-31')]).toEqual([true, false])
  })

  test('inside the winter holiday there is no school, whatever the notice will say', () => {
    expect(schoolDay(calendar, '2027-02-15')).toEqual({ value: false, provisional: false })
  })

  test('the summer after the last known term is a holiday, the year after it unknown', () => {
    expect(schoolDay(calendar, '2027-07-20')).toEqual({ value: false, provisional: false })
    expect(schoolDay(calendar, '2027-09-01')).toEqual({ value: true, provisional: true })
  })

  test('a school that entered no terms is answered, never judged', () => {
    expect(isHomeworkNight(unloaded, '2026-11-23')).toBe(true)
    expect(isProvisionalNight(unloaded, '2026-11-23')).toBe(true)
  })

  test("儿童节: the under-fourteens' day off frees the evening before it", () => {
    const primary = makeCalendar({
      terms: demoTerms,
      overrides: [{ date: '2026-06-01', schoolDay: false, reason: '儿童节', unit: 'primary' }],
    })
    expect(isSchoolNight(calendar, '2026-05-31')).toBe(true)
    expect(isSchoolNight(primary, '2026-05-31')).toBe(false)
    expect(isHomeworkNight(primary, '2026-06-01')).toBe(false)
  })

  test('the narrower override counts, and settles a provisional day', () => {
    const overrides = [
      { date: '2027-01-04', schoolDay: false, reason: '停课', unit: 'county' },
      { date: '2027-01-04', schoolDay: true, reason: '照常上课', unit: 'school' },
    ]
    expect(schoolDay(makeCalendar({ terms: demoTerms, overrides }), '2027-01-04')).toEqual({
      value: true,
      provisional: false,
    })
  })

  test('a make-up day that the county does not teach', () => {
    const overrides = [{ date: '2026-10-10', schoolDay: false, reason: '不补课', unit: 'county' }]
    expect(isSchoolNight(makeCalendar({ terms: demoTerms, overrides }), '2026-10-09')).toBe(false)
  })
})

const anyDay = fc.integer({ min: -400, max: 1500 }).map(offset => addDays('2026-01-01', offset))

describe('on any date', () => {
  test('a homework night is a school night and a school day', () => {
    fc.assert(
      fc.property(anyDay, night => {
        if (isHomeworkNight(calendar, night)) {
          expect(isSchoolNight(calendar, night) && isSchoolDay(calendar, night)).toBe(true)
        }
      }),
    )
  })

  test('a school day of 2026 is a workday, and a covered date in term is never provisional', () => {
    fc.assert(
      fc.property(anyDay, date => {
        if (isSchoolDay(calendar, date)) expect(isWorkday(calendar, date)).toBe(true)
        if (date >= '2025-09-01' && date <= '2026-12-31') expect(isProvisionalDay(calendar, date)).toBe(false)
      }),
    )
  })

  test('a school day past the last covered date is provisional', () => {
    fc.assert(
      fc.property(anyDay, date => {
        if (date > '2026-12-31' && isSchoolDay(calendar, date)) expect(isProvisionalDay(calendar, date)).toBe(true)
      }),
    )
  })
})
