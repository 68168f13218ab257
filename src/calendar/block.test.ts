import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, block, demoTerms, isHomeworkNight, makeCalendar, weekOfNight, weekOfNights } from './index.ts'

const calendar = makeCalendar({ terms: demoTerms, overrides: [] })
const anyNight = fc.integer({ min: 0, max: 500 }).map(offset => addDays('2025-10-01', offset))

describe('block', () => {
  test.each([
    ['2026-11-28', { kind: 'weekend', from: '2026-11-27', to: '2026-11-29', days: 2 }],
    ['2026-09-18', { kind: 'weekend', from: '2026-09-18', to: '2026-09-19', days: 1 }],
    ['2026-09-26', { kind: 'weekend', from: '2026-09-24', to: '2026-09-27', days: 3 }],
    ['2026-10-03', { kind: 'holiday', from: '2026-09-30', to: '2026-10-07', days: 7 }],
    ['2026-10-10', { kind: 'weekend', from: '2026-10-10', to: '2026-10-11', days: 1 }],
  ])('around %s', (night, expected) => {
    expect(block(calendar, night)).toEqual({ ...expected, provisional: false })
  })

  test('none on a homework night, in the winter holiday or on the evening a term ends', () => {
    expect(['2026-11-23', '2027-02-10', '2027-01-22'].map(night => block(calendar, night))).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })

  test('the turn of the year is provisional, its last evening being unknown', () => {
    expect(block(calendar, '2026-12-31')).toEqual({
      kind: 'weekend',
      from: '2026-12-31',
      to: '2027-01-03',
      days: 3,
      provisional: true,
    })
  })

  test('all evenings of a block agree on it, and none is a homework night', () => {
    fc.assert(
      fc.property(anyNight, night => {
        const whole = block(calendar, night)
        if (!whole) return
        expect(block(calendar, whole.from)).toEqual(whole)
        expect(block(calendar, whole.to)).toEqual(whole)
        expect(isHomeworkNight(calendar, night)).toBe(false)
      }),
    )
  })
})

describe('week of nights', () => {
  test('an ordinary week runs from Sunday to Thursday evening', () => {
    const week = weekOfNights(calendar, '2026-11-25')
    expect(week.nights).toEqual(['2026-11-22', '2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26'])
    expect(week.homeworkNights).toEqual(['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26'])
    expect(week).toMatchObject({ monday: '2026-11-23', lastSchoolDay: '2026-11-27', provisional: false })
  })

  test('a make-up Sunday closes its week, and Friday evening is left out', () => {
    const week = weekOfNights(calendar, '2026-09-20')
    expect(week.nights.slice(-2)).toEqual(['2026-09-17', '2026-09-19'])
    expect(week.lastSchoolDay).toBe('2026-09-20')
    expect(weekOfNights(calendar, '2026-09-21').nights[0]).toBe('2026-09-20')
  })

  test('a holiday week has no school day, and the week of 2027 is marked', () => {
    expect(weekOfNights(calendar, '2026-02-18')).toMatchObject({ nights: [], lastSchoolDay: undefined })
    expect(weekOfNights(calendar, '2027-01-06').provisional).toBe(true)
  })

  test('each school night falls in exactly one week', () => {
    fc.assert(
      fc.property(anyNight, night => {
        const week = weekOfNight(calendar, night)
        const neighbours = [
          weekOfNights(calendar, addDays(week.monday, -7)),
          weekOfNights(calendar, addDays(week.monday, 7)),
        ]
        if (!week.nights.includes(night)) return
        expect(neighbours.some(other => other.nights.includes(night))).toBe(false)
      }),
    )
  })
})
