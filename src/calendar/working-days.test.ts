import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addCalendarDays,
  addDays,
  addWorkingDays,
  calendarMissing,
  isGameDay,
  isWorkday,
  makeCalendar,
  shippedYears,
  workingDaysBetween,
} from './index.ts'

const calendar = makeCalendar({ terms: [], overrides: [] })

describe('working days', () => {
  test.each([
    ['over an ordinary weekend', '2026-11-26', 3, '2026-12-01'],
    ['over 国庆 and its make-up Saturday', '2026-09-30', 3, '2026-10-10'],
    ['over the make-up Sunday before it', '2026-09-18', 1, '2026-09-20'],
    ['back from a Monday', '2026-11-30', -1, '2026-11-27'],
    ['none at all', '2026-11-28', 0, '2026-11-28'],
  ])('%s', (_, from, count, date) => {
    expect(addWorkingDays(calendar, from, count)).toEqual({ date, provisional: false })
  })

  test('a count that runs into 2027 gives a date and marks it', () => {
    expect(addWorkingDays(calendar, '2026-12-30', 1)).toEqual({ date: '2026-12-31', provisional: false })
    expect(addWorkingDays(calendar, '2026-12-30', 2)).toEqual({ date: '2027-01-04', provisional: true })
  })

  test('an override of the school does not move the clock of the office', () => {
    const snow = [{ date: '2026-11-27', schoolDay: false, reason: '停课', unit: 'county' }]
    expect(addWorkingDays(makeCalendar({ terms: [], overrides: snow }), '2026-11-26', 1).date).toBe('2026-11-27')
  })

  test('sixty calendar days are not rolled past a holiday; past the notices they are marked', () => {
    expect(addCalendarDays(calendar, '2026-08-02', 60)).toEqual({ date: '2026-10-01', provisional: false })
    expect(addCalendarDays(calendar, '2026-11-23', 60)).toEqual({ date: '2027-01-22', provisional: true })
  })

  const start = fc.integer({ min: 0, max: 700 }).map(offset => addDays('2025-06-01', offset))
  const count = fc.integer({ min: -40, max: 40 })

  test('adding and counting are inverse', () => {
    fc.assert(
      fc.property(start, count, (from, days) => {
        const due = addWorkingDays(calendar, from, days)
        const between = workingDaysBetween(calendar, from, due.date)
        expect(between).toEqual({ days, provisional: due.provisional })
      }),
    )
  })

  test('from a workday, going there and back returns', () => {
    fc.assert(
      fc.property(start, count, (from, days) => {
        if (!isWorkday(calendar, from)) return
        expect(addWorkingDays(calendar, addWorkingDays(calendar, from, days).date, -days).date).toBe(from)
      }),
    )
  })
})

describe('games', () => {
  test.each([
    ['2026-10-09', true],
    ['2026-10-10', false],
    ['2026-10-11', true],
    ['2026-10-06', true],
    ['2026-11-26', false],
  ])('%s: %s', (date, open) => expect(isGameDay(calendar, date)).toBe(open))
})

describe('a missing calendar', () => {
  test.each([
    ['2026-10-31', undefined],
    ['2026-11-01', 2027],
    ['2027-01-05', 2027],
  ])('on %s: %s', (today, year) => expect(calendarMissing(calendar, today)).toBe(year))

  test('nothing is missing once the notice is here', () => {
    const years = shippedYears.map(file => ({ ...file, provisional: false }))
    expect(calendarMissing(makeCalendar({ terms: [], overrides: [], years }), '2026-11-23')).toBeUndefined()
    expect(calendarMissing(makeCalendar({ terms: [], overrides: [], years }), '2027-11-01')).toBe(2028)
  })
})
