import * as z from 'zod'
import { type Dialog, defineDialog, type Event, type Facts, type Moment, type Step, type Who } from '../chat/dialog.ts'
import { CONSENT_VERSION, type ConsentKind, type RosterChange } from './change.ts'
import type { Family } from './family.ts'
import { askReminder } from './reminder/dialog.ts'
import { saidYesNo } from './said.ts'
import { rosterWords } from './words.ts'

/** The consents that are asked in passing, once each, when they come to mean something. */
const ASKED = ['C2', 'C4', 'C5'] as const

const stateShape = z.object({ at: z.literal('asked'), kind: z.enum(ASKED), children: z.array(z.string()) })
type State = z.infer<typeof stateShape>

/** The receipts of one answer (or of the question itself), one for each child. */
export const consentChanges = (
  type: 'ConsentAsked' | 'ConsentGiven' | 'ConsentRefused',
  kind: ConsentKind,
  children: string[],
  guardianId: string,
  moment: Moment,
): RosterChange[] =>
  children.map(subject => ({
    feature: 'roster',
    type,
    id: moment.newId(),
    subject,
    guardianId,
    kind,
    version: CONSENT_VERSION,
  }))

/**
 * Asks C2, C4 or C5 once, after another dialog has answered. Silence is no; /me changes it any time. A button tapped
 * after the conversation has moved on still works, for every child of the family.
 */
export const consentDialog = (family: (who: Who, moment: Moment) => Facts<Family>): Dialog =>
  defineDialog<State, Family>({
    name: 'consent',
    passing: true,
    state: stateShape,
    keeps: id => /^c[245]:(yes|no)$/.test(id),
    facts: (who, event, moment) => (event.kind === 'seed' ? noFamily : family(who, moment)),
    step: (state, facts, event, who, moment) => {
      if (event.kind === 'seed') return ask(event, who, moment)
      const late = state
        ? undefined
        : ASKED.find(kind => event.kind === 'choice' && event.id.startsWith(kind.toLowerCase()))
      const asked: State | null = late
        ? { at: 'asked', kind: late, children: facts.children.map(child => child.id) }
        : state
      return asked ? onAnswer(asked, event, who, moment) : { state: null, replies: [], changes: [], pass: true }
    },
  })

const noFamily: Facts<Family> = { statements: [], read: () => ({ children: [], terms: [], overrides: [] }) }

const ask = (event: Extract<Event, { kind: 'seed' }>, who: Who, moment: Moment): Step<State> => {
  const kind = ASKED.find(one => one === event.seed.ask)
  if (!kind || !who.guardianId) return { state: null, replies: [], changes: [] }
  const words = rosterWords[who.lang]
  const id = kind.toLowerCase()
  const text = { C2: words.c2, C4: words.c4, C5: words.c5 }[kind]
  const [yes, no] = { C2: [words.c2Yes, words.c2No], C4: [words.c4Yes, words.c4No], C5: [words.c5Yes, words.c5No] }[
    kind
  ]
  return {
    state: { at: 'asked', kind, children: event.seed.children },
    replies: [
      {
        say: text,
        choices: [
          { id: `${id}:yes`, label: yes ?? '' },
          { id: `${id}:no`, label: no ?? '' },
        ],
      },
    ],
    changes: consentChanges('ConsentAsked', kind, event.seed.children, who.guardianId, moment),
  }
}

const onAnswer = (state: State, event: Event, who: Who, moment: Moment): Step<State> => {
  const yes = saidYesNo(event, state.kind.toLowerCase())
  if (yes === undefined || !who.guardianId) return { state: null, replies: [], changes: [], pass: true }
  const { done } = rosterWords[who.lang]
  const type = yes ? 'ConsentGiven' : 'ConsentRefused'
  const changes = consentChanges(type, state.kind, state.children, who.guardianId, moment)
  if (yes && state.kind === 'C5') return { state: null, replies: [], changes, handOver: askReminder('on') }
  return { state: null, replies: [{ say: yes ? done.given[state.kind] : done.refused[state.kind] }], changes }
}
