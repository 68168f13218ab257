import { expect, test } from 'vitest'
import { forbiddenIn } from './forbidden.ts'

// Area 999999 does not exist: nobody has these numbers.
test.each([
  ['999999201803120014', 'id-number'],
  ['王小宇 999999201803120014', 'id-number'],
  ['９９９９９９２０１８０３１２００１４', 'id-number'],
  ['999999 20180312 0014', 'id-number'],
  ['999999-20180312-0014', 'id-number'],
  ['123456201803120010', 'id-number'],
  ['12345620180312001x', 'id-number'],
  ['123456180312001', 'id-number'],
  ['G999999201803120014', 'student-number'],
  ['g999999 201803120014', 'student-number'],
  ['L12345678901234567X', 'student-number'],
  ['13000000001', 'contact'],
  ['妈妈130-0000-0001', 'contact'],
  ['+86 13000000001', 'contact'],
  ['0371-65000000', 'contact'],
  ['a.b@example.org', 'contact'],
  ['2018-03-12', 'birth-date'],
  ['2018年3月12日', 'birth-date'],
  ['2018/3/1', 'birth-date'],
  ['光明路12号', 'address'],
  ['3号楼2单元', 'address'],
  ['幸福小区5栋', 'address'],
])('%j holds %s', (value, kind) => {
  expect(forbiddenIn(value)).toBe(kind)
})

test.each([
  '王小宇',
  '三(2)班',
  '0302',
  '2024级2班',
  'S-0001',
  '20240215',
  '第2小学',
  '999999209913990012',
  '12000000001',
  '实验小学3号校区',
  '',
])('%j holds nothing forbidden', value => {
  expect(forbiddenIn(value)).toBeUndefined()
})

test('the checksum decides where no birth date can', () => {
  expect(forbiddenIn('999999999999999999')).toBeUndefined()
  expect(forbiddenIn('11111111111111111X')).toBeUndefined()
  expect(forbiddenIn('000000000000000001')).toBe('id-number')
})
