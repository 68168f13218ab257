import { createHash } from 'node:crypto'
import { addDays } from '../calendar/index.ts'
import type { Lang } from '../chat/inbound.ts'
import type { Choice } from '../chat/reply.ts'
import type { Stage } from '../policy/index.ts'
import { nightlyWords } from './words.ts'

/** What a nightly button carries: all it needs, so that yesterday's card still works this morning. */
export interface Tap {
  verb: string
  argument: string
  night: string
  /** Six characters that stand for the child within its family. */
  tag: string
}

const VERBS = /^(min|more|bed|fix|drop|note|set|skip|school|none|why|often|move|card|night):/

/** Whether a choice is one of the nightly report's. */
export const isTap = (id: string): boolean => VERBS.test(id)

/** A child's tag: short, and the same for ever. */
export const tagOf = (childId: string): string => createHash('sha256').update(childId).digest('hex').slice(0, 6)

/** Ids of taps about one night of one child: `min:40:1123:ab12cd` – verb, argument, month and day of the night, child. */
const tapper = (night: string, childId: string): ((verb: string, argument: string | number) => string) => {
  const about = `${night.slice(5).replace('-', '')}:${tagOf(childId)}`
  return (verb, argument) => `${verb}:${argument}:${about}`
}

export const tapId = (verb: string, argument: string | number, night: string, childId: string): string =>
  tapper(night, childId)(verb, argument)

/** Reads a tap; its year is the one that puts the night nearest before `tonight`. */
export const readTap = (id: string, tonight: string): Tap | undefined => {
  const [verb = '', argument = '', day = '', tag = ''] = id.split(':')
  if (!isTap(id) || !/^\d{4}$/.test(day)) return undefined
  const date = `${day.slice(0, 2)}-${day.slice(2)}`
  const latest = addDays(tonight, 1)
  const year = Number(latest.slice(0, 4))
  const night = `${year}-${date}` <= latest ? `${year}-${date}` : `${year - 1}-${date}`
  return { verb, argument, night, tag }
}

const MINUTES: Record<Stage, number[]> = {
  primary_lower: [10, 20, 30],
  primary_upper: [20, 40, 60, 80],
  junior: [30, 60, 90, 120],
}
const MORE: Record<Stage, number> = { primary_lower: 40, primary_upper: 100, junior: 150 }
/** Minutes after 18:00. */
const BEDS: Record<Stage, number[]> = {
  primary_lower: [150, 180, 200, 220],
  primary_upper: [180, 200, 220, 240],
  junior: [210, 240, 270, 300],
}

/** 今晚写了多久: buttons sized to the stage. `morning`: it is asked about the night before. */
export const minuteTaps = (stage: Stage, night: string, childId: string, lang: Lang, morning = false): Choice[] => {
  const { button } = nightlyWords[lang]
  const id = tapper(night, childId)
  return [
    { id: id('school', ''), label: button.school },
    ...MINUTES[stage].map(n => ({ id: id('min', n), label: button.minutes(n) })),
    { id: id('more', MORE[stage]), label: button.more(MORE[stage]) },
    { id: id('none', ''), label: button.none },
    { id: id('skip', ''), label: morning ? button.skipLast : button.skip },
  ]
}

/** 100分钟以上 is no number yet: the second row of buttons. */
export const moreTaps = (from: number, night: string, childId: string, lang: Lang): Choice[] => {
  const { button } = nightlyWords[lang]
  const id = tapper(night, childId)
  return [0, 20, 40, 60, 80].map(step => ({ id: id('min', from + step), label: button.minutes(from + step) }))
}

/** 几点关灯: buttons sized to the stage. */
export const bedTaps = (
  stage: Stage,
  night: string,
  childId: string,
  lang: Lang,
  clock: (offset: number) => string,
): Choice[] => {
  const { button } = nightlyWords[lang]
  const id = tapper(night, childId)
  return [
    { id: id('bed', 'now'), label: button.now },
    ...BEDS[stage].map(offset => ({ id: id('bed', offset), label: clock(offset) })),
    { id: id('bed', 'later'), label: button.later },
  ]
}
