import { expect, test } from 'vitest'
import { workbookParts, zipOf } from '../../../test/support/zip.ts'
import { sheetLimits } from './limits.ts'
import { listZip } from './zip.ts'

const parts = workbookParts('<row r="1"/>')

test('a workbook is listed without unpacking it', () => {
  expect(listZip(zipOf(parts))).toEqual({
    names: Object.keys(parts),
    total: Object.values(parts).reduce((sum, part) => sum + part.length, 0),
  })
})

test('pictures do not count, XML does', () => {
  const half = sheetLimits.unpacked / 2 + 1
  expect(
    listZip(zipOf({ a: Buffer.from(''), 'b.png': Buffer.from('') }, { a: half, 'b.png': half * 4 })),
  ).toMatchObject({
    total: 0,
  })
  const two = { 'a.xml': Buffer.from(''), 'b.rels': Buffer.from('') }
  expect(listZip(zipOf(two, { 'a.xml': half }))).toMatchObject({ total: half })
  expect(listZip(zipOf(two, { 'a.xml': half, 'b.rels': half }))).toEqual({ refused: 'too-big' })
  expect(listZip(zipOf(two, { 'a.xml': 0xffffffff }))).toEqual({ refused: 'too-big' })
})

test('whatever is cut off or changed is refused or listed, never an exception', () => {
  const whole = zipOf(parts)
  for (let length = 0; length < whole.length; length++) {
    expect(listZip(whole.subarray(0, length))).toEqual({ refused: 'damaged' })
  }
  for (let at = 0; at < whole.length; at++) {
    const changed = Buffer.from(whole)
    changed[at] = (changed[at] ?? 0) ^ 0xff
    expect(() => listZip(changed)).not.toThrow()
  }
})

test('a password', () => {
  const locked = zipOf(parts)
  locked[locked.indexOf('PK\u0001\u0002') + 8] = 1
  expect(listZip(locked)).toEqual({ refused: 'locked' })
})
