import { readFileSync } from 'node:fs'
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

const given = readFileSync(new URL('data/reports.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map(text => line.parse(JSON.parse(text)))

test('at least 95 in 100 labelled messages are understood in every field', () => {
  const right = given.filter(({ text, expect: labelled }) => {
    const got = line.shape.expect.parse(JSON.parse(JSON.stringify(toExpect(understandReport(text)))))
    return JSON.stringify(got) === JSON.stringify(labelled)
  })
  expect(given.length).toBe(263)
  expect(right.length / given.length).toBeGreaterThanOrEqual(0.95)
})

test('a message takes at most a millisecond', () => {
  const start = performance.now()
  for (const { text } of given) understandReport(text)
  expect((performance.now() - start) / given.length).toBeLessThan(1)
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

test.each([
  ['作业50分钟 9点40睡', 50, '21:40'],
  ['数学40语文30', 70, null],
  ['五十分钟,九点差五分睡的', 50, '20:55'],
])('%s', (text, minutes, bedtime) => {
  expect(understandReport(text)).toMatchObject({ kind: 'report', minutes, bedtime })
})
