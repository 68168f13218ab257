import * as fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import {
  bedInstant,
  bedOffset,
  clockOf,
  isLate,
  isReportable,
  lastReportable,
  nightFor,
  nightOf,
  nightsFor,
} from './index.ts'

const zone = 'Asia/Shanghai'
const at = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toInstant()

describe('which night', () => {
  test.each([
    ['2026-11-23T20:30', null, '2026-11-23'],
    ['2026-11-24T00:40', null, '2026-11-23'],
    ['2026-11-24T11:59', 0, '2026-11-23'],
    ['2026-11-24T12:00', 0, '2026-11-24'],
    ['2026-11-24T08:00', 1, '2026-11-23'],
    ['2026-11-24T00:40', 1, '2026-11-23'],
    ['2026-11-24T21:00', 1, '2026-11-23'],
    ['2026-11-24T21:00', 2, '2026-11-22'],
    ['2026-11-24T00:40', 2, '2026-11-22'],
  ])('a message of %s saying %s nights ago', (local, ago, night) => {
    expect(nightFor(at(local), zone, ago)).toBe(night)
  })

  test('今晚 and 昨晚 in one message are neighbours, also after midnight', () => {
    expect(nightsFor(at('2026-11-24T00:40'), zone, [0, 1])).toEqual(['2026-11-23', '2026-11-22'])
    expect(nightsFor(at('2026-11-24T21:00'), zone, [null, 1, 2])).toEqual(['2026-11-24', '2026-11-23', '2026-11-22'])
  })

  test('昨晚 and 前天 without 今晚 follow the date of the message', () => {
    expect(nightsFor(at('2026-11-24T00:40'), zone, [1, 2])).toEqual(['2026-11-23', '2026-11-22'])
  })

  test("the county's zone decides, not the machine's", () => {
    expect(nightOf(at('2026-11-24T13:00'), 'Asia/Urumqi')).toBe('2026-11-23')
  })
})

describe('the window', () => {
  test('the last seven nights, tonight being one of them', () => {
    const now = at('2026-11-23T20:00')
    expect(lastReportable(now, zone)).toBe('2026-11-17')
    expect(isReportable('2026-11-17', now, zone)).toBe(true)
    expect(isReportable('2026-11-16', now, zone)).toBe(false)
    expect(isReportable('2026-11-24', now, zone)).toBe(false)
  })

  test('late means after 20:00 on the next day', () => {
    expect(isLate('2026-11-23', at('2026-11-24T20:00'), zone)).toBe(false)
    expect(isLate('2026-11-23', at('2026-11-24T20:00:01'), zone)).toBe(true)
  })
})

describe('bed offsets', () => {
  test.each([
    ['21:20', 200],
    ['18:00', 0],
    ['00:30', 390],
    ['05:59', 719],
    ['17:00', -60],
  ])('%s is %i minutes after 18:00', (clock, offset) => {
    expect(bedOffset(clock)).toBe(offset)
    expect(clockOf(offset)).toBe(clock)
  })

  test('half past midnight is stored under the night before', () => {
    const instant = bedInstant('2026-11-23', 390, zone)
    expect(instant.equals(at('2026-11-24T00:30'))).toBe(true)
    expect(nightOf(instant, zone)).toBe('2026-11-23')
  })

  test.each(['24:00', '9:30', '21:60', ''])('%j is refused', clock => {
    expect(() => bedOffset(clock)).toThrow(RangeError)
  })

  test('offset and clock are inverse over the whole day', () => {
    fc.assert(
      fc.property(fc.integer({ min: -360, max: 1079 }), offset => {
        expect(bedOffset(clockOf(offset))).toBe(offset)
      }),
    )
  })
})
