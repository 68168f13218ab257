import * as z from 'zod'
import { addDays, bedOffset, type CivilCalendar, nightFor } from '../calendar/index.ts'
import { type Dialog, defineDialog, type Event, type Facts, type Moment, type Step, type Who } from '../chat/dialog.ts'
import type { Choice, Reply } from '../chat/reply.ts'
import { levelOf, regionOf, ruleIn, why } from '../policy/index.ts'
import type { Family, FamilyChild } from '../roster/family.ts'
import { calendarOf } from './calendar.ts'
import type { NightChange, NightFacts } from './change.ts'
import { correctionReply, reportReply, spokenClock, stageOfChild, type Told } from './compose.ts'
import { type Part, partsOf } from './family.ts'
import {
  answerNight,
  bedNow,
  belongsToLastNight,
  blockMinutes,
  factsOf,
  instant,
  isAhead,
  MOST_MINUTES,
  spokenToday,
  tonight,
} from './rules.ts'
import type { RecentNights, StoredNight } from './store.ts'
import { bedTaps, isTap, minuteTaps, moreTaps, readTap, type Tap, tagOf, tapId } from './taps.ts'
import { type ReportReading, understandReport } from './understand.ts'
import { nightlyWords } from './words.ts'

/** What the next words refer to: the child and night that were just spoken of. */
const stateShape = z.object({ at: z.enum(['minutes', 'bed', 'fix', 'whose']), child: z.string(), night: z.string() })

type State = z.infer<typeof stateShape>
type NightStep = Step<State>

export interface NightlyFacts {
  family: Family
  recent: RecentNights
}

/** Words that say nothing of the evening and need no more than a kind word back. */
const THANKS = /^(谢谢|谢了|多谢|感谢|唔该|辛苦了|thanks|thank you)/i

/** Everything a step needs at hand. */
interface Scene {
  facts: NightlyFacts
  who: Who
  moment: Moment
  children: FamilyChild[]
  zone: string
  tonight: string
  state: State | null
}

/** 每晚一句话: minutes and light-out, by one line or two taps, in the family's own words. */
export const nightlyDialog = (
  read: (who: Who, moment: Moment) => Facts<NightlyFacts>,
  notBound: (who: Who) => { hello: string; notKept: string },
): Dialog =>
  defineDialog<State, NightlyFacts>({
    name: 'nightly',
    state: stateShape,
    commands: ['report'],
    keeps: isTap,
    claims: event => event.kind === 'text' && isReport(event.text),
    facts: (who, _event, moment) => read(who, moment),
    step: (state, facts, event, who, moment) => {
      const { children } = facts.family
      if (!who.guardianId || children.length === 0) return unbound(event, notBound(who))
      const kept = children.filter(child => child.consents.C1 === 'given')
      if (kept.length === 0) return say(null, { say: nightlyWords[who.lang].stoppedRecords })
      const zone = children[0]?.zone ?? 'Asia/Shanghai'
      return respond({ facts, who, moment, children: kept, zone, tonight: tonight(moment.sentAt, zone), state }, event)
    },
  })

const isReport = (text: string): boolean => {
  const { kind, lightOutNow } = understandReport(text)
  return kind === 'report' || kind === 'correction' || lightOutNow
}

const unbound = (event: Event, { hello, notKept }: { hello: string; notKept: string }): NightStep => {
  const told = event.kind === 'text' && isReport(event.text)
  return say(null, { say: told ? `${hello}\n${notKept}` : hello })
}

const say = (state: State | null, ...replies: Reply[]): NightStep => ({ state, replies, changes: [] })

const respond = (scene: Scene, event: Event): NightStep => {
  if (event.kind === 'choice') return onTap(scene, event.id)
  if (event.kind === 'text') return onText(scene, event.text)
  return card(scene)
}

/** The evening card, for the one child or for the one that is picked. */
const card = (scene: Scene): NightStep => {
  const words = nightlyWords[scene.who.lang]
  const [only] = scene.children
  if (scene.children.length === 1 && only) return cardFor(scene, only, scene.tonight)
  return say(null, { say: words.cardChild, choices: childTaps(scene, 'card') })
}

const childTaps = ({ children, tonight: night }: Scene, verb: string): Choice[] =>
  children.map(child => ({ id: tapId(verb, '', night, child.id), label: child.label }))

const cardFor = ({ who }: Scene, child: FamilyChild, night: string): NightStep =>
  say(
    { at: 'minutes', child: child.id, night },
    {
      say: nightlyWords[who.lang].card(child.label),
      choices: minuteTaps(stageOfChild(child), night, child.id, who.lang),
    },
  )

