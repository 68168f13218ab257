import { lowered } from '../normalise.ts'
import type { Tag } from '../tokens.ts'
import { ELSEWHERE, FINISHED, HOMEWORK, SLEEP } from './evening.ts'
import { FILLERS } from './fillers.ts'
import { LABELS } from './labels.ts'
import { PEOPLE, TIME_FRAMES } from './people.ts'
import { CORRECTIONS, FACTS, VALUES } from './talk.ts'

/** Words of one tag, divided by `|`. */
export type WordList = Partial<Record<Tag, string>>

/** A word of the lexicon. */
export interface Entry {
  text: string
  tag: Tag
}

/** A word in two lists has the tag of the earlier one. */
const LISTS: readonly WordList[] = [
  FILLERS,
  FINISHED,
  FACTS,
  CORRECTIONS,
  LABELS,
  SLEEP,
  ELSEWHERE,
  HOMEWORK,
  TIME_FRAMES,
  PEOPLE,
  VALUES,
]

function build(): Map<string, Entry[]> {
  const known = new Set<string>()
  const byFirst = new Map<string, Entry[]>()
  for (const list of LISTS)
    for (const [tag, words] of Object.entries(list))
      for (const text of lowered(words).split('|')) {
        if (text === '' || known.has(text)) continue
        known.add(text)
        const first = text.charAt(0)
        byFirst.set(first, [...(byFirst.get(first) ?? []), { text, tag: tag as Tag }])
      }
  for (const entries of byFirst.values()) entries.sort((a, b) => b.text.length - a.text.length)
  return byFirst
}

const LEXICON = build()
const LATIN = /[a-z0-9]/

/** The longest word of the lexicon that starts at `at` in lower-case `text`; Latin words only as whole words. */
export function wordAt(text: string, at: number): Entry | null {
  const entries = LEXICON.get(text.charAt(at))
  if (!entries) return null
  const insideWord = at > 0 && /[a-z]/.test(text.charAt(at - 1))
  for (const entry of entries) {
    if (!text.startsWith(entry.text, at)) continue
    const latinEnd = LATIN.test(entry.text.charAt(entry.text.length - 1))
    const open = latinEnd && LATIN.test(text.charAt(at + entry.text.length))
    const latinStart = /[a-z]/.test(entry.text.charAt(0))
    if (!open && !(latinStart && insideWord)) return entry
  }
  return null
}
