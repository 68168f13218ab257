/**
 * The emergency screen (policy §5.3, §5.6; design promise 2): read on every inbound text and caption before any dialog.
 * Pure, offline, tables only: fold the spelling, blank figures of speech, look for named signs, add up cues and word points.
 */
import { isDenied, isMended, isTale, soothe } from './calm.ts'
import { fold } from './fold.ts'
import { LEANS_CALM, LEANS_EMERGENCY, LEANS_SURE, LEANS_UNCLEAR, lean } from './leaning.ts'
import { ACCIDENT } from './signs/accident.ts'
import { ENGLISH } from './signs/english.ts'
import { ENGLISH_UNCLEAR } from './signs/english-unclear.ts'
import { MISSING } from './signs/missing.ts'
import { ONLINE_LURE } from './signs/online.ts'
import { SELF_HARM } from './signs/self-harm.ts'
import { SEXUAL } from './signs/sexual.ts'
import type { EmergencyKind, Sign } from './signs/sign.ts'
import { UNCLEAR } from './signs/unclear.ts'
import { VIOLENCE } from './signs/violence.ts'
import { EMERGENCY_POINTS, weigh } from './weigh.ts'

export type { EmergencyKind } from './signs/sign.ts'

/** What the screen found. `rule` names the deciding sign and is safe to log: it never holds the text. */
export type Screening = {
  level: 'emergency' | 'ambiguous' | 'none'
  kinds: EmergencyKind[]
  /** The writer seems to be the one in danger, most likely a child with a parent's phone. */
  firstPerson: boolean
  rule?: string
}

type Found = { id: string; kind?: EmergencyKind }

const CHINESE_SIGNS: readonly Sign[] = [...SELF_HARM, ...SEXUAL, ...MISSING, ...VIOLENCE, ...ACCIDENT, ...ONLINE_LURE]

/** Stands in for a sign when only the words as a whole lean towards danger; it tells no leaf. */
const LEANING: Found = { id: 'w.lean' }

/** The word that always opens the help, which names 110 in its answer. `help me` and `help!!` are another matter. */
const ASKS_FOR_HELP_PAGE = /^\s*\/?help[.。?\s]*$/i

/** Characters looked at on either side of a find when its surroundings are judged. */
const REACH = 36
/** Finds of one sign that are judged in one message; a text that repeats itself decides nothing new. */
const MOST_FINDS = 12

/**
 * Screens one message. On doubt about a real child it says `emergency`: a false alarm costs one card.
 * Reads at most 8,000 characters; never throws.
 */
export const screen = (text: string): Screening => {
  if (ASKS_FOR_HELP_PAGE.test(text)) return { level: 'none', kinds: [], firstPerson: false }
  const calm = soothe(fold(text))
  const found = matches(calm, CHINESE_SIGNS, /[\u3400-\u9fff]/).concat(matches(calm, ENGLISH, /[a-z]{2}/))
  if (found.length > 0) return verdict('emergency', found, calm)
  const leaning = lean(calm)
  const weighed = weigh(calm).filter(() => leaning > LEANS_CALM)
  const heavy = weighed.filter(({ points }) => points >= EMERGENCY_POINTS)
  if (heavy.length > 0) return verdict('emergency', heavy, calm)
  const unclear = matches(calm, UNCLEAR, /[\u3400-\u9fff]/).concat(matches(calm, ENGLISH_UNCLEAR, /[a-z]{2}/))
  if (leaning >= (unclear.length > 0 ? LEANS_SURE : LEANS_EMERGENCY) || (leaning > 0 && weighed.length > 0)) {
    return verdict('emergency', [...weighed, LEANING], calm)
  }
  const doubts = [...unclear, ...weighed, ...(leaning >= LEANS_UNCLEAR ? [LEANING] : [])]
  if (doubts.length > 0) return verdict('ambiguous', doubts, calm)
  return { level: 'none', kinds: [], firstPerson: false }
}

/** The shape that `wanling understand emergency` prints. */
export const toExpect = (screening: Screening): { emergency: boolean; ambiguous: boolean } => ({
  emergency: screening.level === 'emergency',
  ambiguous: screening.level === 'ambiguous',
})

const verdict = (level: 'emergency' | 'ambiguous', signs: readonly Found[], calm: string): Screening => ({
  level,
  kinds: [...new Set(signs.flatMap(({ kind }) => kind ?? []))],
  firstPerson: isFirstPerson(calm),
  rule: signs[0]?.id,
})

const matches = (calm: string, signs: readonly Sign[], script: RegExp): Sign[] =>
  script.test(calm) ? signs.filter(sign => stands(sign, calm)) : []

const stands = (sign: Sign, calm: string): boolean => {
  sign.on.lastIndex = 0
  for (let finds = 0; finds < MOST_FINDS; finds++) {
    const find = sign.on.exec(calm)
    if (!find) return false
    if (holds(sign, calm, find.index, find[0])) {
      sign.on.lastIndex = 0
      return true
    }
    if (find[0] === '') sign.on.lastIndex++
  }
  return false
}

const holds = (sign: Sign, calm: string, at: number, find: string): boolean => {
  const sentence = around(calm, at, find.length, '。')
  if (has(find, sign.not) || has(sentence, sign.unless) || isDenied(calm.slice(Math.max(0, at - 8), at))) return false
  if (sign.near && !has(sentence, sign.near)) return false
  if (sign.mends && isMended(calm)) return false
  if (sign.tale === 'never') return true
  return !isTale(sign.tale === 'clause' ? around(calm, at, find.length, ',') : sentence)
}

/** Global patterns remember where they stopped; this always starts at the beginning. */
const has = (passage: string, words: RegExp | undefined): boolean => words !== undefined && passage.search(words) >= 0

/** The find with its surroundings, cut at the given mark and at the end of the sentence. */
const around = (calm: string, at: number, length: number, mark: ',' | '。'): string => {
  const before = calm.slice(Math.max(0, at - REACH), at)
  const after = calm.slice(at + length, at + length + REACH)
  const start = Math.max(before.lastIndexOf(mark), before.lastIndexOf('。')) + 1
  const ends = [after.indexOf(mark), after.indexOf('。')].filter(end => end >= 0)
  return before.slice(start) + calm.slice(at, at + length) + after.slice(0, Math.min(after.length, ...ends))
}

const OTHERS =
  /孩子|小孩|儿子|女儿|闺女|娃|囡|崽|孙子|孙女|外甥|侄|学生|我家|我们家|家长|[他她]妈|[他她]爸|\b(?:son|daughter|kids?|child|children|niece|nephew|grandson|granddaughter|students?)\b/
const SELF = /我|\b(?:i|im|me|my)\b/

const isFirstPerson = (calm: string): boolean =>
  !OTHERS.test(calm) && (SELF.test(calm) || !/[他她]|有人|\b(?:he|she|they)\b/.test(calm))
