import * as z from 'zod'
import { tidy } from '../chat/commands.ts'
import { type Dialog, defineDialog, type Event, type Facts, type Moment, type Step, type Who } from '../chat/dialog.ts'
import type { Choice } from '../chat/reply.ts'
import { isLockedOut, purgeDue } from '../roster/erasure-rules.ts'
import { onChoose } from './choose.ts'
import type { Standing } from './facts.ts'
import { type ErasureFacts, lockedOutReply, spokenDay, spokenDue, undoTap } from './lock.ts'
import { onNod } from './nod.ts'
import { onUndo } from './undo.ts'
import { erasureWords } from './words.ts'

const stateShape = z.object({ at: z.literal('choosing') })
export type State = z.infer<typeof stateShape>
export type ErasureStep = Step<State>

/** Words that take a deletion back, said at any time; in English they could as well mean a report. */
const UNDO = ['反悔', '我反悔', '我反悔了', '反悔了']

const saysUndo = (event: Event): boolean => event.kind === 'text' && UNDO.includes(tidy(event.text))

/** 删除: what goes and what stays in two sentences, one tap to lock it, one tap to take it back until it is purged. */
export const deleteDialog = (read: (who: Who, moment: Moment) => Facts<ErasureFacts>): Dialog =>
  defineDialog<State, ErasureFacts>({
    name: 'delete',
    state: stateShape,
    commands: ['delete'],
    keeps: id => id.startsWith('undo:') || id.startsWith('nod:'),
    claims: (event, who) => who.guardianId !== null && saysUndo(event),
    facts: (who, _event, moment) => read(who, moment),
    step: (state, facts, event, who, moment) => {
      if (event.kind === 'choice' && event.id.startsWith('nod:')) return onNod(facts, event.id, who, moment)
      if (saysUndo(event)) return onUndo(facts, 'undo:all', who, moment)
      if (event.kind === 'choice' && event.id.startsWith('undo:')) return onUndo(facts, event.id, who, moment)
      if (event.kind === 'choice' && state) return onChoose(facts, event.id, who, moment)
      return event.kind === 'command' ? explain(facts.standing, who, moment) : { ...nothing, pass: true }
    },
  })

const nothing = { state: null, replies: [], changes: [] }

const explain = (standing: Standing, who: Who, moment: Moment): ErasureStep => {
  const words = erasureWords[who.lang]
  const { children, locks } = standing
  const [first] = children
  const last = locks.at(-1)
  const zone = first?.zone ?? last?.links[0]?.zone ?? ''
  if (last && isLockedOut(children.length, locks.length))
    return { ...nothing, replies: [lockedOutReply(last, zone, who)] }
  if (!first) return { ...nothing, replies: [{ say: words.notBound }] }
  const { due, backups } = spokenDue(purgeDue(moment.now, zone), zone, who.lang)
  const shared = children.filter(one => one.guardians.length > 1)
  const names = (list: { label: string }[]) => list.map(one => one.label).join(words.and)
  const say =
    shared.length === 0
      ? [words.explainAll(names(children), due, backups), words.staysAll]
      : [words.explainShared(due, backups), words.staysShared(names(shared))]
  return {
    state: { at: 'choosing' },
    replies: [...stillLocked(standing, who), { say: say.join('\n'), choices: choices(standing, who) }],
    changes: [],
  }
}

/** What was locked earlier, with its way back, while other children go on. */
const stillLocked = ({ locks }: Standing, who: Who) =>
  locks.map(lock => {
    const words = erasureWords[who.lang]
    const labels = [...new Set(lock.links.map(one => one.label))].join(words.and)
    if (lock.purging) return { say: words.purging }
    const day = spokenDay(lock.dueAt, lock.links[0]?.zone ?? '', who.lang)
    return { say: words.lockedStill(labels, day), choices: [undoTap(lock.id, who.lang)] }
  })

const choices = ({ children }: Standing, who: Who): Choice[] => {
  const words = erasureWords[who.lang]
  const alone = children.every(one => one.guardians.length === 1)
  const one = children.length === 1
  return [
    { id: 'delete:account', label: alone ? words.deleteAll : words.deleteAccount },
    ...children
      .filter(child => !(one && child.guardians.length === 1))
      .map(child => ({ id: `delete:child:${child.id}`, label: words.deleteRecord(child.label) })),
    { id: 'go:export', label: words.exportFirst },
    { id: 'delete:no', label: words.keep },
  ]
}
