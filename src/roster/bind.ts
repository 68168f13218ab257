import * as z from 'zod'
import { type Dialog, defineDialog, type Event, type Facts, type Moment, type Step, type Who } from '../chat/dialog.ts'
import type { Reply } from '../chat/reply.ts'
import { CONSENT_VERSION, RELATIONS, type Relation, type RosterChange } from './change.ts'
import { readCode } from './invitation.ts'
import type { Invited, Threshold } from './invited.ts'
import { saidRelation, saidYesNo } from './said.ts'
import { rosterWords } from './words.ts'

const relation = z.enum(RELATIONS)
const invitation = z.string()

const stateShape = z.discriminatedUnion('at', [
  z.object({ at: z.literal('child'), invitation }),
  z.object({ at: z.literal('relation'), invitation }),
  z.object({ at: z.literal('c6'), invitation, relation }),
  z.object({ at: z.literal('c1'), invitation, relation }),
])

type State = z.infer<typeof stateShape>
type BindStep = Step<State>

export interface BindDeps {
  /** Reads what a code or its stored HMAC opens. */
  read: (asked: { code: string } | { invitation: string }, who: Who, moment: Moment) => Facts<Threshold>
  /** The whole text of C1. */
  privacyUrl: string
}

/**
 * 绑定: from a code to a bound guardian in three replies: which child, who you are, C1 (on Telegram C6 before it).
 * Nothing is kept before C1 is given.
 */
export const bindDialog = (deps: BindDeps): Dialog =>
  defineDialog<State, Threshold>({
    name: 'bind',
    state: stateShape,
    claims: event => event.kind === 'start' || (event.kind === 'text' && readCode(event.text) !== undefined),
    facts: (who, event, moment) => deps.read({ code: codeIn(event) }, who, moment),
    resume: (state, who, moment, event) =>
      deps.read(codeIn(event) === '' ? { invitation: state.invitation } : { code: codeIn(event) }, who, moment),
    step: (state, facts, event, who, moment) => {
      const { invited } = facts
      if (state === null || codeIn(event) !== '') return begin(facts, event, who)
      if (!invited || invited.trouble) return refused(invited, who)
      switch (state.at) {
        case 'child':
          return onChild(invited, event, who)
        case 'relation':
          return onRelation(state, invited, facts, event, who, deps)
        case 'c6':
          return onC6(state, facts, event, who, deps)
        case 'c1':
          return onC1(state, invited, facts, event, who, moment, deps)
      }
    },
  })

const codeIn = (event: Event): string => {
  if (event.kind === 'start') return readCode(event.code) ?? event.code
  return event.kind === 'text' ? (readCode(event.text) ?? '') : ''
}

const say = (state: State | null, ...replies: Reply[]): BindStep => ({ state, replies, changes: [] })

const begin = (facts: Threshold, event: Event, who: Who): BindStep => {
  const words = rosterWords[who.lang]
  if (who.channel === 'telegram' && !facts.telegramOn) return say(null, { say: words.telegramOff })
  if (codeIn(event) === '') return say(null, { say: who.guardianId ? words.hello : words.notBound })
  const { invited } = facts
  if (!invited || invited.trouble) return refused(invited, who)
  return say({ at: 'child', invitation: invited.invitation }, askChild(invited, who))
}

const refused = (invited: Invited | null, who: Who): BindStep => {
  const words = rosterWords[who.lang]
  if (!invited) return say(null, { say: words.unknownCode })
  if (invited.trouble === 'locked')
    return say(null, { say: words.lockedYours(invited), choices: [{ id: 'undo:all', label: words.unlock }] })
  if (invited.trouble === 'already') return say(null, { say: words.alreadyYours(invited) })
  return say(null, { say: invited.trouble === 'expired' ? words.expiredCode : words.usedCode })
}

const askChild = (invited: Invited, who: Who): Reply => {
  const words = rosterWords[who.lang]
  return {
    say: words.whichChild(invited),
    choices: [
      { id: 'child:yes', label: words.yesChild },
      { id: 'child:no', label: words.noChild },
    ],
  }
}

