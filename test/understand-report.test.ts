import { readFileSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { toExpect, understandReport } from '../src/nightly/understand.ts'

const child = z.object({
  minutes: z.number().nullable(),
  bedtime: z.string().nullable(),
  unfinished: z.boolean().optional(),
})
const line = z.object({
  text: z.string(),
  expect: z.object({
    minutes: z.number().nullable(),
    bedtime: z.string().nullable(),
    nights_ago: z.number().nullable(),
    unfinished: z.boolean().nullable(),
    kind: z.string(),
    children: z.array(child).optional(),
    nights: z
      .array(z.object({ nights_ago: z.number(), minutes: z.number().nullable(), bedtime: z.string().nullable() }))
      .optional(),
  }),
})

const linesOf = (file: string) =>
  readFileSync(new URL(file, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map(text => line.parse(JSON.parse(text)))

const given = linesOf('data/reports.jsonl')
const own = linesOf('data/own/reports.jsonl')

test.each([
  ['given', given, 263, 0.98],
  ['own', own, 556, 0.976],
])('of the %s messages enough are understood in every field', (_, lines, count, floor) => {
  const wrong = lines.filter(({ text, expect: labelled }) => {
    const got = line.shape.expect.parse(JSON.parse(JSON.stringify(toExpect(understandReport(text)))))
    return !isDeepStrictEqual(got, labelled)
  })
  expect(lines.length).toBe(count)
  expect(wrong.length / lines.length, wrong.map(({ text }) => text).join('\n')).toBeLessThanOrEqual(1 - floor)
})

test('a message takes at most a millisecond', () => {
  const start = performance.now()
  for (const { text } of [...given, ...own]) understandReport(text)
  expect((performance.now() - start) / (given.length + own.length)).toBeLessThan(1)
})

test('no text can break it, and what it stores is in range', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), text => {
      const { minutes, bedtime } = understandReport(text)
      if (minutes !== null) expect(Number.isInteger(minutes) && minutes >= 0 && minutes <= 300).toBe(true)
      if (bedtime !== null) expect(bedtime).toMatch(/^(1[7-9]|2[0-3]|0[0-5]):[0-5]\d$/)
    }),
    { numRuns: 2000 },
  )
})

const PIECES = [
  '作业',
  '写了',
  '九点',
  '半小时',
  '八小时',
  '下午两点',
  '老大',
  '老二',
  '昨天',
  '今天',
  '，',
  '睡',
  '没写完',
  '不是',
  '是',
]

test('whatever the words, no child and no night gets a value out of range', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }), words => {
      const { children, nights } = understandReport(words.join(''))
      for (const { minutes, bedtime } of [...(children ?? []), ...(nights ?? [])]) {
        expect(minutes ?? 0).toBeLessThanOrEqual(300)
        if (bedtime !== null) expect(bedtime).toMatch(/^(1[7-9]|2[0-3]|0[0-5]):[0-5]\d$/)
      }
    }),
    { numRuns: 3000 },
  )
})

test.each([
  ['作业50分钟 9点40睡', 50, '21:40'],
  ['雪糕化了一地,作业写了五十分钟', 50, null],
  ['差五分九点半睡,作业40分钟', 40, '21:25'],
  ['数学40语文30', 70, null],
  ['五十分钟,九点差五分睡的', 50, '20:55'],
])('%s', (text, minutes, bedtime) => {
  expect(understandReport(text)).toMatchObject({ kind: 'report', minutes, bedtime })
})
