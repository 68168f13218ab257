import type { Moment, Who } from '../chat/dialog.ts'
import type { Statement } from '../db/statement.ts'
import { CONSENT_VERSION, type ConsentKind, type Relation, type RosterChange } from './change.ts'
import { hasRoom } from './helpers.ts'
import type { Invited } from './invited.ts'

/** A binding that has had its last yes. */
export interface Bound {
  invited: Invited
  relation: Relation
  moment: Moment
  /** County date. */
  today: string
}

/** Everything that the last yes brings about, in one batch: the link, and a receipt for every yes before it. */
export const bound = (one: Bound, personId: string, who: Who): { changes: RosterChange[]; guards: Statement[] } =>
  one.invited.as === 'helper'
    ? { changes: [helperBound(one, personId)], guards: [hasRoom(one.invited.childId, one.today)] }
    : { changes: guardianBound(one, personId, who), guards: [] }

const helperBound = ({ invited, relation }: Bound, helperId: string): RosterChange => ({
  feature: 'roster',
  type: 'HelperBound',
  subject: invited.childId,
  helperId,
  relation,
  invitation: invited.invitation,
  until: invited.until,
})

const guardianBound = ({ invited, relation, moment }: Bound, guardianId: string, who: Who): RosterChange[] => {
  const base = { feature: 'roster', subject: invited.childId, guardianId } as const
  const given = (kind: ConsentKind): RosterChange => ({
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
    ...(invited.stage === 'junior' ? [given('KNOW')] : []),
  ]
}
