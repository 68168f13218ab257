import { addDays, bedOffset, nightFor } from '../calendar/index.ts'
import type { FamilyChild } from '../roster/family.ts'
import type { NightFacts } from './change.ts'
import { stageOfChild } from './compose.ts'
import { type Part, partsOf, withoutNames } from './family.ts'
import { letPass } from './let-pass.ts'
import { namedNight } from './named-night.ts'
import { bedNow, belongsToLastNight, instant, isAhead, MOST_MINUTES } from './rules.ts'
import { childTaps, inView, type NightStep, nightIn, type Scene, type State, say } from './scene.ts'
import { minuteTaps, tapId } from './taps.ts'
import { type ReportReading, understandReport } from './understand.ts'
import { nightlyWords } from './words.ts'
import { type Entry, retract, write } from './write.ts'

/** Words that say nothing of the evening and need no more than a kind word back. */
const THANKS = /^(谢谢|谢了|多谢|感谢|唔该|辛苦了|thanks|thank you)/i

/** 今晚不填, said instead of tapped. */
const SKIPS = /^(?:今天|今晚|今日|昨晚|这次)?(?:就)?(?:不填|不报|不想填)了?[。.!]?$|^skip(?: tonight| this one)?$/i

export const saysSkip = (text: string): boolean => SKIPS.test(text.trim())

/** What was taken out of a text before it was read: names and a dated night. */
interface Heard {
  called: Map<string, FamilyChild>
  night: string | undefined
}

export const onText = (scene: Scene, text: string): NightStep => {
  const words = nightlyWords[scene.who.lang]
  const dated = namedNight(text, scene.tonight)
  const { text: plain, called } = withoutNames(dated?.rest ?? text, scene.children)
  const reading = understandReport(plain)
  if (reading.outOfRange?.minutes) return say(scene.state, { say: words.tooMany(reading.outOfRange.minutes) })
  if (reading.outOfRange?.bedtime) return say(scene.state, { say: words.oddBed(reading.outOfRange.bedtime) })
  if (reading.retraction) return retract(scene)
  if (reading.lightOutNow && reading.bedtime === null) return asleepNow(scene, reading)
  if (reading.kind === 'ambiguous') return askBack(scene, reading)
  if (reading.kind === 'not_report') return otherTalk(scene, text, reading)
  return store(scene, reading, text, { called, night: dated?.night })
}

const otherTalk = (scene: Scene, text: string, reading: ReportReading): NightStep => {
  const words = nightlyWords[scene.who.lang]
  if (reading.planned) return say(scene.state, { say: words.planned })
  if (saysSkip(text)) return letPass(scene, scene.tonight)
  if (THANKS.test(text.trim())) return say(null, { say: words.thanks })
  return { state: scene.state, replies: [], changes: [], pass: true }
}

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
    return say({ at: 'minutes', child: child.id, night, told: { finished: !reading.unfinished } }, ask)
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
  if (scene.state?.at === 'minutes' || scene.state?.at === 'more' || scene.state?.at === 'fix') {
    return write(scene, [{ child, night, told: { writtenMin: number }, guessed: false }], false)
  }
  const choices = [
    { id: tapId('min', number, night, child.id), label: words.yesMinutes(number) },
    { id: tapId('night', 'no', night, child.id), label: words.notMinutes },
  ]
  return say({ at: 'fix', child: child.id, night }, { say: words.isMinutes(number), choices })
}

const store = (scene: Scene, reading: ReportReading, text: string, { called, night }: Heard): NightStep => {
  const parts = partsOf(reading, scene.children, inView(scene, text), called)
  if (parts === 'whose') return askWhose(scene, reading, night)
  const correction = reading.kind === 'correction'
  return write(
    scene,
    parts.map(part => entryOf(scene, part, reading, correction, night)),
    correction,
  )
}

/** Asks for the child and keeps what was told until the tap. Of several children nothing is kept: each is asked for. */
const askWhose = (scene: Scene, reading: ReportReading, night: string | undefined): NightStep => {
  const words = nightlyWords[scene.who.lang]
  const [first] = scene.children
  const parts = reading.children || !first ? 'whose' : partsOf(reading, [first], first)
  const [part] = parts === 'whose' ? [] : parts
  const ask = {
    say: reading.children ? words.whose(scene.children.length) : words.whichChild,
    choices: childTaps(scene, 'card'),
  }
  if (!part || parts.length !== 1) return say(null, ask)
  const entry = entryOf(scene, part, reading, false, night)
  return say({ at: 'whose', child: '', night: entry.night, told: pendingOf(entry.told) }, ask)
}

const pendingOf = (told: NightFacts): State['told'] => ({
  ...(typeof told.writtenMin === 'number' ? { writtenMin: told.writtenMin } : {}),
  ...(typeof told.bedOffset === 'number' ? { bedOffset: told.bedOffset, saidAhead: told.saidAhead ?? false } : {}),
  ...(typeof told.finished === 'boolean' ? { finished: told.finished } : {}),
  ...(typeof told.stoppedForBed === 'boolean' ? { stoppedForBed: told.stoppedForBed } : {}),
  ...(typeof told.doneAtSchool === 'string' ? { doneAtSchool: told.doneAtSchool } : {}),
})

const entryOf = (
  scene: Scene,
  part: Part,
  reading: ReportReading,
  correction: boolean,
  dated: string | undefined,
): Entry => {
  const beside = reading.nights?.some(one => one.nightsAgo === 0) || reading.movedMinutes !== undefined
  const named = reading.nightWord !== null || reading.nights !== undefined || reading.movedMinutes !== undefined
  const bySpeech = named
    ? nightIn(scene, part.nightsAgo, reading.nights ? null : nightWordOf(part, reading), beside)
    : nightMeant(scene, part, correction)
  const night = dated ?? bySpeech
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
