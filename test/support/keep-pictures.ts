import { writeFileSync } from 'node:fs'
import { demoTerms, makeCalendar } from '../../src/calendar/index.ts'
import type { Lang } from '../../src/chat/inbound.ts'
import { datesUntil, type Fortnight, type TrendNight } from '../../src/nightly/trend/fortnight.ts'
import { pictureOf } from '../../src/nightly/trend/picture.ts'
import { drawPng } from '../../src/pictures/png.ts'
import type { Stage } from '../../src/policy/index.ts'

/** Draws the pictures of the guides again: `node test/support/keep-pictures.ts`. */
const FOLDER = new URL('../../docs/pictures/', import.meta.url)
const TONIGHT = '2026-11-23'

type Told = [minutes: number | null, bed: number | null, ahead?: boolean] | null

/** Two weeks of an invented child; null for an evening without an answer. */
export const fortnight = (label: string, grade: number, stage: Stage, told: Told[], lang: Lang = 'zh'): Fortnight => {
  const dates = datesUntil(TONIGHT)
  const nights = dates.flatMap((night, i): TrendNight[] => {
    const [writtenMin, bedOffset, saidAhead = false] = told[i] ?? []
    return writtenMin === undefined || bedOffset === undefined
      ? []
      : [{ night, writtenMin, bedOffset, saidAhead, by: 'me' }]
  })
  const child = {
    id: label,
    label,
    role: 'guardian' as const,
    relation: 'mother',
    until: null,
    classId: 'class',
    classNo: 2,
    grade,
    schoolId: 'school',
    schoolName: '晴川实验学校',
    system: '6-3' as const,
    countyId: 'county',
    region: 'henan',
    zone: 'Asia/Shanghai',
    consents: {},
    guardians: [],
  }
  const calendar = makeCalendar({ terms: demoTerms, overrides: [] })
  return { child, lang, stage, dates, told: new Map(nights.map(night => [night.night, night])), calendar }
}

/** A busy grade 5, with an evening of none and a light-out told ahead. */
export const BUSY: Told[] = [
  [55, 190],
  [70, 210],
  [40, 200],
  [0, 270],
  [30, 240],
  [90, 200],
  [60, 180],
  [75, 220],
  [110, 260],
  [50, 195],
  [45, 200],
  null,
  [60, 180],
  [80, 205, true],
]

/** Grade 1, where nothing written may be set, with evenings nobody spoke of. */
export const FIRST: Told[] = [
  null,
  null,
  [0, 160],
  [10, 180],
  null,
  null,
  [0, 170],
  [0, 190],
  null,
  [15, null],
  null,
  null,
  null,
  [0, 150],
]

if (import.meta.main) {
  const kept: [string, Fortnight][] = [
    ['fortnight-grade-5', fortnight('安安', 5, 'primary_upper', BUSY)],
    ['fortnight-grade-1', fortnight('豆豆', 1, 'primary_lower', FIRST)],
  ]
  for (const [name, one] of kept) writeFileSync(new URL(`${name}.png`, FOLDER), await drawPng(pictureOf(one)))
}
