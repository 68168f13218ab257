import { Temporal } from 'temporal-polyfill'
import { addDays } from '../../calendar/index.ts'
import type { Facts } from '../../chat/dialog.ts'
import { outboxRow } from '../../chat/outbox.ts'
import { type Reach, type Reply, reaches } from '../../chat/reply.ts'
import type { Statement } from '../../db/statement.ts'
import type { JobTools, Slot } from '../../jobs/job.ts'
import { hoursAround, isMorning } from '../../roster/reminder/hours.ts'
import { restReminder } from '../../roster/reminder/store.ts'
import { nightNotice } from '../link/notice.ts'
import { reminderReply } from './compose.ts'
import {
  type Candidate,
  type Candidates,
  type Cursor,
  onlyWhile,
  PAGE,
  type RemindedChild,
  readCandidates,
} from './facts.ts'
import { decideReminder } from './rules.ts'

/** Guardians in one write: it stays within a few milliseconds. */
const SLICE = 40

/**
 * Queues the reminders whose hour has come, those of the last half hour included that nobody was there to queue.
 * Whether one still leaves is decided when it is sent. Doing it twice queues nothing twice.
 */
export const queueReminders = async (slot: Slot, tools: JobTools): Promise<void> => {
  const { background, db, zone } = tools
  const { date, minute } = clockAt(slot.at, zone)
  const hours = hoursAround(minute)
  if (!hours) return
  const night = isMorning(minute) ? addDays(date, -1) : date
  const seen = new Set<string>()
  let after: Cursor | null = null
  do {
    const facts: Facts<Candidates> = readCandidates(night, { ...hours, after })
    const candidates = facts.read(await background.read(facts.statements))
    const statements = reachable(candidates.list, seen, tools).map(one =>
      statementsFor(one, night, candidates, slot.at, tools),
    )
    const wanted = statements.filter(some => some.length > 0)
    for (let i = 0; i < wanted.length; i += SLICE) await db.write(wanted.slice(i, i + SLICE).flat())
    after = endOf(candidates.list)
  } while (after)
}

/** Where a full page ends; null behind the last one. */
const endOf = (list: Candidate[]): Cursor | null => {
  const last = list.length < PAGE ? undefined : list.at(-1)
  return last ? { minute: last.minute, lastAt: last.lastAt ?? 0, guardianId: last.guardianId } : null
}

const clockAt = (at: number, zone: string) => {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)
  return { date: local.toPlainDate().toString(), minute: local.hour * 60 + local.minute }
}

/** How far a candidate's chat reaches: where it may not be begun, one link may still go. */
const reachFor = ({ channel, takesNotices }: Candidate, { reach, publicUrl }: JobTools): Reach => {
  const own = reach(channel)
  return takesNotices && publicUrl && reaches(own, 'reply') && !reaches(own, 'link') ? 'link' : own
}

/** One chat for each guardian, of those that we may begin or send a link; a family's guardians in the order of their hours. */
const reachable = (list: Candidate[], seen: Set<string>, tools: JobTools): Candidate[] =>
  list.filter(candidate => {
    const first = !seen.has(candidate.guardianId) && reaches(reachFor(candidate, tools), 'link')
    if (first) seen.add(candidate.guardianId)
    return first
  })

const statementsFor = (
  candidate: Candidate,
  night: string,
  candidates: Candidates,
  now: number,
  tools: JobTools,
): Statement[] => {
  const { keys, zone } = tools
  const decision = decideReminder(candidate, night, candidates, now, zone)
  if (decision.kind === 'rest') return [restReminder(candidate, now)]
  if (decision.kind === 'nothing') return []
  const reach = reachFor(candidate, tools)
  const letter = {
    // The same for a night whoever queues it: a second row cannot be.
    id: keys.lookup('reminder', candidate.guardianId, night),
    conversation: candidate.conversation,
    seq: null,
    ...cardFor(candidate, decision.children, night, decision.morning, reach, tools),
    sealed: false,
    onlyWhile: onlyWhile(night),
    at: now,
    expiresAt: decision.expiresAt,
    delivered: false,
  }
  return [outboxRow(letter, reach, keys, 'ON CONFLICT (id) DO NOTHING')]
}

/** The card with its buttons, or one link to the page of one child: the first, where there are several. */
const cardFor = (
  { guardianId, lang }: Candidate,
  children: RemindedChild[],
  night: string,
  morning: boolean,
  reach: Reach,
  { keys, publicUrl = '' }: JobTools,
): { reply: Reply; needs: Reach } => {
  const [child] = children
  if (reaches(reach, 'tap') || !child) return { reply: reminderReply(children, night, morning, lang), needs: 'tap' }
  const link = { guardianId, childId: child.id, night, lang }
  return { reply: nightNotice(keys, publicUrl, link, child.label, morning), needs: 'link' }
}
