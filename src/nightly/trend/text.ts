import { weekdayOf } from '../../calendar/index.ts'
import { spokenClock } from '../../chat/spoken.ts'
import { levelOf, regionOf, ruleIn, sentence } from '../../policy/index.ts'
import { type Fortnight, limitsOf, type TrendNight } from './fortnight.ts'
import { endsOf, spoken } from './picture.ts'
import { trendWords } from './words.ts'

/** Two weeks as text: all that the picture shows, for those who hear it read and for chats without pictures. */
export const textOf = (fortnight: Fortnight): string => {
  const { child, lang, dates, told } = fortnight
  const words = trendWords[lang]
  const lines = dates.flatMap(date => {
    const night = told.get(date)
    if (!night) return []
    const weekday = words.weekdays[weekdayOf(date) - 1] ?? ''
    const when = lang === 'zh' ? `${spoken(date, lang)}${words.weekday(weekday)}` : spoken(date, lang)
    return [words.night(when, toldOf(night, lang), words.by[night.by])]
  })
  return [
    words.heading(child.label, words.span(...endsOf(fortnight))),
    ...lines,
    words.rules(rulesOf(fortnight)),
    words.noteInWords,
  ]
    .filter(Boolean)
    .join('\n')
}

/** What was told of one night. */
export const toldOf = ({ writtenMin, bedOffset, saidAhead }: TrendNight, lang: Fortnight['lang']): string => {
  const words = trendWords[lang]
  const clock = bedOffset === null ? '' : spokenClock(bedOffset, lang)
  const parts = [
    writtenMin === null ? '' : words.minutesTold(writtenMin),
    bedOffset === null ? '' : saidAhead ? words.ahead(clock) : words.bedTold(clock),
  ]
  return parts.filter(Boolean).join(words.between)
}

/** The ids of the rules that the lines stand for. */
export const ruleIds = ({ stage }: Fortnight): string[] => {
  const { homework, bed } = limitsOf(stage)
  return [homework.rule, bed.rules.bed]
}

const rulesOf = (fortnight: Fortnight): string[] =>
  ruleIds(fortnight).flatMap(id => {
    const rule = ruleIn(regionOf(fortnight.child.region), id)
    return rule ? [sentence(rule, fortnight.lang, levelOf(fortnight.stage))] : []
  })
