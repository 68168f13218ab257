import { Temporal } from 'temporal-polyfill'
import {
  bedInstant,
  bedOffset,
  block,
  type CivilCalendar,
  dayOf,
  daysFromTo,
  isHomeworkNight,
  isLate,
  isProvisionalNight,
  isReportable,
  isSchoolNight,
  nightOf,
} from '../calendar/index.ts'
import { bedBy, homeworkLimit, type Stage } from '../policy/index.ts'
import { type GivenAnswer, standsOf } from './answers.ts'
import type { NightChange, NightFacts } from './change.ts'

/** Longest homework that can be stored, in minutes (policy §1.4 rule 4: more asks whether a zero slipped in). */
export const MOST_MINUTES = 300
/** A light-out this much past the clock is still rounding, not a plan, in ms. */
const ROUNDING_MS = 5 * 60_000
/** From noon to this hour a light-out ahead of the clock was last night's. */
const EVENING_BEGINS = 17

/** The instant of an epoch time in ms. */
export const instant = (ms: number): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(ms)

/** The clock hour (0–23) at an epoch time in the county's zone. */
export const hourAt = (ms: number, zone: string): number => instant(ms).toZonedDateTimeISO(zone).hour

/** Whether a light-out was told ahead of the clock of the message. */
export const isAhead = (night: string, offset: number, sentAt: number, zone: string): boolean =>
  bedInstant(night, offset, zone).epochMilliseconds > sentAt + ROUNDING_MS

/** From noon to 17:00 a light-out that is still to come belongs to the night before (DESIGN §7). */
export const belongsToLastNight = (night: string, offset: number, sentAt: number, zone: string): boolean => {
  const hour = hourAt(sentAt, zone)
  return hour >= 12 && hour < EVENING_BEGINS && isAhead(night, offset, sentAt, zone)
}

/** The light-out of "just fell asleep", from the message's own time; undefined by day, when nobody goes to bed. */
export const bedNow = (sentAt: number, zone: string): number | undefined => {
  const time = instant(sentAt).toZonedDateTimeISO(zone).toPlainTime()
  const hour = time.hour
  if (hour >= 6 && hour < 18) return undefined
  return bedOffset(`${String(hour).padStart(2, '0')}:${String(time.minute).padStart(2, '0')}`)
}

export interface Answer {
  childId: string
  classId: string
  night: string
  told: NightFacts
  kind: NightChange['type']
}

export interface AnswerContext {
  guardianId: string
  now: number
  zone: string
  newId: () => string
  /** When the person said it, epoch ms. */
  toldAt: number
  /** The version of the night as read; 0 when it is not on record. */
  version: number
  /** The answers given for it so far. */
  given: GivenAnswer[]
  byHelper: boolean
}

/** One answer about one night (unique by child and night). Refused when the night is not one of the last seven. */
export const answerNight = (answer: Answer, context: AnswerContext): NightChange | 'too_old' => {
  const { night, told, kind } = answer
  const at = instant(context.now)
  if (!isReportable(night, at, context.zone)) return 'too_old'
  const toldAt = Math.min(context.toldAt, context.now)
  return {
    feature: 'nightly',
    type: kind,
    subject: answer.childId,
    night,
    answerId: context.newId(),
    guardianId: context.guardianId,
    byHelper: context.byHelper,
    classId: answer.classId,
    told,
    toldAt,
    stands: standsOf([
      ...context.given,
      { at: toldAt, kind, told, by: context.guardianId, byHelper: context.byHelper },
    ]),
    seenVersion: context.version,
    late: isLate(night, at, context.zone),
  }
}

/** Only the facts, without the keys and marks that stand beside them in a row. */
export const factsOf = (row: NightFacts): NightFacts => ({
  writtenMin: row.writtenMin ?? null,
  bedOffset: row.bedOffset ?? null,
  saidAhead: row.saidAhead ?? null,
  doneAtSchool: row.doneAtSchool ?? null,
  finished: row.finished ?? null,
  stoppedForBed: row.stoppedForBed ?? null,
  otherMin: row.otherMin ?? null,
  wakeOffset: row.wakeOffset ?? null,
  lateReason: row.lateReason ?? null,
  flags: row.flags ?? null,
  setByTeacher: row.setByTeacher ?? null,
})

/** How a night stands to the rules, for wording. A provisional night is shown and judged nowhere (promise 8). */
export interface Standing {
  provisional: boolean
  homework: 'none' | 'within' | 'over' | 'none_allowed' | 'weekend' | 'holiday'
  bed: 'none' | 'on_time' | 'late' | 'free'
  /** Unfinished and in bed: the right thing to do (HW-17), whatever else is true. */
  stopped: boolean
}

/** HW-01..03 for minutes on a homework night, SL-02 for a light-out on a school night, HW-17 above both. */
export const standingOf = (facts: NightFacts, night: string, stage: Stage, calendar: CivilCalendar): Standing => {
  const { writtenMin, bedOffset: bed } = facts
  return {
    provisional: isProvisionalNight(calendar, night),
    homework: typeof writtenMin === 'number' ? homeworkStanding(writtenMin, night, stage, calendar) : 'none',
    bed: typeof bed === 'number' ? bedStanding(bed, night, stage, calendar) : 'none',
    stopped: facts.finished === false && typeof bed === 'number',
  }
}

const homeworkStanding = (
  minutes: number,
  night: string,
  stage: Stage,
  calendar: CivilCalendar,
): Standing['homework'] => {
  if (!isHomeworkNight(calendar, night))
    return (block(calendar, night)?.kind ?? 'holiday') === 'weekend' ? 'weekend' : 'holiday'
  const limit = homeworkLimit(stage)
  if (minutes <= limit.minutes) return 'within'
  return limit.basis === 'absolute' ? 'none_allowed' : 'over'
}

const bedStanding = (offset: number, night: string, stage: Stage, calendar: CivilCalendar): Standing['bed'] => {
  if (!isSchoolNight(calendar, night)) return 'free'
  return offset <= bedBy(stage).offset ? 'on_time' : 'late'
}

/** Minutes of the whole weekend or holiday block around a night, this night as it stands included. */
export const blockMinutes = (
  night: string,
  minutes: number,
  others: { night: string; writtenMin: number | null }[],
  calendar: CivilCalendar,
): number => {
  const whole = block(calendar, night)
  if (!whole) return minutes
  const dates = new Set(daysFromTo(whole.from, whole.to))
  const rest = others.filter(one => one.night !== night && dates.has(one.night))
  return rest.reduce((sum, one) => sum + (one.writtenMin ?? 0), minutes)
}

/** The date that people call today: until five in the morning it is still the evening before. */
export const spokenToday = (sentAt: number, zone: string): string => dayOf(instant(sentAt).subtract({ hours: 5 }), zone)

/** Tonight, by the clock of the message. */
export const tonight = (sentAt: number, zone: string): string => nightOf(instant(sentAt), zone)
