import { expect, test } from 'vitest'
import { decodeRoster } from './encoding.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const GBK_NAME = [0xd0, 0xd5, 0xc3, 0xfb]

test('UTF-8, with and without a mark', () => {
  expect(decodeRoster(utf8('姓名'))).toEqual({ text: '姓名', encoding: 'utf-8' })
  expect(decodeRoster(utf8('\ufeff姓名'))).toEqual({ text: '姓名', encoding: 'utf-8' })
})

test('GBK, and the four-byte characters of GB18030', () => {
  expect(decodeRoster(Uint8Array.from(GBK_NAME))).toEqual({ text: '姓名', encoding: 'gb18030' })
  const rare = Uint8Array.of(...GBK_NAME, 0x95, 0x32, 0x82, 0x36)
  expect(decodeRoster(rare)).toEqual({ text: '姓名𠀀', encoding: 'gb18030' })
})

test('the "Unicode text" of a sheet', () => {
  expect(decodeRoster(Uint8Array.of(0xff, 0xfe, 0xd3, 0x59, 0x0d, 0x54))).toEqual({ text: '姓名', encoding: 'utf-16' })
})

test('damaged UTF-8 is not read as GB18030, which would change every name', () => {
  const bytes = utf8('班级,姓名\n三(2)班,王小宇\n')
  expect(decodeRoster(bytes.slice(0, -2))).toEqual({ refused: 'encoding' })
  const oneByteLost = Uint8Array.from(Array.from(bytes).toSpliced(1, 1))
  expect(decodeRoster(oneByteLost)).toEqual({ refused: 'encoding' })
})

test.each([
  ['a picture', [0x89, 0x50, 0x4e, 0x47, 0], 'not-text'],
  ['neither encoding', [0xff, 0x41, 0xff], 'encoding'],
])('%s is refused', (_, bytes, refused) => {
  expect(decodeRoster(Uint8Array.from(bytes))).toEqual({ refused })
})
