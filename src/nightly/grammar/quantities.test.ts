import { expect, test } from 'vitest'
import { clockAt } from './clock.ts'
import { englishClockAt } from './clockEnglish.ts'
import { countAt } from './counts.ts'
import { durationAt } from './duration.ts'
import { englishDurationAt } from './durationEnglish.ts'
import { englishValue, numberValue } from './numerals.ts'
import { eveningClock, isBedtime } from './sums.ts'

test.each([
  ['九点', '21:00'],
  ['九点半', '21:30'],
  ['九点一刻', '21:15'],
  ['九点三刻', '21:45'],
  ['九点零五', '21:05'],
  ['九点过五分', '21:05'],
  ['九点二十二', '21:22'],
  ['差五分十点', '21:55'],
  ['十点差一刻', '21:45'],
  ['十点缺五分', '21:55'],
  ['差一刻十点', '21:45'],
  ['晚上8点40', '20:40'],
  ['凌晨一点', '01:00'],
  ['半夜十二点半', '00:30'],
  ['零点十分', '00:10'],
  ['21:20', '21:20'],
  ['9：30', null],
  ['9;30', '21:30'],
  ['9.50', '21:50'],
  ['2120', '21:20'],
  ['930', '21:30'],
  ['12:15', '00:15'],
  ['二十一点三刻', '21:45'],
  ['下午两点', '14:00'],
  ['早上六点半', '06:30'],
])('the clock %s is %s', (text, clock) => {
  const found = clockAt(text, 0, false)
  if (clock === null) return expect(found?.length === text.length).toBe(true)
  expect(found && eveningClock(found, text)).toBe(clock)
  expect(found?.length).toBe(text.length)
})

test.each([
  ['九点三', true, '21:15'],
  ['九点九', true, '21:45'],
  ['九点两个字', true, '21:10'],
])('in Cantonese %s is %s %s', (text, cantonese, clock) => {
  const found = clockAt(text, 0, cantonese)
  expect(found && eveningClock(found, text)).toBe(clock)
})

test.each(['九点多', '十点来钟', '九十点', '十点几分'])('%s is a blurred clock', text => {
  expect(clockAt(text, 0, false)).toMatchObject({ vague: true })
})

test.each(['几点', '1.5小时', '98分', '38.5度', '第5课', '8800'])('%s is no clock', text => {
  expect(clockAt(text, 0, false)).toBeNull()
})

test.each([
  ['half past nine', '21:30'],
  ['half nine', '21:30'],
  ['quarter to ten', '21:45'],
  ['ten to twelve', '23:50'],
  ['twenty past eight', '20:20'],
  ['nine twenty', '21:20'],
  ['ten oh five', '22:05'],
  ['9pm', '21:00'],
  ["nine o'clock", '21:00'],
  ['midnight', '00:00'],
  ['9 sharp', '21:00'],
])('the clock %s is %s', (text, clock) => {
  const found = englishClockAt(text, 0)
  expect(found && eveningClock(found, text)).toBe(clock)
})

test.each(['between 9 and 10', 'somewhere between nine and ten'])('%s is a blurred clock', text => {
  expect(englishClockAt(text, 0)).toMatchObject({ vague: true, length: text.length })
})

test('hours turn to the evening, and only 17:00 to 05:59 is a bedtime', () => {
  const at = (hour: number, part: 'am' | 'pm' | 'night' | 'noon' | null) => eveningClock({ hour, minute: 0, part })
  expect([at(6, null), at(11, null), at(12, null), at(1, null), at(3, null)]).toEqual([
    '18:00',
    '23:00',
    '00:00',
    '01:00',
    '03:00',
  ])
  expect([at(7, 'am'), at(9, 'pm'), at(2, 'night'), at(12, 'noon')]).toEqual(['07:00', '21:00', '02:00', '12:00'])
  expect(['17:00', '05:59', '16:59', '06:00'].map(isBedtime)).toEqual([true, true, false, false])
})

test.each([
  ['40分钟', 40],
  ['五十分', 50],
  ['一刻钟', 15],
  ['仨刻钟', 45],
  ['半小时', 30],
  ['半个钟头', 30],
  ['半拉点', 30],
  ['整个钟', 60],
  ['个半钟', 90],
  ['一个半小时', 90],
  ['一小时四十', 100],
  ['一小时零五分', 65],
  ['一个小时一刻钟', 75],
  ['两小时十一点', 120],
  ['俩钟头零五分', 125],
  ['1h20', 80],
  ['1.5小时', 90],
  ["65'", 65],
  ['一百一十分钟', 110],
  ['两次各20分钟', 40],
])('%s is %i minutes', (text, minutes) => {
  expect(durationAt(text, 0, false)).toMatchObject({ minutes, vague: false })
})

test('three 字 are a quarter of an hour in Cantonese only', () => {
  expect(durationAt('三个字', 0, true)).toMatchObject({ minutes: 15 })
  expect(durationAt('三个字', 0, false)).toBeNull()
})

test.each([
  '四十来分钟',
  '四五十分钟',
  '个把小时',
  '一个多小时',
  '半个多小时',
  '几十分钟',
  '大半天',
  '50分钟+',
  '个几钟',
])('%s is a blurred amount', text => {
  expect(durationAt(text, 0, false)).toMatchObject({ vague: true })
})

test.each([
  ['half an hour', 30],
  ['an hour and a half', 90],
  ['three quarters of an hour', 45],
  ['two and a half hours', 150],
  ['1 hr 10 min', 70],
  ['an hour and ten', 70],
  ['forty-five minutes', 45],
  ['two lots of twenty minutes', 40],
])('%s is %i minutes', (text, minutes) => {
  expect(englishDurationAt(text, 0)).toMatchObject({ minutes, vague: false })
})

test.each(['a couple of hours', '40 or 50 minutes', '30-odd minutes', '50 mins+'])('%s is a blurred amount', text => {
  expect(englishDurationAt(text, 0)).toMatchObject({ vague: true })
})

test.each(['3页', '180个', '第5课', '13900001234', '5月3日', '20 pages', '二年级', '8秒'])('%s is a count', text => {
  expect(countAt(text, 0)).toBeGreaterThan(0)
})

test('numerals', () => {
  expect(['四十五', '一百二', '一百零五', '廿五', '俩', '十'].map(numberValue)).toEqual([45, 120, 105, 25, 2, 10])
  expect(['forty-five', 'fortyfive', 'a hundred and ten', '35'].map(englishValue)).toEqual([45, 45, 110, 35])
  expect(numberValue('页')).toBeNaN()
  expect(englishValue('page')).toBeNaN()
})
