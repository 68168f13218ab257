import type { CivilCalendar } from '../calendar/index.ts'
import type { Reply } from '../chat/reply.ts'
import { type FamilyChild, isJunior } from '../roster/family.ts'
import { may } from '../roster/rights.ts'
import { effective, standsOf, wordsOf } from './answers.ts'
import { calendarOf } from './calendar.ts'
import type { NightChange, NightFacts } from './change.ts'
import { correctionReply, reportReply, type Told } from './compose.ts'
import { answerNight, blockMinutes, factsOf, spokenToday } from './rules.ts'
import {
  contextOf,
  givenFor,
  inView,
  type NightStep,
  ownAnswers,
  type Scene,
  type State,
  say,
  seesAll,
  storedOf,
} from './scene.ts'
import type { StoredNight } from './store.ts'
import { nightlyWords } from './words.ts'

export interface Entry {
  child: FamilyChild
  night: string
  told: NightFacts
  guessed: boolean
}

/** Turns entries into changes and one reply each; refuses nights that are too old, and what is another's to say. */
export const write = (scene: Scene, entries: Entry[], correction: boolean): NightStep => {
  const changes: NightChange[] = []
  const replies: Reply[] = []
  let open: State | null = null
  for (const entry of entries.map(one => withPending(scene, one))) {
    const written = writeOne(scene, entry, correction, entries.length > 1)
    if (written === 'too_old') return say(null, { say: nightlyWords[scene.who.lang].tooOld })
    replies.push(written.reply)
    if (written.change) changes.push(written.change)
    if (written.asks) open = { at: written.asks, child: entry.child.id, night: entry.night }
  }
  // The page of one evening has no place for a question of another kind.
  const asks = open || scene.who.channel === 'page' ? {} : asksConsent(scene, changes)
  return { state: open, replies, changes, ...asks }
}

interface Written {
  reply: Reply
  change?: NightChange
  asks?: 'bed' | 'minutes' | null
}

const writeOne = (scene: Scene, entry: Entry, correction: boolean, several: boolean): Written | 'too_old' => {
  const { child, night } = entry
  const words = nightlyWords[scene.who.lang]
  const told = tellable(scene, entry)
  const untold = Object.keys(told).length < Object.keys(entry.told).length
  if (untold && Object.keys(told).length === 0) return { reply: { say: words.parentsTold(child.label) } }
  const mine = { ...entry, told }
  const before = storedOf(scene, child, night)
  const hadValue = before !== undefined && (before.writtenMin !== null || before.bedOffset !== null)
  const overwrites = hadValue && overwritten(before, standsWith(scene, mine))
  const kind = (correction && hadValue) || overwrites ? 'NightCorrected' : 'NightReported'
  const answer = { childId: child.id, classId: child.classId, night, told, kind } as const
  const change = answerNight(answer, contextOf(scene, child, night))
  if (change === 'too_old') return 'too_old'
  const asks = several || overwrites || correction ? null : stillOpen(change.stands, before)
  const all = toldOf(scene, mine, before, change)
  const reply = overwrites ? correctionReply(all) : reportReply(all, asks)
  return { change, asks, reply: untold ? { ...reply, say: `${reply.say}\n${words.parentsToldRest}` } : reply }
}

/** What of an entry is this person's to say: a helper speaks of what nobody else has spoken of. */
const tellable = (scene: Scene, { child, night, told }: Entry): NightFacts => {
  const byHelper = child.role === 'helper'
  return effective({ told, by: scene.who.guardianId ?? '', byHelper }, wordsOf(givenFor(scene, child, night)))
}

/** What was told before the question that this answers. */
const withPending = ({ state }: Scene, entry: Entry): Entry => {
  const pending =
    state?.told && state.night === entry.night && ['', entry.child.id].includes(state.child) ? state.told : {}
  return { ...entry, told: { ...pending, ...entry.told } }
}

/** The night as it would stand with this answer, said when it was said. */
const standsWith = (scene: Scene, { child, night, told }: Entry): NightFacts => {
  const { given, toldAt, guardianId: by, byHelper } = contextOf(scene, child, night)
  const counted = seesAll(scene, child, night) ? given : ownAnswers(scene, child, night)
  return standsOf([...counted, { at: toldAt, kind: 'NightReported', told, by, byHelper }])
}

