import type { Moment, Notice, Step, Who } from '../chat/dialog.ts'
import { mayLockRecord, NOD_DAYS, nodsMissing, nodsUntil } from '../roster/erasure-rules.ts'
import type { ErasureChange } from './change.ts'
import type { OwnChild, Request } from './facts.ts'
import { type ErasureFacts, type LockedLinks, lockLinks } from './lock.ts'
import { lockTogether } from './nod.ts'
import { noticesTo } from './notice.ts'
import { erasureWords } from './words.ts'

type ChooseStep = Step<never>

const say = (text: string): ChooseStep => ({ state: null, replies: [{ say: text }], changes: [] })

/** One of the ways that /delete offers. */
export const onChoose = (facts: ErasureFacts, id: string, who: Who, moment: Moment): ChooseStep => {
  const words = erasureWords[who.lang]
  const { children } = facts.standing
  const own = who.guardianId ?? ''
  if (id === 'delete:no') return say(words.kept)
  if (id === 'delete:account' && children.length > 0) {
    const links = children.map(child => ({ guardianId: own, childId: child.id }))
    return locked(facts, 'account', own, links, children[0]?.zone ?? '', who, moment)
  }
  const child = children.find(one => id === `delete:child:${one.id}`)
  if (!child) return { state: null, replies: [], changes: [], pass: true }
  if (mayLockRecord(child.guardians, own, []))
    return locked(facts, 'child', child.id, [{ guardianId: own, childId: child.id }], child.zone, who, moment)
  return askOthers(facts, child, own, who, moment)
}

const locked = (
  facts: ErasureFacts,
  scope: 'account' | 'child',
  subject: string,
  links: LockedLinks,
  zone: string,
  who: Who,
  moment: Moment,
): ChooseStep => {
  const { changes, reply } = lockLinks(facts, scope, subject, links, zone, moment)
  return { state: null, replies: [reply(who.lang)], changes }
}

/** The others are asked to nod. Who finds the same wish of another waiting has nodded by it. */
const askOthers = (facts: ErasureFacts, child: OwnChild, own: string, who: Who, moment: Moment): ChooseStep => {
  const words = erasureWords[who.lang]
  const about = facts.standing.requests.filter(one => one.childId === child.id)
  const theirs = about.find(one => one.asker !== own)
  if (theirs) return lockTogether(facts, child, theirs, who, moment)
  if (about.length > 0) return say(words.askedAlready(child.label))
  const requestId = moment.newId()
  const asked: ErasureChange = {
    feature: 'erasure',
    type: 'RecordDeletionAsked',
    subject: child.id,
    requestId,
    guardianId: own,
    expiresAt: nodsUntil(moment.now),
  }
  return {
    ...say(words.asked(child.label, NOD_DAYS)),
    changes: [asked],
    notices: askNods(facts, child, { id: requestId, childId: child.id, asker: own, nods: [] }, moment),
  }
}

const askNods = ({ standing }: ErasureFacts, child: OwnChild, request: Request, moment: Moment): Notice[] =>
  noticesTo(standing, nodsMissing(child.guardians, request.asker, request.nods), moment, lang => ({
    say: erasureWords[lang].nodAsk(child.label, NOD_DAYS),
    choices: [
      { id: `nod:yes:${request.id}`, label: erasureWords[lang].nodYes },
      { id: `nod:no:${request.id}`, label: erasureWords[lang].nodNo },
    ],
  }))
