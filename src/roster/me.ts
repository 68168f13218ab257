import { type Dialog, defineDialog, type Event, type Facts, type Moment, type Who } from '../chat/dialog.ts'
import { consentChanges } from './consent.ts'
import { askEnd, askQuit, onEnd, onQuit, showHelpers } from './household/end-help.ts'
import { forced, saysForced } from './household/forced.ts'
import { askWhom, type FreshCode, invite } from './household/invite.ts'
import {
  type MeStep,
  type MyPage,
  ownChildren,
  pass,
  type State,
  say,
  stateShape,
  type Visit,
} from './household/page.ts'
import { resting, restsHere } from './household/resting.ts'
import { askWithdraw, home, onWithdraw, turn } from './me-home.ts'
import { askReminder } from './reminder/dialog.ts'
import { reminderTap } from './reminder/page.ts'
import { rosterWords } from './words.ts'

export interface MeDeps {
  read: (who: Who, moment: Moment) => Facts<MyPage>
  /** A fresh code and the HMAC under which it is stored. */
  newCode: (moment: Moment) => FreshCode
  privacyUrl: string
  /** The county date of a moment. */
  today: (moment: Moment) => string
}

/** 我的: the children, the choices made, who helps, an invitation for the family, the last two weeks. */
export const meDialog = (deps: MeDeps): Dialog =>
  defineDialog<State, MyPage>({
    name: 'me',
    state: stateShape,
    commands: ['me'],
    claims: saysForced,
    keeps: id => /^(me|invite):/.test(id) || reminderTap(id) !== undefined,
    facts: (who, _event, moment) => deps.read(who, moment),
    step: (state, page, event, who, moment) => {
      if (!who.guardianId || page.family.children.length === 0)
        return say(null, { say: rosterWords[who.lang].notBound })
      const visit: Visit = { page, who, moment, today: deps.today(moment) }
      if (restsHere(visit)) return resting(visit, event)
      return answered(state, visit, event) ?? asked(visit, event, deps)
    },
  })

/** The answer to a question that is open. */
const answered = (state: State | null, visit: Visit, event: Event): MeStep | undefined => {
  const isAnswer = event.kind === 'text' || (event.kind === 'choice' && /^(withdraw|quit|end):/.test(event.id))
  if (!isAnswer) return undefined
  if (state?.at === 'withdraw') return onWithdraw(visit, event)
  if (state?.at === 'quit') return onQuit(visit, event)
  if (state?.at === 'end') return onEnd(visit, state.helper ?? '', event)
  return undefined
}

const asked = (visit: Visit, event: Event, deps: MeDeps): MeStep => {
  if (event.kind === 'command') return home(visit, deps.privacyUrl)
  if (saysForced(event)) return forced(visit)
  if (event.kind !== 'choice') return pass
  return onChoice(visit, event.id, deps)
}

const onChoice = (visit: Visit, id: string, deps: MeDeps): MeStep => {
  if (id === 'me:forced') return forced(visit)
  if (id === 'me:nights') return { state: null, replies: [], changes: [], handOver: TREND }
  if (id === 'me:quit') return askQuit(visit)
  if (ownChildren(visit).length === 0) return pass
  const ask = reminderTap(id)
  if (ask) return { state: null, replies: [], changes: [], handOver: askReminder(ask) }
  if (id.startsWith('me:end:')) return askEnd(visit, id.slice('me:end:'.length))
  return turn(visit, id) ?? guardianChoice(visit, id, deps)
}

/** The picture and text of two weeks are another dialog's. */
const TREND = { dialog: 'trend', ask: '', children: [] }

const guardianChoice = (visit: Visit, id: string, deps: MeDeps): MeStep => {
  const { who, moment } = visit
  const newCode = () => deps.newCode(moment)
  switch (id) {
    case 'me:invite':
      return askWhom(visit)
    case 'invite:guardian':
      return invite(visit, 'guardian', newCode)
    case 'invite:helper':
      return invite(visit, 'helper', newCode)
    case 'me:helpers':
      return showHelpers(visit)
    case 'me:withdraw':
      return askWithdraw(visit)
    case 'me:restore': {
      const ids = ownChildren(visit).map(child => child.id)
      const changes = consentChanges('ConsentGiven', 'C1', ids, who.guardianId ?? '', moment)
      return { ...say(null, { say: rosterWords[who.lang].me.restored }), changes }
    }
    default:
      return pass
  }
}
