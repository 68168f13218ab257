import { encode } from 'uqr'
import { expect, test } from 'vitest'
import { type Slip, slipSheet, startOf } from './slips.ts'

const slip = (label: string, more: Partial<Slip> = {}): Slip => ({
  classId: 'a',
  schoolName: '实验小学',
  grade: 3,
  classNo: 2,
  label,
  code: '8ZK4Q2M9XT',
  ...more,
})

const WEB = { way: 'web', url: 'https://wanling.example.cn' } as const

test('the picture leads where the channel begins, or holds the code', () => {
  expect(startOf(WEB, '8ZK4Q2M9XT')).toBe('https://wanling.example.cn/chat?start=8ZK4Q2M9XT')
  expect(startOf({ way: 'telegram', bot: 'wanling_bot' }, '8ZK4Q2M9XT')).toBe(
    'https://t.me/wanling_bot?start=8ZK4Q2M9XT',
  )
  expect(startOf({ way: 'code' }, '8ZK4Q2M9XT')).toBe('8ZK4Q2M9XT')
})

/** The dark squares of a path of runs. */
const squares = (html: string): Set<string> => {
  const path = /<path d="([^"]*)"\/><\/svg><div class="main"/.exec(html.replaceAll('\n', ''))?.[1] ?? ''
  const runs = [...path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)]
  expect(runs.map(([run]) => run).join('')).toBe(path)
  return new Set(
    runs.flatMap(([, x, y, length]) => Array.from({ length: Number(length) }, (_, i) => `${Number(x) + i} ${y}`)),
  )
}

test('the drawn picture is the code of the link, square by square', () => {
  const { data } = encode(startOf(WEB, '8ZK4Q2M9XT'), { ecc: 'M', border: 2 })
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`${x} ${y}`] : [])))
  expect([...squares(slipSheet([slip('王小宇')], WEB, 'zh'))].toSorted()).toEqual(dark.toSorted())
})

test('a class begins on a page of its own, and a page holds eight', () => {
  const slips = [...Array.from({ length: 9 }, (_, i) => slip(`王${i}`)), slip('李想', { classId: 'b', classNo: 3 })]
  const pages = slipSheet(slips, WEB, 'zh').split('<section').slice(1)
  expect(pages.map(page => page.split('<article').length - 1)).toEqual([8, 1, 1])
})

test('names are text, and without a link the slip says where to send the code', () => {
  const sheet = slipSheet([slip('<script>alert(1)</script>', { schoolName: 'A&B' })], { way: 'code' }, 'en')
  expect(sheet).not.toContain('<script')
  expect(sheet).toContain('A&amp;B')
  expect(sheet).toContain('Send this code in the chat')
  expect(sheet).not.toContain('Scan with')
})
