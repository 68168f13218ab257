import { Temporal } from 'temporal-polyfill'
import { addDays } from '../../calendar/index.ts'
import type { Facts } from '../../chat/dialog.ts'
import { outboxRow } from '../../chat/outbox.ts'
import { reaches } from '../../chat/reply.ts'
import type { Statement } from '../../db/statement.ts'
import type { JobTools, Slot } from '../../jobs/job.ts'
import { hoursAround, isMorning } from '../../roster/reminder/hours.ts'
import { restReminder } from '../../roster/reminder/store.ts'
import { reminderReply } from './compose.ts'
import { type Candidate, type Candidates, type Cursor, onlyWhile, PAGE, readCandidates } from './facts.ts'
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

/** One chat for each guardian, of those that we may begin; a family's guardians in the order of their hours. */
const reachable = (list: Candidate[], seen: Set<string>, { reach }: JobTools): Candidate[] =>
  list.filter(({ guardianId, channel }) => {
    const first = !seen.has(guardianId) && reaches(reach(channel), 'tap')
    if (first) seen.add(guardianId)
    return first
  })

const statementsFor = (
  candidate: Candidate,
  night: string,
  candidates: Candidates,
  now: number,
  { keys, reach, zone }: JobTools,
): Statement[] => {
  const decision = decideReminder(candidate, night, candidates, now, zone)
  if (decision.kind === 'rest') return [restReminder(candidate, now)]
  if (decision.kind === 'nothing') return []
  const letter = {
    // The same for a night whoever queues it: a second row cannot be.
    id: keys.lookup('reminder', candidate.guardianId, night),
    conversation: candidate.conversation,
    seq: null,
    reply: reminderReply(decision.children, night, decision.morning, candidate.lang),
    sealed: false,
    needs: 'tap' as const,
    onlyWhile: onlyWhile(night),
    at: now,
    expiresAt: decision.expiresAt,
    delivered: false,
  }
  return [outboxRow(letter, reach(candidate.channel), keys, 'ON CONFLICT (id) DO NOTHING')]
}
