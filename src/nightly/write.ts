import type { CivilCalendar } from '../calendar/index.ts'
import type { Reply } from '../chat/reply.ts'
import type { FamilyChild } from '../roster/family.ts'
import { calendarOf } from './calendar.ts'
import type { NightChange, NightFacts } from './change.ts'
import { correctionReply, reportReply, type Told } from './compose.ts'
import { answerNight, blockMinutes, factsOf, spokenToday, standsOf } from './rules.ts'
import { contextOf, inView, type NightStep, type Scene, type State, say, storedOf } from './scene.ts'
import type { StoredNight } from './store.ts'
import { nightlyWords } from './words.ts'

export interface Entry {
  child: FamilyChild
  night: string
  told: NightFacts
  guessed: boolean
}

/** Turns entries into changes and one reply each; refuses nights that are too old. */
export const write = (scene: Scene, entries: Entry[], correction: boolean): NightStep => {
  const { who } = scene
  const words = nightlyWords[who.lang]
  const changes: NightChange[] = []
  const replies: Reply[] = []
  let open: State | null = null
  for (const entry of entries.map(one => withPending(scene, one))) {
    const before = storedOf(scene, entry.child, entry.night)
    const hadValue = before !== undefined && (before.writtenMin !== null || before.bedOffset !== null)
    const overwrites = hadValue && overwritten(before, standsWith(scene, entry))
    const change = answerNight(
      {
        childId: entry.child.id,
        classId: entry.child.classId,
        night: entry.night,
        told: entry.told,
        kind: (correction && hadValue) || overwrites ? 'NightCorrected' : 'NightReported',
      },
      contextOf(scene, entry.child, entry.night),
    )
    if (change === 'too_old') return say(null, { say: words.tooOld })
    changes.push(change)
    const told = toldOf(scene, entry, before, change)
    const asks = entries.length > 1 || overwrites || correction ? null : stillOpen(change.stands, before)
    replies.push(overwrites ? correctionReply(told) : reportReply(told, asks))
    if (asks) open = { at: asks, child: entry.child.id, night: entry.night }
  }
  // The page of one evening has no place for a question of another kind.
  const asks = open || who.channel === 'page' ? {} : asksConsent(scene, changes)
  return { state: open, replies, changes, ...asks }
}

/** What was told before the question that this answers. */
const withPending = ({ state }: Scene, entry: Entry): Entry => {
  const pending =
    state?.told && state.night === entry.night && ['', entry.child.id].includes(state.child) ? state.told : {}
  return { ...entry, told: { ...pending, ...entry.told } }
}

/** The night as it would stand with this answer, said when it was said. */
const standsWith = (scene: Scene, { child, night, told }: Entry): NightFacts => {
  const { given, toldAt } = contextOf(scene, child, night)
  return standsOf([...given, { at: toldAt, kind: 'NightReported', told }])
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
  const calendar = calendarFor(scene, entry.child)
  const nights = scene.facts.recent.nights.filter(one => one.childId === entry.child.id)
  return {
    child: entry.child,
    night: entry.night,
    today: spokenToday(scene.moment.sentAt, scene.zone),
    lang: scene.who.lang,
    calendar,
    before: before ? factsOf(before) : null,
    after: change.stands,
    blockMin: blockMinutes(entry.night, change.stands.writtenMin ?? 0, nights, calendar),
    beforeByOther: before !== undefined && before.by !== scene.who.guardianId,
    guessed: entry.guessed,
  }
}

const calendarFor = ({ facts }: Scene, child: FamilyChild): CivilCalendar => calendarOf(facts.family, child)

/** C2 after the first report, C5 after the second night; each asked once. */
const asksConsent = ({ children, facts }: Scene, changes: NightChange[]): Pick<NightStep, 'handOver'> => {
  if (changes.length === 0) return {}
  const never = (kind: 'C2' | 'C5') =>
    children.filter(child => child.consents[kind] === undefined).map(child => child.id)
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
  const change = answerNight(
    { childId: child.id, classId: child.classId, night, told: {}, kind: 'NightRetracted' },
    contextOf(scene, child, night),
  )
  if (change === 'too_old') return say(null, { say: words.tooOld })
  return { state: null, replies: [{ say: words.removed(child.label) }], changes: [change] }
}
