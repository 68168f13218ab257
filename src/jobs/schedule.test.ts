import { afterEach, describe, expect, test } from 'vitest'
import { makeCalendar } from '../calendar/index.ts'
import type { Schedule } from './job.ts'
import { dueSlot, nextSlot } from './schedule.ts'

const CHINA = 'Asia/Shanghai'
const calendar = makeCalendar({
  terms: [{ from: '2026-09-01', to: '2027-01-22' }],
  overrides: [{ date: '2026-11-27', schoolDay: false, reason: '大雪停课', unit: 'county' }],
})

const due = (schedule: Schedule, iso: string, zone = CHINA) =>
  dueSlot(schedule, Date.parse(iso), { zone, calendar })?.id
const next = (schedule: Schedule, iso: string) => nextSlot(schedule, Date.parse(iso), { zone: CHINA, calendar })?.id

const backup: Schedule = { daily: '02:30', lateMin: 600 }

describe('what is due', () => {
  test('a minute is due in itself, and nothing is made up for', () => {
    expect(due({ every: 'minute' }, '2026-11-23T20:20:59.999+08:00')).toBe('2026-11-23T20:20')
  })

  test('a daily slot is due from its minute on, and for as long as it may be late', () => {
    expect(due(backup, '2026-11-23T02:29:59+08:00')).toBeUndefined()
    expect(due(backup, '2026-11-23T02:30:00+08:00')).toBe('2026-11-23T02:30')
    expect(due(backup, '2026-11-23T12:30:59+08:00')).toBe('2026-11-23T02:30')
    expect(due(backup, '2026-11-23T12:31:00+08:00')).toBeUndefined()
  })

  test('yesterday evening is made up for after midnight, and never two days at once', () => {
    expect(due({ daily: '23:50', lateMin: 60 }, '2026-11-24T00:30:00+08:00')).toBe('2026-11-23T23:50')
    expect(due({ daily: '02:30', lateMin: 3000 }, '2026-11-24T01:00:00+08:00')).toBe('2026-11-23T02:30')
    expect(due({ daily: '02:30', lateMin: 3000 }, '2026-11-24T02:30:00+08:00')).toBe('2026-11-24T02:30')
  })
})

describe('days of the calendar', () => {
  const digest: Schedule = { daily: '15:30', lateMin: 120, on: 'last school day of the week' }
  const county: Schedule = { daily: '08:30', lateMin: 120, on: 'first workday of the week' }
  const daily: Schedule = { daily: '16:00', lateMin: 60, on: 'school day' }

  test('the last school day is Thursday when Friday is off, and a make-up Saturday when there is one', () => {
    expect(due(digest, '2026-11-26T15:30:00+08:00')).toBe('2026-11-26T15:30')
    expect(due(digest, '2026-11-27T15:30:00+08:00')).toBeUndefined()
    expect(next(digest, '2026-10-08T09:00:00+08:00')).toBe('2026-10-10T15:30')
  })

  test('the first workday is Monday, or the day after a holiday', () => {
    expect(due(county, '2026-11-23T08:31:00+08:00')).toBe('2026-11-23T08:30')
    expect(due(county, '2026-11-24T08:31:00+08:00')).toBeUndefined()
    expect(next(county, '2026-10-05T09:00:00+08:00')).toBe('2026-10-08T08:30')
  })

  test('school days only, and none in the holidays', () => {
    expect(due(daily, '2026-11-27T16:05:00+08:00')).toBeUndefined()
    expect(next(daily, '2026-11-26T17:00:00+08:00')).toBe('2026-11-30T16:00')
    expect(next({ daily: '16:00', lateMin: 60, on: 'school day' }, '2026-09-30T17:00:00+08:00')).toBe(
      '2026-10-08T16:00',
    )
  })
})

describe('the zone is the county’s', () => {
  const zone = process.env.TZ
  afterEach(() => {
    process.env.TZ = zone
  })

  test.each(['America/New_York', 'Europe/London', 'Asia/Shanghai'])('whatever the machine thinks: %s', machine => {
    process.env.TZ = machine
    // 8 March and 1 November 2026: America changes its clocks.
    for (const day of ['2026-03-08', '2026-03-29', '2026-10-25', '2026-11-01']) {
      expect(due(backup, `${day}T02:30:00+08:00`)).toBe(`${day}T02:30`)
      expect(due({ every: 'minute' }, `${day}T02:30:30+08:00`)).toBe(`${day}T02:30`)
    }
  })

  test('a county in another zone has its own clock', () => {
    expect(due(backup, '2026-11-23T02:30:00+06:00', 'Asia/Urumqi')).toBe('2026-11-23T02:30')
    expect(due(backup, '2026-11-23T02:30:00+08:00', 'Asia/Urumqi')).toBeUndefined()
  })
})
