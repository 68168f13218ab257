import { type Dialog, defineDialog, type Event, type Facts, type Moment, type Who } from '../chat/dialog.ts'
import { tonight } from './rules.ts'
import { onText, saysSkip } from './said.ts'
import { childTaps, type NightlyFacts, type NightStep, type Scene, type State, say, stateShape } from './scene.ts'
import { cardFor, onTap } from './tapped.ts'
import { isTap } from './taps.ts'
import { understandReport } from './understand.ts'
import { askedIn, untilNoon } from './until-noon.ts'
import { nightlyWords } from './words.ts'

/** 每晚一句话: minutes and light-out, by one line or two taps, in the family's own words. */
export const nightlyDialog = (
  read: (who: Who, moment: Moment, wants: 'family' | 'nights') => Facts<NightlyFacts>,
  notBound: (who: Who) => { hello: string; notKept: string },
): Dialog =>
  defineDialog<State, NightlyFacts>({
    name: 'nightly',
    state: stateShape,
    commands: ['report'],
    keeps: isTap,
    claims: event => event.kind === 'text' && (isReport(event.text) || saysSkip(event.text)),
    facts: (who, event, moment) => read(who, moment, isAnswer(event) ? 'nights' : 'family'),
    step: (state, facts, event, who, moment) => {
      const { children } = facts.family
      if (!who.guardianId || children.length === 0) return unbound(event, notBound(who))
      const kept = children.filter(child => child.consents.C1 === 'given')
      if (kept.length === 0) return say(null, { say: nightlyWords[who.lang].stoppedRecords })
      const zone = children[0]?.zone ?? 'Asia/Shanghai'
      const night = tonight(moment.sentAt, zone)
      const scene = { facts, who, moment, children: kept, zone, tonight: night, state: untilNoon(state, night) }
      return askedIn(night, respond(scene, event))
    },
  })

/** Words and taps may be an answer; anything else asks for the card, which needs no night. */
const isAnswer = ({ kind }: Event): boolean => kind === 'text' || kind === 'choice'

const isReport = (text: string): boolean => {
  const { kind, lightOutNow } = understandReport(text)
  return kind === 'report' || kind === 'correction' || lightOutNow
}

const unbound = (event: Event, { hello, notKept }: { hello: string; notKept: string }): NightStep => {
  const told = event.kind === 'text' && isReport(event.text)
  return say(null, { say: told ? `${hello}\n${notKept}` : hello })
}

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
