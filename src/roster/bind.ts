import * as z from 'zod'
import { type Dialog, defineDialog, type Event, type Facts, type Moment, type Step, type Who } from '../chat/dialog.ts'
import type { Reply } from '../chat/reply.ts'
import { type Asking, ask, declined, QUESTIONS, type Question, questionAfter } from './bind-asks.ts'
import { type Bound, bound } from './bound.ts'
import { RELATIONS } from './change.ts'
import { householdWords } from './household/words.ts'
import { readCode } from './invitation.ts'
import type { Invited, Threshold } from './invited.ts'
import { saidRelation, saidYesNo } from './said.ts'
import { rosterWords } from './words.ts'

const stateShape = z.object({
  at: z.enum(QUESTIONS),
  invitation: z.string(),
  relation: z.enum(RELATIONS).optional(),
})

type State = z.infer<typeof stateShape>
type BindStep = Step<State>

export interface BindDeps {
  /** Reads what a code or its stored HMAC opens. */
  read: (asked: { code: string } | { invitation: string }, who: Who, moment: Moment) => Facts<Threshold>
  /** The whole text of C1. */
  privacyUrl: string
  /** The county date of a moment. */
  today: (moment: Moment) => string
}

/**
 * 绑定: from a code to a bound guardian in three replies: which child, who you are, C1 (on Telegram C6, in junior school
 * the child's own will before it); a helper says whether they will help instead. Nothing is kept before the last yes.
 */
export const bindDialog = (deps: BindDeps): Dialog =>
  defineDialog<State, Threshold>({
    name: 'bind',
    state: stateShape,
    claims: event => event.kind === 'start' || (event.kind === 'text' && readCode(event.text) !== undefined),
    facts: (who, event, moment) => deps.read({ code: codeIn(event) }, who, moment),
    resume: (state, who, moment, event) =>
      deps.read(codeIn(event) === '' ? { invitation: state.invitation } : { code: codeIn(event) }, who, moment),
    step: (state, threshold, event, who, moment) => {
      const { invited } = threshold
      if (state === null || codeIn(event) !== '') return begin(threshold, event, who, deps)
      if (!invited || invited.trouble) return refused(invited, who)
      const asking: Asking = { invited, threshold, lang: who.lang, privacyUrl: deps.privacyUrl }
      return onAnswer(state, asking, event, who, { moment, today: deps.today(moment) })
    },
  })

const codeIn = (event: Event): string => {
  if (event.kind === 'start') return readCode(event.code) ?? event.code
  return event.kind === 'text' ? (readCode(event.text) ?? '') : ''
}

const say = (state: State | null, ...replies: Reply[]): BindStep => ({ state, replies, changes: [] })

const begin = (threshold: Threshold, event: Event, who: Who, { privacyUrl }: BindDeps): BindStep => {
  const words = rosterWords[who.lang]
  if (who.channel === 'telegram' && !threshold.telegramOn) return say(null, { say: words.telegramOff })
  if (codeIn(event) === '') return say(null, { say: who.guardianId ? words.hello : words.notBound })
  const { invited } = threshold
  if (!invited || invited.trouble) return refused(invited, who)
  const first = ask('child', { invited, threshold, lang: who.lang, privacyUrl })
  return say({ at: 'child', invitation: invited.invitation }, first)
}

const refused = (invited: Invited | null, who: Who): BindStep => {
  const words = rosterWords[who.lang]
  const household = householdWords[who.lang]
  if (!invited?.trouble) return say(null, { say: words.unknownCode })
  if (invited.trouble === 'locked')
    return say(null, { say: words.lockedYours(invited), choices: [{ id: 'undo:all', label: words.unlock }] })
  const said = {
    already: words.alreadyYours(invited),
    used: invited.as === 'helper' ? household.usedCard : words.usedCode,
    expired: words.expiredCode,
    full: household.fullCard(invited.label),
    closed: household.closedCard,
    abroad: household.notAbroad,
  }
  return say(null, { say: said[invited.trouble] })
}

interface Now {
  moment: Moment
  today: string
}

const onAnswer = (state: State, asking: Asking, event: Event, who: Who, now: Now): BindStep => {
  const { invited } = asking
  if (state.at === 'relation') {
    const relation = saidRelation(event)
    if (!relation) return again(state, asking, rosterWords[who.lang].sayRelation)
    return onward({ ...state, relation }, asking, who, now)
  }
  const yes = saidYesNo(event, state.at)
  if (yes === undefined) return again(state, asking, rosterWords[who.lang].sayYesNo)
  if (!yes) return say(null, { say: declined(state.at, who.lang) })
  return onward({ ...state, invitation: invited.invitation }, asking, who, now)
}

/** The same question once more, with a hint how it can be answered. */
const again = (state: State, asking: Asking, hint: string): BindStep => {
  const question = ask(state.at, asking)
  return say(state, { ...question, say: `${question.say}\n${hint}` })
}

const onward = (state: State, asking: Asking, who: Who, now: Now): BindStep => {
  const next: Question | null = questionAfter(state.at, asking.invited, who)
  if (next) return say({ ...state, at: next }, ask(next, asking))
  return bind({ invited: asking.invited, relation: state.relation ?? 'other', ...now }, who)
}

const bind = (one: Bound, who: Who): BindStep => {
  const personId = who.guardianId ?? one.moment.newId()
  const { changes, guards } = bound(one, personId, who)
  const { label, as } = one.invited
  const closing = as === 'helper' ? householdWords[who.lang].nowHelper(label) : rosterWords[who.lang].bound(label)
  return { state: null, replies: [{ say: closing }], changes, guards, become: { guardianId: personId } }
}