const onText = (scene: Scene, text: string): NightStep => {
  const words = nightlyWords[scene.who.lang]
  const reading = understandReport(text)
  if (reading.outOfRange?.minutes) return say(scene.state, { say: words.tooMany(reading.outOfRange.minutes) })
  if (reading.outOfRange?.bedtime) return say(scene.state, { say: words.oddBed(reading.outOfRange.bedtime) })
  if (reading.retraction) return retract(scene)
  if (reading.lightOutNow && reading.bedtime === null) return asleepNow(scene, reading)
  if (reading.kind === 'ambiguous') return askBack(scene, reading)
  if (reading.kind === 'not_report') return otherTalk(scene, text, reading)
  return store(scene, reading, text)
}

const otherTalk = (scene: Scene, text: string, reading: ReportReading): NightStep => {
  const words = nightlyWords[scene.who.lang]
  if (reading.planned) return say(scene.state, { say: words.planned })
  if (THANKS.test(text.trim())) return say(null, { say: words.thanks })
  return { state: scene.state, replies: [], changes: [], pass: true }
}

/** The child that was just spoken of, or named in the text, or the only one. */
const inView = ({ state, children }: Scene, text = ''): FamilyChild | undefined =>
  children.find(child => text.includes(child.label)) ??
  (state ? children.find(child => child.id === state.child) : undefined) ??
  (children.length === 1 ? children[0] : undefined)

const asleepNow = (scene: Scene, reading: ReportReading): NightStep => {
  const offset = bedNow(scene.moment.sentAt, scene.zone)
  const words = nightlyWords[scene.who.lang]
  if (offset === undefined) return say(scene.state, { say: words.askWhenAsleep })
  const child = inView(scene)
  if (!child)
    return say(null, {
      say: words.whichChild,
      choices: scene.children.map(one => ({ id: tapId('bed', 'now', scene.tonight, one.id), label: one.label })),
    })
  const told: NightFacts = {
    ...(reading.minutes === null ? {} : { writtenMin: reading.minutes }),
    ...(reading.unfinished === null ? {} : { finished: !reading.unfinished }),
    bedOffset: offset,
  }
  return write(scene, [{ child, night: scene.tonight, told, guessed: false }], false)
}

const askBack = (scene: Scene, reading: ReportReading): NightStep => {
  const words = nightlyWords[scene.who.lang]
  const child = inView(scene)
  if (!child) return say(null, { say: words.whichChild, choices: childTaps(scene, 'card') })
  const night = scene.state?.night ?? nightIn(scene, reading.nightsAgo, reading.nightWord)
  const number = reading.bareNumber
  if (number !== null && Number.isInteger(number) && number >= 1 && number <= MOST_MINUTES)
    return oneNumber(scene, child, night, number)
  if (reading.unfinished !== null) {
    const ask = { say: words.askMinutes, choices: minuteTaps(stageOfChild(child), night, child.id, scene.who.lang) }
    return say({ at: 'minutes', child: child.id, night }, ask)
  }
  return say(
    { at: 'minutes', child: child.id, night },
    { say: words.vague, choices: minuteTaps(stageOfChild(child), night, child.id, scene.who.lang) },
  )
}

/** A number alone answers the question that was open; without one it is asked about. */
const oneNumber = (scene: Scene, child: FamilyChild, night: string, number: number): NightStep => {
  const words = nightlyWords[scene.who.lang]
  if (scene.state?.at === 'bed' && number >= 6 && number <= 12) {
    const offset = number === 12 ? 360 : (number - 6) * 60
    return write(scene, [{ child, night, told: { bedOffset: offset }, guessed: false }], false)
  }
  if (scene.state?.at === 'minutes' || scene.state?.at === 'fix') {
    return write(scene, [{ child, night, told: { writtenMin: number }, guessed: false }], false)
  }
  const choices = [
    { id: tapId('min', number, night, child.id), label: words.yesMinutes(number) },
    { id: tapId('night', 'no', night, child.id), label: words.notMinutes },
  ]
  return say({ at: 'fix', child: child.id, night }, { say: words.isMinutes(number), choices })
}

/** The night that a message names; by DESIGN §7 the clock decides when it names none. */
const nightIn = (scene: Scene, nightsAgo: number | null, word: ReportReading['nightWord'], beside = false): string =>
  nightFor(instant(scene.moment.sentAt), scene.zone, word === 'tonight' ? 0 : nightsAgo, beside)

interface Entry {
  child: FamilyChild
  night: string
  told: NightFacts
  guessed: boolean
}

const store = (scene: Scene, reading: ReportReading, text: string): NightStep => {
  const words = nightlyWords[scene.who.lang]
  const parts = partsOf(reading, scene.children, inView(scene, text))
  if (parts === 'whose') {
    const one = reading.children && scene.children.length > 0
    return say(null, {
      say: one ? words.whose(scene.children.length) : words.whichChild,
      choices: childTaps(scene, 'card'),
    })
  }
  const correction = reading.kind === 'correction'
  return write(
    scene,
    parts.map(part => entryOf(scene, part, reading, correction)),
    correction,
  )
}

