import { expect, test } from 'vitest'
import { nameKey, readChildName } from './name.ts'

test.each([
  ['王小宇', '王小宇'],
  [' 王小宇\t', '王小宇'],
  ['李　想', '李想'],
  ['李 想', '李想'],
  ['欧阳嘉禾', '欧阳嘉禾'],
  ['阿依古丽·买买提', '阿依古丽·买买提'],
  ['ئايگۈل', 'ئايگۈل'],
  ['བཀྲ་ཤིས', 'བཀྲ་ཤིས'],
  ["Ann-Marie  O'Neil Jr.", "Ann-Marie O'Neil Jr."],
  ['张伟(大)', '张伟(大)'],
  ['张伟2', '张伟2'],
  ['𠮷田', '𠮷田'],
  ['〇〇', '〇〇'],
  ['一二三四五六七八九十一二三四五六七八九十', '一二三四五六七八九十一二三四五六七八九十'],
])('%j is the name %j', (text, name) => {
  expect(readChildName(text)).toEqual({ name })
})

test.each([
  ['一二三四五六七八九十一二三四五六七八九十一', 'name-long'],
  ['王?宇', 'name-lost'],
  ['王□宇', 'name-lost'],
  ['王\ue863', 'name-lost'],
  ['王\u0000宇', 'name-hidden'],
  ['王\u200b宇', 'name-hidden'],
  ['\u202e王小宇', 'name-hidden'],
  ['20180312', 'name-digits'],
  ['王小宇62220200000000', 'name-digits'],
  ['王小宇101', 'name-digits'],
  ['１２', 'name-digits'],
  ['<b>王</b>', 'name-signs'],
  ['=HYPERLINK("x")', 'name-signs'],
  ['@王小宇', 'name-signs'],
  ['王小宇/王小天', 'name-signs'],
  ['王小宇,王小天', 'name-signs'],
  ['3王', 'name-signs'],
  ['😀', 'name-signs'],
  ['-', 'name-digits'],
])('%j is refused: %s', (text, refused) => {
  expect(readChildName(text)).toEqual({ refused })
})

test('spellings of one name have one key', () => {
  expect(nameKey('阿依古丽•买买提')).toBe(nameKey('阿依古丽·买买提'))
  expect(nameKey('tom LI')).toBe(nameKey('Tom Li'))
  expect(nameKey('张伟（大）')).toBe(nameKey('张伟(大)'))
  expect(nameKey('张伟')).not.toBe(nameKey('张玮'))
})
