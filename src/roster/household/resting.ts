import type { Event } from '../../chat/dialog.ts'
import { turn } from '../me-home.ts'
import { isObjected } from '../rights.ts'
import { type MeStep, ownChildren, say, type Visit } from './page.ts'
import { householdWords } from './words.ts'

/** Whether a guardian's no to Telegram keeps every child of this person out of this chat. */
export const restsHere = ({ page, who }: Visit): boolean =>
  who.channel === 'telegram' &&
  page.family.children.every(({ guardians }) =>
    isObjected(
      guardians.map(({ said }) => said),
      'C6',
    ),
  )

/** The page without any child on it: only the way back for the one who said no. */
export const resting = (visit: Visit, event: Event): MeStep => {
  const words = householdWords[visit.who.lang]
  if (event.kind === 'choice' && event.id === 'me:C6') return turn(visit, event.id) ?? say(null, { say: words.resting })
  const mine = ownChildren(visit).some(({ consents }) => consents.C6 === 'refused')
  const choices = mine ? [{ id: 'me:C6', label: words.allowAgain }] : []
  return say({ at: 'home' }, { say: words.resting, choices })
}
