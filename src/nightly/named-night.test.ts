import { expect, test } from 'vitest'
import { namedNight } from './named-night.ts'

// 2026-11-23 is a Monday.
test.each([
  ['11月20日作业50分钟', '2026-11-20'],
  ['十一月二十号晚上作业50分钟', '2026-11-20'],
  ['20号作业50分钟', '2026-11-20'],
  ['周五作业50分钟', '2026-11-20'],
  ['周一作业50分钟', '2026-11-23'],
  ['上周五作业50分钟', '2026-11-20'],
  ['上周一作业50分钟', '2026-11-16'],
  ['星期天晚上八点睡', '2026-11-22'],
  ['三天前写了50分钟', '2026-11-20'],
  ['大前天50分钟', '2026-11-20'],
  ['on Friday homework 50 minutes', '2026-11-20'],
  ['last Monday: 50 minutes', '2026-11-16'],
  ['12月30日写了20分钟', '2025-12-30'],
])('%s', (text, night) => {
  expect(namedNight(text, '2026-11-23')?.night).toBe(night)
})

test.each([
  '作业50分钟 9点40睡',
  '3号楼的同学',
  '第5课',
  '1号神兽50分钟',
  '昨晚40分钟',
  '周末作业90分钟',
  'homework 50 minutes',
])('no night is named: %s', text => {
  expect(namedNight(text, '2026-11-23')).toBeUndefined()
})

test('the words of the night are taken out', () => {
  expect(namedNight('20号作业50分钟', '2026-11-23')?.rest).toBe(' 作业50分钟')
})
