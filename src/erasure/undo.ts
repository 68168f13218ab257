import type { Moment, Notice, Step, Who } from '../chat/dialog.ts'
import { mayUndo } from '../roster/erasure-rules.ts'
import type { ErasureChange } from './change.ts'
import type { Lock } from './facts.ts'
import { type ErasureFacts, unlockNights } from './lock.ts'
import { noticesTo } from './notice.ts'
import { GUARDIANSHIP } from './ties.ts'
import { erasureWords } from './words.ts'

/** 反悔: links and nights are back as they were; whoever had agreed is told. */
export const onUndo = (facts: ErasureFacts, id: string, who: Who, moment: Moment): Step<never> => {
  const words = erasureWords[who.lang]
  const own = who.guardianId ?? ''
  const asked = facts.standing.locks.filter(lock => id === 'undo:all' || id === `undo:${lock.id}`)
  const locks = asked.filter(lock => mayUndo({ ...lock, guardians: guardiansOf(lock) }, own))
  if (locks.length === 0) {
    const text = asked.some(lock => lock.purging) ? words.purging : words.nothingToUndo
    return { state: null, replies: [{ say: text }], changes: [] }
  }
  return {
    state: null,
    replies: [{ say: words.undone }],
    changes: [...locks.map(lock => undoneBy(lock, own)), ...unlockNights(facts, locks)],
    notices: locks.flatMap(lock => tellOthers(facts, lock, own, moment)),
  }
}

const guardiansOf = ({ links }: Lock): string[] =>
  links.filter(one => one.source === GUARDIANSHIP).map(one => one.guardianId)

const undoneBy = (lock: Lock, own: string): ErasureChange => ({
  feature: 'erasure',
  type: 'LockUndone',
  subject: lock.scope === 'child' ? (lock.links[0]?.childId ?? own) : own,
  erasureId: lock.id,
})

const tellOthers = ({ standing }: ErasureFacts, lock: Lock, own: string, moment: Moment): Notice[] => {
  const others = guardiansOf(lock).filter(one => one !== own)
  const labels = [...new Set(lock.links.map(one => one.label))]
  return noticesTo(standing, others, moment, lang => ({
    say: erasureWords[lang].undoneByOther(labels.join(erasureWords[lang].and)),
  }))
}
