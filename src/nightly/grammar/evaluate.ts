// Compares readings with labelled messages, field by field.

import { isDeepStrictEqual } from 'node:util'
import { type Expectation, toExpect, understandReport } from '../understand.ts'

/** One line of the labelled messages. */
export interface LabelledReport {
  id: number
  text: string
  locale: string
  expect: Expectation
  tags?: string[]
}

/** A message that was read otherwise than it is labelled. */
export interface Miss {
  id: number
  text: string
  expected: Expectation
  got: Expectation
}

/** Right and all, for one slice of the messages. */
export interface Share {
  right: number
  all: number
}

/** Children are compared by order, not by name. */
function bare(expectation: Expectation): Expectation {
  const { children, ...rest } = expectation
  if (!children) return rest
  const same = children.map(({ minutes, bedtime, unfinished }) => ({
    minutes,
    bedtime,
    unfinished: unfinished ?? null,
  }))
  return { ...rest, children: same.map(child => ({ ...child, unfinished: child.unfinished ?? undefined })) }
}

/** Reads JSON lines; empty lines are left out. */
export function labelledLines(jsonl: string): LabelledReport[] {
  return jsonl
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => JSON.parse(line))
}

function slicesOf(line: LabelledReport): string[] {
  return ['all', `locale ${line.locale}`, `kind ${line.expect.kind}`, ...(line.tags ?? []).map(tag => `tag ${tag}`)]
}

/** Exact match of every field, by slice, with the messages that were missed. */
export function evaluated(lines: readonly LabelledReport[]): { shares: Map<string, Share>; misses: Miss[] } {
  const shares = new Map<string, Share>()
  const misses: Miss[] = []
  for (const line of lines) {
    const got = toExpect(understandReport(line.text))
    const right = isDeepStrictEqual(bare(got), bare(line.expect))
    if (!right) misses.push({ id: line.id, text: line.text, expected: line.expect, got })
    for (const slice of slicesOf(line)) {
      const share = shares.get(slice) ?? { right: 0, all: 0 }
      shares.set(slice, { right: share.right + (right ? 1 : 0), all: share.all + 1 })
    }
  }
  return { shares, misses }
}
