import type { Lang } from '../../chat/inbound.ts'
import type { Choice } from '../../chat/reply.ts'
import { type Stage, stageOf } from '../../policy/index.ts'
import type { Family, FamilyChild } from '../family.ts'
import { hourFor } from './hours.ts'
import type { OwnReminder } from './store.ts'
import { reminderWords, spokenHour } from './words.ts'

/** The stages of the children a guardian is reminded of: those with C5. */
export const remindedStages = ({ children }: Pick<Family, 'children'>): Stage[] =>
  stagesOf(children.filter(child => child.consents.C5 === 'given'))

export const stagesOf = (children: Pick<FamilyChild, 'grade' | 'system'>[]): Stage[] =>
  children.map(({ grade, system }) => stageOf(Math.min(9, Math.max(1, grade)), system))

/** What /me says of reminders while they are on: the hour, or that they rest; and the one tap that changes it. */
export const reminderOnPage = (
  family: Family,
  own: OwnReminder | null,
  lang: Lang,
): { lines: string[]; choices: Choice[] } => {
  const words = reminderWords[lang]
  if (!own || !family.children.some(child => child.consents.C5 === 'given')) return { lines: [], choices: [] }
  if (own.restsSince !== null)
    return { lines: [words.resting], choices: [{ id: 'remind:again', label: words.button.again }] }
  return {
    lines: [words.line(spokenHour(hourFor(own.minute, remindedStages(family)), lang))],
    choices: [{ id: 'remind:hour', label: words.button.hour }],
  }
}

/** What a tap on /me asks of reminders; undefined when it is no such tap. */
export const reminderTap = (id: string): 'hour' | 'again' | undefined => {
  if (id === 'remind:hour') return 'hour'
  return id === 'remind:again' ? 'again' : undefined
}