const onChild = (invited: Invited, event: Event, who: Who): BindStep => {
  const words = rosterWords[who.lang]
  const yes = saidYesNo(event, 'child')
  if (yes === undefined)
    return say({ at: 'child', invitation: invited.invitation }, again(askChild(invited, who), words.sayYesNo))
  if (!yes) return say(null, { say: words.wrongChild })
  return say({ at: 'relation', invitation: invited.invitation }, askRelation(invited, who))
}

const again = (reply: Reply, hint: string): Reply => ({ ...reply, say: `${reply.say}\n${hint}` })

const askRelation = (invited: Invited, who: Who): Reply => {
  const words = rosterWords[who.lang]
  return {
    say: words.whoAreYou(invited.label),
    choices: RELATIONS.map(one => ({ id: `relation:${one}`, label: words.relation[one] })),
  }
}

const onRelation = (
  state: State,
  invited: Invited,
  facts: Threshold,
  event: Event,
  who: Who,
  deps: BindDeps,
): BindStep => {
  const said = saidRelation(event)
  if (!said) return say(state, again(askRelation(invited, who), rosterWords[who.lang].sayRelation))
  const next = { invitation: invited.invitation, relation: said }
  return who.channel === 'telegram'
    ? say({ at: 'c6', ...next }, askC6(facts, who))
    : say({ at: 'c1', ...next }, askC1(facts, who, deps))
}

const askC6 = (facts: Threshold, who: Who): Reply => {
  const words = rosterWords[who.lang]
  return {
    say: words.c6(facts.telegramReceiver),
    choices: [
      { id: 'c6:yes', label: words.c6Yes },
      { id: 'c6:no', label: words.c6No },
    ],
  }
}

const onC6 = (
  state: Extract<State, { at: 'c6' }>,
  facts: Threshold,
  event: Event,
  who: Who,
  deps: BindDeps,
): BindStep => {
  const words = rosterWords[who.lang]
  const yes = saidYesNo(event, 'c6')
  if (yes === undefined) return say(state, again(askC6(facts, who), words.sayYesNo))
  if (!yes) return say(null, { say: words.c6Refused })
  return say({ ...state, at: 'c1' }, askC1(facts, who, deps))
}

const askC1 = (facts: Threshold, who: Who, deps: BindDeps): Reply => {
  const words = rosterWords[who.lang]
  return {
    say: words.c1(facts.operator, deps.privacyUrl),
    choices: [
      { id: 'c1:yes', label: words.c1Yes },
      { id: 'c1:no', label: words.c1No },
    ],
  }
}

const onC1 = (
  state: Extract<State, { at: 'c1' }>,
  invited: Invited,
  facts: Threshold,
  event: Event,
  who: Who,
  moment: Moment,
  deps: BindDeps,
): BindStep => {
  const words = rosterWords[who.lang]
  const yes = saidYesNo(event, 'c1')
  if (yes === undefined) return say(state, again(askC1(facts, who, deps), words.sayYesNo))
  if (!yes) return say(null, { say: words.c1Refused })
  const guardianId = who.guardianId ?? moment.newId()
  return {
    state: null,
    replies: [{ say: words.bound(invited.label) }],
    changes: bound(invited, state.relation, guardianId, who, moment),
    become: { guardianId },
  }
}

/** Everything that one yes to C1 brings about, in one batch: the binding, the receipt, and on Telegram C6's receipt. */
const bound = (invited: Invited, relation: Relation, guardianId: string, who: Who, moment: Moment): RosterChange[] => {
  const base = { feature: 'roster', subject: invited.childId, guardianId } as const
  const given = (kind: 'C1' | 'C6'): RosterChange => ({
    ...base,
    type: 'ConsentGiven',
    id: moment.newId(),
    kind,
    version: CONSENT_VERSION,
  })
  return [
    { ...base, type: 'GuardianBound', relation, invitation: invited.invitation },
    given('C1'),
    ...(who.channel === 'telegram' ? [given('C6')] : []),
  ]
}
