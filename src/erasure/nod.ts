import type { Moment, Step, Who } from '../chat/dialog.ts'
import { mayLockRecord } from '../roster/erasure-rules.ts'
import type { ErasureChange } from './change.ts'
import type { OwnChild, Request } from './facts.ts'
import { type ErasureFacts, lockLinks, spokenDay, undoTap } from './lock.ts'
import { noticesTo } from './notice.ts'
import { erasureWords } from './words.ts'

type NodStep = Step<never>

const say = (text: string): NodStep => ({ state: null, replies: [{ say: text }], changes: [] })

/** The other guardian's yes or no to a child's deletion. A request that is over changes nothing. */
export const onNod = (facts: ErasureFacts, id: string, who: Who, moment: Moment): NodStep => {
  const words = erasureWords[who.lang]
  const { requests, children } = facts.standing
  const [, answer, requestId] = id.split(':')
  const request = requests.find(one => one.id === requestId && one.asker !== who.guardianId)
  const child = children.find(one => one.id === request?.childId)
  if (!request || !child) return say(words.requestOver)
  return answer === 'yes'
    ? lockTogether(facts, child, request, who, moment)
    : decline(facts, child, request, who, moment)
}

const decline = (facts: ErasureFacts, child: OwnChild, request: Request, who: Who, moment: Moment): NodStep => ({
  ...say(erasureWords[who.lang].declined),
  changes: [noddedChange('RecordDeletionDeclined', child, request, who)],
  notices: noticesTo(facts.standing, [request.asker], moment, lang => ({
    say: erasureWords[lang].declinedByOther(child.label),
  })),
})

const noddedChange = (
  type: 'RecordDeletionNodded' | 'RecordDeletionDeclined',
  child: OwnChild,
  request: Request,
  who: Who,
): ErasureChange => ({
  feature: 'erasure',
  type,
  subject: child.id,
  requestId: request.id,
  guardianId: who.guardianId ?? '',
})

/** One nod more: locked for everybody once all have nodded, waiting until then. */
export const lockTogether = (
  facts: ErasureFacts,
  child: OwnChild,
  request: Request,
  who: Who,
  moment: Moment,
): NodStep => {
  const words = erasureWords[who.lang]
  const nods = [...request.nods, who.guardianId ?? '']
  const nodded = noddedChange('RecordDeletionNodded', child, request, who)
  if (!mayLockRecord(child.guardians, request.asker, nods)) return { ...say(words.nodKept), changes: [nodded] }
  const links = child.guardians.map(guardianId => ({ guardianId, childId: child.id }))
  const { changes, dueAt, reply } = lockLinks(facts, 'child', child.id, links, child.zone, moment)
  const others = child.guardians.filter(one => one !== who.guardianId)
  return {
    state: null,
    replies: [reply(who.lang)],
    changes: [nodded, ...changes],
    notices: noticesTo(facts.standing, others, moment, lang => ({
      say: erasureWords[lang].agreedByOther(child.label, spokenDay(dueAt, child.zone, lang)),
      choices: [undoTap('all', lang)],
    })),
  }
}
