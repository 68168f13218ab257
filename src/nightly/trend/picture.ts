import { weekdayOf } from '../../calendar/index.ts'
import type { Picture } from '../../chat/picture.ts'
import { spokenClock } from '../../chat/spoken.ts'
import { type Fortnight, limitsOf, ruled } from './fortnight.ts'
import { trendWords } from './words.ts'

const HOUR = 60
/** Steps of the scale of minutes, and how many of them are good to read. */
const STEPS = [15, 30, 60] as const
const MOST_STEPS = 5
/** A scale of one hour would make ten minutes look like much. */
const LEAST_HOURS = 2

/** Two weeks as a picture: bars for minutes, dots for light-out, each against the rule's line. */
export const pictureOf = (fortnight: Fortnight): Picture => {
  const { child, lang, dates, told, stage, calendar } = fortnight
  const words = trendWords[lang]
  const { homework, bed } = limitsOf(stage)
  const minutes = dates.map(date => told.get(date)?.writtenMin ?? null)
  const beds = dates.map(date => told.get(date)?.bedOffset ?? null)
  const marks = dates.map(date => ruled(calendar, date))
  return {
    kind: 'nights',
    lang,
    title: words.title(child.label),
    subtitle: words.subtitle(...endsOf(fortnight)),
    note: words.note,
    days: dates.map((date, i) => ({
      label: String(Number(date.slice(8))),
      weekday: words.weekdays[weekdayOf(date) - 1] ?? '',
      homework: marks[i]?.homework ?? false,
      bed: marks[i]?.bed ?? false,
    })),
    minutes: {
      title: words.minutes,
      values: minutes,
      line: { at: homework.minutes, label: words.minutesLine(homework.minutes) },
      scale: minuteScale(minutes, homework.minutes),
    },
    beds: {
      title: words.beds,
      values: beds,
      ahead: dates.map(date => told.get(date)?.saidAhead ?? false),
      line: { at: bed.offset, label: words.bedLine(spokenClock(bed.offset, lang)) },
      scale: bedScale(beds, bed.offset, lang),
    },
  }
}

/** The first and the last evening, as one says them. */
export const endsOf = ({ lang, dates }: Fortnight): [string, string] => [
  spoken(dates.at(0) ?? '', lang),
  spoken(dates.at(-1) ?? '', lang),
]

export const spoken = (date: string, lang: Fortnight['lang']): string => {
  const [, month = 1, day = 1] = date.split('-').map(Number)
  return trendWords[lang].day(month, day)
}

const numbers = (values: (number | null)[]): number[] => values.flatMap(value => (value === null ? [] : [value]))

/** From nothing to above the line and the longest evening. */
const minuteScale = (values: (number | null)[], line: number): Picture['minutes']['scale'] => {
  const most = Math.max(line, 30, ...numbers(values)) + 1
  const step = STEPS.find(one => Math.ceil(most / one) <= MOST_STEPS) ?? HOUR
  return Array.from({ length: Math.ceil(most / step) + 1 }, (_, i) => ({ at: i * step, label: String(i * step) }))
}

/** Whole hours around the line, the earliest and the latest light-out. */
const bedScale = (values: (number | null)[], line: number, lang: Fortnight['lang']): Picture['beds']['scale'] => {
  const all = [line, ...numbers(values)]
  const until = Math.ceil((Math.max(...all) + 10) / HOUR)
  const from = Math.min(Math.floor((Math.min(...all) - 10) / HOUR), until - LEAST_HOURS)
  const step = until - from > MOST_STEPS ? 2 : 1
  const count = Math.ceil((until - from) / step)
  return Array.from({ length: count + 1 }, (_, i) => {
    const hours = from + i * step
    return { at: hours * HOUR, label: trendWords[lang].hour(onTheClock(hours)) }
  })
}

/** Hours after 18:00 as a clock shows them: 3 is nine, 6 is twelve. */
const onTheClock = (hours: number): number => ((((hours + 5) % 12) + 12) % 12) + 1