const overwritten = (before: StoredNight, told: NightFacts): boolean =>
  (typeof told.writtenMin === 'number' && before.writtenMin !== null && before.writtenMin !== told.writtenMin) ||
  (typeof told.bedOffset === 'number' && before.bedOffset !== null && before.bedOffset !== told.bedOffset)

/** The other half of the two touches, asked once: never again when the night was already spoken of. */
const stillOpen = (stands: NightFacts, before: StoredNight | undefined): 'bed' | 'minutes' | null => {
  if (before) return null
  if (typeof stands.bedOffset !== 'number') return 'bed'
  return typeof stands.writtenMin !== 'number' && stands.finished !== false ? 'minutes' : null
}

const toldOf = (scene: Scene, entry: Entry, before: StoredNight | undefined, change: NightChange): Told => {
  const { child, night } = entry
  const calendar = calendarFor(scene, child)
  const after = seesAll(scene, child, night) ? change.stands : standsWith(scene, entry)
  const nights = scene.facts.recent.nights
    .filter(one => one.childId === child.id)
    .flatMap(one => storedOf(scene, child, one.night) ?? [])
  return {
    child,
    night,
    today: spokenToday(scene.moment.sentAt, scene.zone),
    lang: scene.who.lang,
    calendar,
    before: before ? factsOf(before) : null,
    after,
    blockMin: blockMinutes(night, after.writtenMin ?? 0, nights, calendar),
    beforeBy: wordOf(scene, entry),
    guessed: entry.guessed,
  }
}

/** Whose word this answer takes the place of. */
const wordOf = (scene: Scene, { child, night, told }: Entry): Told['beforeBy'] => {
  const words = wordsOf(givenFor(scene, child, night))
  const replaced = words.get(told.writtenMin === undefined ? 'bedOffset' : 'writtenMin')
  if (!replaced || replaced.by === scene.who.guardianId) return 'me'
  return replaced.byHelper ? 'helper' : 'parent'
}

const calendarFor = ({ facts }: Scene, child: FamilyChild): CivilCalendar => calendarOf(facts.family, child)

/** KNOW and C2 after the first report, C5 after the second night; each asked once, and of guardians only. */
const asksConsent = ({ children, facts }: Scene, changes: NightChange[]): Pick<NightStep, 'handOver'> => {
  if (changes.length === 0) return {}
  const never = (kind: 'KNOW' | 'C2' | 'C5') =>
    children
      .filter(child => may(child.role, 'consent') && child.consents[kind] === undefined)
      .filter(child => kind !== 'KNOW' || isJunior(child))
      .map(child => child.id)
  const know = never('KNOW')
  if (know.length > 0) return { handOver: { dialog: 'consent', ask: 'KNOW', children: know } }
  const c2 = never('C2')
  if (c2.length > 0) return { handOver: { dialog: 'consent', ask: 'C2', children: c2 } }
  const nights = new Set([
    ...(facts.recent.last ? [facts.recent.last.night] : []),
    ...changes.map(change => change.night),
  ])
  const c5 = facts.recent.answered >= 2 || nights.size >= 2 ? never('C5') : []
  return c5.length > 0 ? { handOver: { dialog: 'consent', ask: 'C5', children: c5 } } : {}
}

export const retract = (scene: Scene, at?: { child: FamilyChild; night: string }): NightStep => {
  const { who, facts, children } = scene
  const words = nightlyWords[who.lang]
  const last = facts.recent.last
  const child = at?.child ?? inView(scene) ?? children.find(one => one.id === last?.childId)
  const night = at?.night ?? scene.state?.night ?? (last && last.childId === child?.id ? last.night : scene.tonight)
  const before = child && storedOf(scene, child, night)
  if (!child || !before || (before.writtenMin === null && before.bedOffset === null))
    return say(null, { say: words.nothingToRemove })
  if (child.role === 'helper' && !hasOwnWord(scene, child, night))
    return say(null, { say: words.notYoursToRemove(child.label) })
  const change = answerNight(
    { childId: child.id, classId: child.classId, night, told: {}, kind: 'NightRetracted' },
    contextOf(scene, child, night),
  )
  if (change === 'too_old') return say(null, { say: words.tooOld })
  const removed = child.role === 'helper' ? words.removedOwn : words.removed
  return { state: null, replies: [{ say: removed(child.label) }], changes: [change] }
}

/** Whether something that stands for a night is this person's word. */
const hasOwnWord = (scene: Scene, child: FamilyChild, night: string): boolean =>
  [...wordsOf(givenFor(scene, child, night)).values()].some(({ by }) => by === scene.who.guardianId)
