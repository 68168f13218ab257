import * as z from 'zod'
import { type Dialog, defineDialog, type Facts, type Moment, type Step, type Who } from '../../chat/dialog.ts'
import type { Choice } from '../../chat/reply.ts'
import type { Family } from '../family.ts'
import type { ReminderChange } from './change.ts'
import { hourFor, hoursFor, isMorning, usualHour } from './hours.ts'
import { remindedStages, stagesOf } from './page.ts'
import type { OwnReminder } from './store.ts'
import { reminderWords, spokenHour } from './words.ts'

const stateShape = z.object({ at: z.literal('hour') })
type State = z.infer<typeof stateShape>
type HourStep = Step<State>

export interface ReminderFacts {
  family: Family
  own: OwnReminder | null
}

/** Other dialogs hand over to this one with what was asked for: reminders were agreed to, the hour, or to begin again. */
export const askReminder = (ask: 'on' | 'hour' | 'again') => ({ dialog: 'reminder', ask, children: [] })

/** 提醒几点来: the hour in one tap, after C5 was agreed to and from /me. An old button still works while C5 holds. */
export const reminderDialog = (read: (who: Who, moment: Moment) => Facts<ReminderFacts>): Dialog =>
  defineDialog<State, ReminderFacts>({
    name: 'reminder',
    passing: true,
    state: stateShape,
    keeps: id => AT.test(id),
    facts: (who, _event, moment) => read(who, moment),
    step: (_state, facts, event, who) => {
      if (event.kind === 'seed') return onAsk(event.seed.ask, facts, who)
      const chosen = event.kind === 'choice' ? Number(AT.exec(event.id)?.[1] ?? Number.NaN) : Number.NaN
      return Number.isNaN(chosen) ? pass : onHour(chosen, facts, who)
    },
  })

const AT = /^remind:at:(\d{1,4})$/

const pass: HourStep = { state: null, replies: [], changes: [], pass: true }

const onAsk = (ask: string, { family, own }: ReminderFacts, who: Who): HourStep => {
  const words = reminderWords[who.lang]
  if (ask !== 'on' && !isOn(family)) return off(who)
  // Agreed to in this very turn: the consent of the others is not on disk yet.
  const stages = ask === 'on' ? stagesOf(family.children) : remindedStages(family)
  const hour = own ? hourFor(own.minute, stages) : usualHour(stages)
  const clock = spokenHour(hour, who.lang)
  const begin = set(hour, who)
  const choices = hourTaps(hoursFor(stages), who)
  if (ask === 'again') return { state: null, replies: [{ say: words.again(clock) }], changes: begin }
  const say = ask === 'on' ? words.on(clock, isMorning(hour)) : words.which(clock)
  return { state: { at: 'hour' }, replies: [{ say, choices }], changes: ask === 'on' ? begin : [] }
}

const onHour = (chosen: number, { family }: ReminderFacts, who: Who): HourStep => {
  const words = reminderWords[who.lang]
  if (!isOn(family)) return off(who)
  if (!hoursFor(remindedStages(family)).includes(chosen)) return pass
  return { state: null, replies: [{ say: words.changed(spokenHour(chosen, who.lang)) }], changes: set(chosen, who) }
}

const isOn = ({ children }: Family): boolean => children.some(child => child.consents.C5 === 'given')

const off = (who: Who): HourStep => ({ state: null, replies: [{ say: reminderWords[who.lang].off }], changes: [] })

const set = (minute: number, who: Who): ReminderChange[] => [
  { feature: 'reminder', type: 'ReminderSet', subject: who.guardianId ?? '', minute },
]

const hourTaps = (hours: number[], who: Who): Choice[] =>
  hours.map(minute => ({ id: `remind:at:${minute}`, label: spokenHour(minute, who.lang) }))
