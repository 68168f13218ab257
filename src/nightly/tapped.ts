import { addDays } from '../calendar/index.ts'
import type { Who } from '../chat/dialog.ts'
import type { Choice } from '../chat/reply.ts'
import { spokenClock } from '../chat/spoken.ts'
import { levelOf, regionOf, ruleIn, why } from '../policy/index.ts'
import type { FamilyChild } from '../roster/family.ts'
import type { NightFacts } from './change.ts'
import { stageOfChild } from './compose.ts'
import { isMorningAfter, letPass } from './let-pass.ts'
import { bedNow, isAhead, MOST_MINUTES } from './rules.ts'
import { type NightStep, type Scene, say, storedOf } from './scene.ts'
import { bedTaps, minuteTaps, moreTaps, readTap, type Tap, tagOf, tapId } from './taps.ts'
import { nightlyWords } from './words.ts'
import { retract, write } from './write.ts'

export const onTap = (scene: Scene, id: string): NightStep => {
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
      return pending(scene, child) ?? cardFor(scene, child, night)
    case 'min':
      return one({ writtenMin: Math.min(Number(argument) || 0, MOST_MINUTES) })
    case 'school':
      return one({ writtenMin: 0, doneAtSchool: 'all', finished: true })
    case 'none':
      return one({ writtenMin: 0, doneAtSchool: 'none_set' })
    case 'more':
      return say(
        { at: 'more', ...here },
        { say: words.howMuchMore, choices: moreTaps(Number(argument) || 60, night, child.id, who.lang) },
      )
    case 'skip':
      return letPass(scene, night)
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

/** The child was asked for after something had been told: now it is written. */
const pending = (scene: Scene, child: FamilyChild): NightStep | undefined => {
  const { state } = scene
  if (state?.at !== 'whose' || !state.told) return undefined
  return write(scene, [{ child, night: state.night, told: {}, guessed: false }], false)
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

export const cardFor = (scene: Scene, child: FamilyChild, night: string): NightStep => {
  const { lang } = scene.who
  const morning = isMorningAfter(scene)
  const words = nightlyWords[lang]
  const ask = morning ? words.morningCard(child.label) : words.card(child.label)
  const choices = minuteTaps(stageOfChild(child), night, child.id, lang, morning)
  return say({ at: 'minutes', child: child.id, night }, { say: ask, choices })
}
