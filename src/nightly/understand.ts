// The nightly report, read by rules: no model, no clock, no network.

import { emptyReading, interpreted } from './grammar/interpret.ts'
import { lexed } from './grammar/lex.ts'
import { lowered, normalised } from './grammar/normalise.ts'
import type { ReportReading } from './grammar/reading.ts'

export type {
  ChildReading,
  DoneAtSchool,
  HomeworkFlag,
  LateReason,
  NightReading,
  ReportKind,
  ReportReading,
} from './grammar/reading.ts'

/** A report is a sentence or two: what comes later is left unread, so that a long text costs no more than a short one. */
const LONGEST_REPORT = 400
const CANTONESE = /[瞓咗冇嘅佢哋唔啲嗰喺嘢]|搞掂|个字|細路|细路|返屋企|功课|而家|家姐/

/** The parts of a reading which the labelled messages name. */
export interface Expectation {
  minutes: number | null
  bedtime: string | null
  nights_ago: number | null
  unfinished: boolean | null
  kind: ReportReading['kind']
  children?: ReportReading['children']
  nights?: { nights_ago: number; minutes: number | null; bedtime: string | null }[]
}

/**
 * Understands what a parent wrote: minutes of school homework (0–300), light out (local `HH:MM`, 17:00–05:59), the night,
 * and whether something was left over. Never throws; a text that reports nothing has kind `not_report`.
 */
export function understandReport(text: string): ReportReading {
  const cut = text.slice(0, LONGEST_REPORT)
  const plain = normalised(cut)
  const low = lowered(plain)
  if (low.trim() === '') return emptyReading()
  return interpreted(lexed({ text: plain, low, cantonese: CANTONESE.test(cut) || CANTONESE.test(plain) }), low)
}

/** The reading in the words of the labelled messages, for evaluation. */
export function toExpect(reading: ReportReading): Expectation {
  const { minutes, bedtime, nightsAgo, unfinished, kind, children, nights } = reading
  const expected: Expectation = { minutes, bedtime, nights_ago: nightsAgo, unfinished, kind }
  if (children) expected.children = children
  if (nights)
    expected.nights = nights.map(night => ({
      nights_ago: night.nightsAgo,
      minutes: night.minutes,
      bedtime: night.bedtime,
    }))
  return expected
}