const entryOf = (scene: Scene, part: Part, reading: ReportReading, correction: boolean): Entry => {
  const beside = reading.nights?.some(one => one.nightsAgo === 0) || reading.movedMinutes !== undefined
  const named = reading.nightWord !== null || reading.nights !== undefined || reading.movedMinutes !== undefined
  const night = named
    ? nightIn(scene, part.nightsAgo, reading.nights ? null : nightWordOf(part, reading), beside)
    : nightMeant(scene, part, correction)
  if (part.bedtime === null) return { child: part.child, night, told: part.told, guessed: false }
  const offset = bedOffset(part.bedtime)
  const guessed = belongsToLastNight(night, offset, scene.moment.sentAt, scene.zone)
  const settled = guessed ? addDays(night, -1) : night
  const saidAhead = isAhead(settled, offset, scene.moment.sentAt, scene.zone)
  return { child: part.child, night: settled, told: { ...part.told, bedOffset: offset, saidAhead }, guessed }
}

const nightWordOf = (part: Part, reading: ReportReading): ReportReading['nightWord'] =>
  part.nightsAgo === 0 ? 'tonight' : reading.movedMinutes ? null : reading.nightWord

/** Without a word for the day: what was just spoken of, for a correction the night last answered for, else by the clock. */
const nightMeant = (scene: Scene, part: Part, correction: boolean): string => {
  const { state, facts, moment } = scene
  if (state && state.child === part.child.id) return state.night
  const { last } = facts.recent
  const fresh = last && last.childId === part.child.id && moment.now - last.at < 12 * 3600_000
  if (correction && fresh) return last.night
  return nightFor(instant(moment.sentAt), scene.zone, null)
}

const storedOf = ({ facts }: Scene, child: FamilyChild, night: string): StoredNight | undefined =>
  facts.recent.nights.find(one => one.childId === child.id && one.night === night)

