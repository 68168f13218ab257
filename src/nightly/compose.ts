import type { CivilCalendar } from '../calendar/index.ts'
import type { Lang } from '../chat/inbound.ts'
import type { Choice, Reply } from '../chat/reply.ts'
import { joined, spokenClock } from '../chat/spoken.ts'
import { bedBy, homeworkLimit, levelOf, regionOf, ruleIn, type Stage, sentence, stageOf } from '../policy/index.ts'
import type { FamilyChild } from '../roster/family.ts'
import type { NightFacts } from './change.ts'
import { type Standing, standingOf } from './rules.ts'
import { bedTaps, minuteTaps, tapId } from './taps.ts'
import { nightlyWords } from './words.ts'

/** All that a reply about one night is made of. */
export interface Told {
  child: FamilyChild
  night: string
  /** The date that people call today when they write. */
  today: string
  lang: Lang
  calendar: CivilCalendar
  /** The night before this answer; null when nothing was on record. */
  before: NightFacts | null
  after: NightFacts
  /** Minutes over the whole weekend or holiday block. */
  blockMin: number
  /** The earlier values came from the other guardian. */
  beforeByOther: boolean
  /** The night was guessed as last night's from a message by day. */
  guessed: boolean
}

export const stageOfChild = ({ grade, system }: Pick<FamilyChild, 'grade' | 'system'>): Stage =>
  stageOf(Math.min(9, Math.max(1, grade)), system)

/** Whose night and which: 小雨 alone for tonight, 小雨昨晚, 小雨11月20日晚上; English puts the day behind the name. */
const subject = ({ child, night, today, lang, guessed }: Told, days: number): string => {
  const { day } = nightlyWords[lang]
  const [, m = 0, d = 0] = night.split('-').map(Number)
  const when = night === today ? day.tonight : days === 1 && !guessed ? day.last : day.other(m, d)
  if (when === '') return child.label
  return lang === 'zh' ? `${child.label}${when}` : `${child.label}, ${when}`
}

const daysBack = ({ night, today }: Told): number =>
  Math.round((Date.UTC(...ymd(today)) - Date.UTC(...ymd(night))) / 86_400_000)

const ymd = (date: string): [number, number, number] => {
  const [y = 0, m = 1, d = 1] = date.split('-').map(Number)
  return [y, m - 1, d]
}

const facts = (told: Told): string => {
  const words = nightlyWords[told.lang]
  const { writtenMin, bedOffset, finished, saidAhead } = told.after
  const parts = [
    typeof writtenMin === 'number' ? homework(told, writtenMin) : '',
    finished === false ? words.left : '',
    typeof bedOffset === 'number' ? (saidAhead ? words.ahead : words.lightOut)(spokenClock(bedOffset, told.lang)) : '',
  ].filter(Boolean)
  const who = subject(told, daysBack(told))
  return told.lang === 'zh' ? `${who}${parts.join(',')}` : `${who}: ${parts.join(', ')}`
}

const homework = ({ after, lang }: Told, minutes: number): string => {
  const words = nightlyWords[lang]
  if (minutes > 0) return words.wrote(minutes)
  if (after.doneAtSchool === 'all') return words.atSchool
  return after.doneAtSchool === 'none_set' ? words.noneSet : words.noHomework
}

interface Rules {
  homework: string
  bed: string
  quote: string
}

/** The rules of the child's stage and region as sentences for users, from the policy data. */
const rulesOf = ({ child, lang }: Told): Rules => {
  const region = regionOf(child.region)
  const stage = stageOfChild(child)
  const say = (id: string) => {
    const rule = ruleIn(region, id)
    return rule ? sentence(rule, lang, levelOf(stage)) : ''
  }
  return {
    homework: say(homeworkLimit(stage).rule),
    bed: say(bedBy(stage).rules.bed),
    quote: ruleIn(region, 'HW-17')?.clause.quotation ?? '也应按时就寝',
  }
}

/** How the night stands to the rule: the rule is about the school, the comfort is about the family. */
const verdict = (told: Told, standing: Standing): string[] => {
  const words = nightlyWords[told.lang]
  const rules = rulesOf(told)
  if (standing.stopped)
    return [standing.bed === 'late' ? words.stoppedLate : words.stopped(rules.quote), words.stoppedNote]
  if (standing.provisional) return [words.provisional]
  if (standing.homework === 'none_allowed') return [words.noneAllowed(rules.homework)]
  if (standing.homework === 'over') return [words.overRule(rules.homework), words.overBed]
  const lines = [
    standing.homework === 'weekend' ? words.weekend(told.blockMin) : '',
    standing.homework === 'holiday' ? words.holiday(told.blockMin) : '',
  ]
  const named = [standing.homework === 'within' ? rules.homework : '', standing.bed === 'on_time' ? rules.bed : '']
  if (standing.bed === 'late')
    return [...lines, words.lateBed(standing.homework === 'within' ? [rules.homework, rules.bed] : [rules.bed])]
  const list = named.filter(Boolean)
  return [...lines, list.length > 0 ? joined([words.goodNight, words.rule(list)], told.lang) : '']
}

