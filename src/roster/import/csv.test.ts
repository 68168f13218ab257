import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Delimiter, parseCsv, writeCsv } from './csv.ts'
import { rosterLimits } from './limits.ts'

test.each([
  [
    'a,b\r\nc,d\r\n',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    'a,b\nc,d',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    'a,b\rc,d',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['a,,\n', [['a', '', '']]],
  ['a\n\nb\n', [['a'], [''], ['b']]],
  ['"a,b","c\r\nd","e""f"', [['a,b', 'c\r\nd', 'e"f']]],
  ['"",x', [['', 'x']]],
  ['a"b,c', [['a"b', 'c']]],
  ['"a"b,c', [['ab', 'c']]],
  ['a,"b"', [['a', 'b']]],
  ['a,', [['a', '']]],
  [',', [['', '']]],
  ['', []],
])('%j', (text, records) => {
  expect(parseCsv(text, ',')).toEqual({ records })
})

test('a quote that never closes is told with the row it began in', () => {
  expect(parseCsv('a,b\n\nc,"d\ne,f\n', ',').openQuoteRow).toBe(3)
})

const delimiter = fc.constantFrom<Delimiter[]>(',', ';', '\t')
const cell = fc.oneof(fc.string({ unit: fc.constantFrom(...'a三"\r\n,;\t ') }), fc.string({ unit: 'binary' }))

test('what is written reads back', () => {
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 8 }), delimiter, (records, d) => {
      expect(parseCsv(writeCsv(records, d), d)).toEqual({ records })
    }),
    { numRuns: 1000 },
  )
})

test('stops after the rows that are wanted', () => {
  expect(parseCsv('a\nb\nc\n', ',', 2)).toEqual({ records: [['a'], ['b']], isCut: true })
  expect(parseCsv('a\nb\n', ',', 2)).toEqual({ records: [['a'], ['b']] })
})

test('2 MB of one sign is read in a moment', () => {
  for (const sign of ['a', ',', '\n', '"', '"",']) {
    const start = performance.now()
    parseCsv(sign.repeat(2 * 1024 * 1024), ',', rosterLimits.lines)
    expect(performance.now() - start).toBeLessThan(3000)
  }
})