/** Turns entries into changes and one reply each; refuses nights that are too old. */
const write = (scene: Scene, entries: Entry[], correction: boolean): NightStep => {
  const { who, moment, zone } = scene
  const words = nightlyWords[who.lang]
  const changes: NightChange[] = []
  const replies: Reply[] = []
  let open: State | null = null
  for (const entry of entries) {
    const before = storedOf(scene, entry.child, entry.night)
    const hadValue = before !== undefined && (before.writtenMin !== null || before.bedOffset !== null)
    const overwrites = hadValue && overwritten(before, entry.told)
    const change = answerNight(
      {
        childId: entry.child.id,
        classId: entry.child.classId,
        night: entry.night,
        told: entry.told,
        kind: (correction && hadValue) || overwrites ? 'NightCorrected' : 'NightReported',
      },
      { guardianId: who.guardianId ?? '', now: moment.now, zone, newId: moment.newId, before },
    )
    if (change === 'too_old') return say(null, { say: words.tooOld })
    changes.push(change)
    const told = toldOf(scene, entry, before, change)
    const asks = entries.length > 1 || overwrites || correction ? null : stillOpen(change.stands, before)
    replies.push(overwrites ? correctionReply(told) : reportReply(told, asks))
    if (asks) open = { at: asks, child: entry.child.id, night: entry.night }
  }
  return { state: open, replies, changes, ...(open ? {} : asksConsent(scene, changes)) }
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

const retract = (scene: Scene, at?: { child: FamilyChild; night: string }): NightStep => {
  const { who, moment, zone, facts, children } = scene
  const words = nightlyWords[who.lang]
  const last = facts.recent.last
  const child = at?.child ?? inView(scene) ?? children.find(one => one.id === last?.childId)
  const night = at?.night ?? scene.state?.night ?? (last && last.childId === child?.id ? last.night : scene.tonight)
  const before = child && storedOf(scene, child, night)
  if (!child || !before || (before.writtenMin === null && before.bedOffset === null))
    return say(null, { say: words.nothingToRemove })
  const change = answerNight(
    { childId: child.id, classId: child.classId, night, told: {}, kind: 'NightRetracted' },
    { guardianId: who.guardianId ?? '', now: moment.now, zone, newId: moment.newId, before },
  )
  if (change === 'too_old') return say(null, { say: words.tooOld })
  return { state: null, replies: [{ say: words.removed(child.label) }], changes: [change] }
}

const onTap = (scene: Scene, id: string): NightStep => {
  const tap = readTap(id, scene.tonight)
  const child = tap && scene.children.find(one => tagOf(one.id) === tap.tag)
  if (!tap || !child) return { state: null, replies: [], changes: [], pass: true }
  return tapped(scene, tap, child)
}

const tapped = (scene: Scene, { verb, argument, night }: Tap, child: FamilyChild): NightStep => {
  const { who } = scene
  const words = nightlyWords[who.lang]
  const here = { child: child.id, night }
  const one = (told: NightFacts) => write(scene, [{ child, night, told, guessed: false }], false)
  switch (verb) {
    case 'card':
      return cardFor(scene, child, night)
    case 'min':
      return one({ writtenMin: Math.min(Number(argument) || 0, MOST_MINUTES) })
    case 'school':
      return one({ writtenMin: 0, doneAtSchool: 'all', finished: true })
    case 'none':
      return one({ writtenMin: 0, doneAtSchool: 'none_set' })
    case 'more':
      return say(
        { at: 'minutes', ...here },
        { say: words.howMuchMore, choices: moreTaps(Number(argument) || 60, night, child.id, who.lang) },
      )
    case 'skip':
      return say(null, { say: words.skipped })
    case 'bed':
      return tappedBed(scene, argument, night, child)
    case 'fix':
      return say({ at: 'fix', ...here }, { say: words.fix, choices: fixTaps(scene, child, night) })
    case 'drop':
      return retract(scene, { child, night })
    case 'set':
      return {
        ...one(argument === 'teacher' ? { setByTeacher: true } : { setByTeacher: false, writtenMin: 0 }),
        state: null,
        replies: [{ say: argument === 'teacher' ? words.byTeacher : words.byChild }],
      }
    case 'why':
      return say(scene.state, { say: reasons(argument, child, who) })
    case 'often':
      return say(scene.state, { say: words.often })
    case 'note':
      return noteFor(scene, child, night)
    case 'move':
      return moveToTonight(scene, child, night)
    default:
      return say(null, { say: words.sayAgain })
  }
}

const tappedBed = (scene: Scene, argument: string, night: string, child: FamilyChild): NightStep => {
  const words = nightlyWords[scene.who.lang]
  if (argument === 'later') return say(null, { say: words.notNow })
  const offset = argument === 'now' ? bedNow(scene.moment.sentAt, scene.zone) : Number(argument)
  if (offset === undefined || !Number.isInteger(offset))
    return say({ at: 'bed', child: child.id, night }, { say: words.askWhenAsleep })
  const saidAhead = isAhead(night, offset, scene.moment.sentAt, scene.zone)
  return write(scene, [{ child, night, told: { bedOffset: offset, saidAhead }, guessed: false }], false)
}

const fixTaps = ({ who }: Scene, child: FamilyChild, night: string): Choice[] => {
  const stage = stageOfChild(child)
  const minutes = minuteTaps(stage, night, child.id, who.lang).filter(choice => choice.id.startsWith('min:'))
  const beds = bedTaps(stage, night, child.id, who.lang, offset => spokenClock(offset, who.lang)).filter(choice =>
    /^bed:\d/.test(choice.id),
  )
  return [...minutes, ...beds, { id: tapId('drop', '', night, child.id), label: nightlyWords[who.lang].button.drop }]
}

/** 规定哪来的: every rule of the answer with its clause. */
const reasons = (argument: string, child: FamilyChild, who: Who): string =>
  [...argument.matchAll(/([A-Z]{2})(\d{2})/g)]
    .map(
      ([, kind, number]) =>
        why(`${kind}-${number}`, regionOf(child.region), who.lang, levelOf(stageOfChild(child)))?.text ?? '',
    )
    .filter(Boolean)
    .join('\n\n')

const noteFor = (scene: Scene, child: FamilyChild, night: string): NightStep => {
  const words = nightlyWords[scene.who.lang]
  const bed = storedOf(scene, child, night)?.bedOffset
  const quote = ruleIn(regionOf(child.region), 'HW-17')?.clause.quotation ?? '也应按时就寝'
  const clock = typeof bed === 'number' ? spokenClock(bed, scene.who.lang) : ''
  return say(null, { say: words.noteIntro }, { say: words.note(child.label, clock, quote) })
}

/** By day a light-out was taken as last night's; this says that it was meant for tonight. */
const moveToTonight = (scene: Scene, child: FamilyChild, night: string): NightStep => {
  const before = storedOf(scene, child, night)
  if (!before) return say(null, { say: nightlyWords[scene.who.lang].nothingToRemove })
  const told: NightFacts = {
    ...(before.writtenMin === null ? {} : { writtenMin: before.writtenMin }),
    ...(before.bedOffset === null ? {} : { bedOffset: before.bedOffset, saidAhead: true }),
    ...(before.finished === null ? {} : { finished: before.finished }),
  }
  const removed = retract(scene, { child, night })
  const written = write(scene, [{ child, night: addDays(night, 1), told, guessed: false }], false)
  const words = nightlyWords[scene.who.lang]
  return {
    ...written,
    replies: [{ say: words.moved }, ...written.replies],
    changes: [...removed.changes, ...written.changes],
  }
}