const ruleIds = (told: Told): string =>
  told.after.finished === false
    ? 'HW17'
    : [homeworkLimit(stageOfChild(told.child)).rule.replace('-', ''), 'SL02'].join('')

const choices = (told: Told, standing: Standing): Choice[] => {
  const { button } = nightlyWords[told.lang]
  const { child, night } = told
  const list: [boolean, string, string | number, string][] = [
    [standing.homework === 'none_allowed', 'set', 'teacher', button.byTeacher],
    [standing.homework === 'none_allowed', 'set', 'child', button.byChild],
    [standing.stopped, 'note', '', button.note],
    [told.guessed, 'move', 'tonight', button.tonight],
    [true, 'fix', '', button.fix],
    [!standing.provisional, 'why', ruleIds(told), button.why],
    [standing.homework === 'over' && !standing.stopped, 'often', '', button.often],
  ]
  return list
    .filter(([shown]) => shown)
    .map(([, verb, argument, label]) => ({ id: tapId(verb, argument, night, child.id), label }))
}

/** The answer to a first report of a night, or to its second half. `asks` names what is still open. */
export const reportReply = (told: Told, asks: 'bed' | 'minutes' | null): Reply => {
  const words = nightlyWords[told.lang]
  const stage = stageOfChild(told.child)
  const standing = standingOf(told.after, told.night, stage, told.calendar)
  const heavy = standing.homework === 'over' && !standing.stopped
  const opening =
    heavy || standing.stopped
      ? joined([words.notedPlain(facts(told)), heavy ? words.hardNight : ''], told.lang)
      : words.noted(facts(told))
  const asking = asks === 'bed' ? words.askBed : asks === 'minutes' ? words.askMinutes : ''
  const closing =
    asks || standing.stopped || heavy
      ? ''
      : told.night === told.today
        ? joined([words.wrong, words.night], told.lang)
        : words.wrong
  const say = [opening, ...verdict(told, standing), asking, closing].filter(Boolean).join('\n')
  const taps =
    asks === 'bed'
      ? bedTaps(stage, told.night, told.child.id, told.lang, offset => spokenClock(offset, told.lang))
      : asks === 'minutes'
        ? minuteTaps(stage, told.night, told.child.id, told.lang)
        : []
  return { say, choices: [...taps, ...choices(told, standing)] }
}

/** The answer to a change (VOICE 5): what it was, what it is, and the way back. */
export const correctionReply = (told: Told): Reply => {
  const words = nightlyWords[told.lang]
  const { before, after, child, night, lang } = told
  const was = before ?? {}
  const clock = (offset: number) => spokenClock(offset, lang)
  const moved = (a: unknown, b: unknown) => typeof a === 'number' && typeof b === 'number' && a !== b
  const parts: string[] = []
  const back: Choice[] = []
  if (typeof was.writtenMin === 'number' && typeof after.writtenMin === 'number') {
    const changed = moved(was.writtenMin, after.writtenMin)
    parts.push(changed ? words.changedMin(was.writtenMin, after.writtenMin) : words.staysMin(after.writtenMin))
    if (changed)
      back.push({
        id: tapId('min', was.writtenMin, night, child.id),
        label: words.button.back(words.button.minutes(was.writtenMin)),
      })
  }
  if (typeof was.bedOffset === 'number' && typeof after.bedOffset === 'number') {
    const changed = moved(was.bedOffset, after.bedOffset)
    parts.push(
      changed ? words.changedBed(clock(was.bedOffset), clock(after.bedOffset)) : words.staysBed(clock(after.bedOffset)),
    )
    if (changed)
      back.push({ id: tapId('bed', was.bedOffset, night, child.id), label: words.button.back(clock(was.bedOffset)) })
  }
  if (after.finished === false) parts.push(words.left)
  const say = [
    words.changed(subject(told, daysBack(told)), parts),
    told.beforeByOther ? words.otherParent : told.night === told.today ? words.oldGone : words.oldGoneLater,
  ].join('\n')
  return { say, choices: [{ id: tapId('fix', '', night, child.id), label: words.button.still }, ...back] }
}
