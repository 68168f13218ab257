import { addDays, daysFromTo, instantOf, isSchoolNight } from '../../calendar/index.ts'
import { hourEnds, hourFor, isMorning } from '../../roster/reminder/hours.ts'
import { calendarOf } from '../calendar.ts'
import { stageOfChild } from '../compose.ts'
import type { Candidate, Candidates, RemindedChild } from './facts.ts'

/** Reminders in a row without an answer from which they come every other school night only. */
export const RARER_FROM = 7
/** Reminders in a row without an answer after which they rest. */
export const REST_AFTER = 14
/** Days between two school nights beyond any holiday: further back nothing is asked. */
const LONGEST_LOOK = 40

/** What is to be done for one guardian about one night. */
export type Decision =
  | {
      kind: 'remind'
      children: RemindedChild[]
      morning: boolean
      /** Epoch ms: from its hour until it is too late. */
      at: number
      expiresAt: number
      /** Reminders in a row, this one included. */
      inARow: number
    }
  | { kind: 'rest' }
  | { kind: 'nothing' }

const NOTHING: Decision = { kind: 'nothing' }

/**
 * Whether a guardian is reminded about a night at `now` (epoch ms). Only of a school night (WL-03) that nobody has
 * answered for and about which nobody in the family was reminded yet; at the family's hour; more rarely, and at last not
 * at all, when reminders stay without an answer (WL-05). Asked when it is queued and again when it leaves.
 */
export const decideReminder = (
  candidate: Candidate,
  night: string,
  { terms, overrides }: Pick<Candidates, 'terms' | 'overrides'>,
  now: number,
  zone: string,
): Decision => {
  const isSchool = (child: RemindedChild, date: string) => isSchoolNight(calendarOf({ terms, overrides }, child), date)
  const children = candidate.children.filter(child => child.agreed && isSchool(child, night))
  if (children.length === 0 || isSettled(candidate)) return NOTHING
  const time = timeOf(candidate, night, children, zone)
  if (candidate.since >= time.at || now < time.at || now >= time.expiresAt) return NOTHING
  const unanswered = candidate.children.some(child => child.answeredSince) ? 0 : candidate.inARow
  if (unanswered >= REST_AFTER) return { kind: 'rest' }
  const isEvery = (date: string) => children.some(child => isSchool(child, date))
  if (unanswered >= RARER_FROM && !nightsBetween(candidate.lastNight, night).some(isEvery)) return NOTHING
  return { kind: 'remind', children, ...time, inARow: unanswered + 1 }
}

/** Tonight has an answer, or another guardian was asked. */
const isSettled = ({ children }: Candidate): boolean => children.some(child => child.answered || child.otherReminded)

const timeOf = ({ minute }: Candidate, night: string, children: RemindedChild[], zone: string) => {
  const stages = children.map(stageOfChild)
  const hour = hourFor(minute, stages)
  const morning = isMorning(hour)
  const date = morning ? addDays(night, 1) : night
  return {
    morning,
    at: instantOf(date, hour, zone).epochMilliseconds,
    expiresAt: instantOf(date, hourEnds(hour, stages), zone).epochMilliseconds,
  }
}

/** The nights after the one and before the other. */
const nightsBetween = (last: string | null, night: string): string[] => {
  const earliest = addDays(night, -LONGEST_LOOK)
  const from = last === null || last < earliest ? earliest : last
  return daysFromTo(addDays(from, 1), addDays(night, -1))
}
