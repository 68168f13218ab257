import { expect, test } from 'vitest'
import { demoTerms, termEnd } from './index.ts'

test.each([
  ['in the middle of a term', '2026-11-24', '2027-01-22'],
  ['on its last day', '2027-01-22', '2027-01-22'],
  ['in the winter holiday: the next term', '2027-02-10', '2027-07-09'],
  ['past the last known term: by the usual dates', '2027-07-10', '2027-07-15'],
  ['a year later', '2028-03-01', '2028-07-15'],
  ['in the autumn after that', '2028-09-01', '2029-01-31'],
])('%s', (_when, date, end) => {
  expect(termEnd(demoTerms, date)).toBe(end)
})
