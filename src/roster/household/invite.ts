import type { RosterChange } from '../change.ts'
import type { FamilyChild } from '../family.ts'
import { MOST_HELPERS, type Role } from '../rights.ts'
import { rosterWords } from '../words.ts'
import { type MeStep, ownChildren, say, type Visit } from './page.ts'
import { householdWords } from './words.ts'

/** A family's code lives this long. */
export const FAMILY_CODE_MS = 72 * 3600_000

/** A fresh code and the HMAC under which it is stored. */
export interface FreshCode {
  code: string
  invitation: string
}

/** 邀请家人: first whether a guardian or a helper. */
export const askWhom = ({ who }: Visit): MeStep => {
  const words = householdWords[who.lang]
  return say(
    { at: 'invite' },
    {
      say: words.inviteWho,
      choices: [
        { id: 'invite:guardian', label: words.inviteGuardian },
        { id: 'invite:helper', label: words.inviteHelper },
      ],
    },
  )
}

/** One card for each child, to be forwarded as it stands. A child with four helpers gets none for a fifth. */
export const invite = (visit: Visit, as: Role, newCode: () => FreshCode): MeStep => {
  const { who, moment } = visit
  const words = householdWords[who.lang]
  const made = ownChildren(visit).map(child => ({
    child,
    room: as === 'guardian' || hasRoom(visit, child),
    ...newCode(),
  }))
  const changes = made
    .filter(one => one.room)
    .map(
      ({ child, invitation }): RosterChange => ({
        feature: 'roster',
        type: 'FamilyInvited',
        subject: child.id,
        guardianId: who.guardianId ?? '',
        as,
        invitation,
        expiresAt: moment.now + FAMILY_CODE_MS,
      }),
    )
  const replies = made.map(({ child, room, code }) => {
    if (!room) return { say: words.fullCard(child.label) }
    const card = as === 'helper' ? words.helperCard : rosterWords[who.lang].me.invitation
    return { say: card(child.label, code) }
  })
  return { state: null, replies, changes }
}

const hasRoom = ({ page }: Visit, child: FamilyChild): boolean =>
  page.helpers.filter(one => one.childId === child.id).length < MOST_HELPERS
