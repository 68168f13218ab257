import * as z from 'zod'
import { nightFor } from '../calendar/index.ts'
import type { Moment, Step, Who } from '../chat/dialog.ts'
import type { Choice, Reply } from '../chat/reply.ts'
import type { Family, FamilyChild } from '../roster/family.ts'
import { type AnswerContext, instant } from './rules.ts'
import type { RecentNights, StoredNight } from './store.ts'
import { tapId } from './taps.ts'
import type { ReportReading } from './understand.ts'

/** What the next words refer to: the child and night that were just spoken of. */
export const stateShape = z.object({
  at: z.enum(['minutes', 'more', 'bed', 'fix', 'whose']),
  child: z.string(),
  night: z.string(),
  /** The night in which it was asked. */
  tonight: z.string().optional(),
  /** Facts told before it was clear of which child, or before the minutes: kept until the next word. */
  told: z
    .object({
      writtenMin: z.number(),
      bedOffset: z.number(),
      saidAhead: z.boolean(),
      finished: z.boolean(),
      stoppedForBed: z.boolean(),
      doneAtSchool: z.string(),
    })
    .partial()
    .optional(),
})

export type State = z.infer<typeof stateShape>

export type NightStep = Step<State>

export interface NightlyFacts {
  family: Family
  recent: RecentNights
}

/** Everything a step needs at hand. */
export interface Scene {
  facts: NightlyFacts
  who: Who
  moment: Moment
  children: FamilyChild[]
  zone: string
  tonight: string
  state: State | null
}

export const say = (state: State | null, ...replies: Reply[]): NightStep => ({ state, replies, changes: [] })

export const childTaps = ({ children, tonight: night }: Scene, verb: string): Choice[] =>
  children.map(child => ({ id: tapId(verb, '', night, child.id), label: child.label }))

/** The child that was just spoken of, or named in the text, or the only one. */
export const inView = ({ state, children }: Scene, text = ''): FamilyChild | undefined =>
  children.find(child => text.includes(child.label)) ??
  (state ? children.find(child => child.id === state.child) : undefined) ??
  (children.length === 1 ? children[0] : undefined)

export const storedOf = ({ facts }: Scene, child: FamilyChild, night: string): StoredNight | undefined =>
  facts.recent.nights.find(one => one.childId === child.id && one.night === night)

export const contextOf = (scene: Scene, child: FamilyChild, night: string): AnswerContext => ({
  guardianId: scene.who.guardianId ?? '',
  now: scene.moment.now,
  toldAt: scene.moment.sentAt,
  zone: scene.zone,
  newId: scene.moment.newId,
  version: storedOf(scene, child, night)?.version ?? 0,
  given: scene.facts.recent.answers.filter(one => one.childId === child.id && one.night === night),
})

/** The night that a message names; by DESIGN §7 the clock decides when it names none. */
export const nightIn = (
  scene: Scene,
  nightsAgo: number | null,
  word: ReportReading['nightWord'],
  beside = false,
): string => nightFor(instant(scene.moment.sentAt), scene.zone, word === 'tonight' ? 0 : nightsAgo, beside)
