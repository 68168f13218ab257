import { describe, expect, test } from 'vitest'
import { makeCalendar, shippedYears, yearFileSchema } from './index.ts'

const year2026 = shippedYears.find(file => file.year === 2026)

describe('a year file is refused', () => {
  test.each([
    ['a make-up day on a weekday', { work: ['2026-10-12'] }],
    ['a day both off and worked', { work: ['2026-10-03'] }],
    ['a festival that ends before it begins', { off: [{ name: '元旦', from: '2026-01-03', to: '2026-01-01' }] }],
    ['make-up days without a notice', { provisional: true }],
    ['a date that does not exist', { work: ['2026-02-30'] }],
  ])('with %s', (_, wrong) => {
    expect(yearFileSchema.safeParse(year2026).success).toBe(true)
    expect(yearFileSchema.safeParse({ ...year2026, ...wrong }).success).toBe(false)
  })
})

test('a notice may move days of the December before', () => {
  const years = shippedYears.map(file =>
    file.year === 2027 ? { ...file, provisional: false, work: ['2026-12-27'] } : file,
  )
  expect(makeCalendar({ terms: [], overrides: [], years }).named.get('2026-12-27')?.off).toBe(false)
})

test('a term that ends before it begins is refused', () => {
  expect(() => makeCalendar({ terms: [{ from: '2026-09-01', to: '2026-08-01' }], overrides: [] })).toThrow()
})
