import { Temporal } from 'temporal-polyfill'
import { addDays } from '../calendar/index.ts'
import { childRemovals, strangerRemovals } from '../erasure/removals.ts'
import type { Removal } from '../erasure/slices.ts'
import { CODE_DAYS, REASON_DAYS, RECEIPT_YEARS, type RetentionId, STRANGER_DAYS } from '../policy/index.ts'

const DAY_MS = 24 * 3600_000

/** What the daily round goes by. */
export interface RetentionDay {
  /** Epoch ms. */
  now: number
  /** The county's date. */
  today: string
  /** The oldest night still kept. */
  oldestNight: string
  /** Children who left school so long ago that the next term has ended too. */
  leavers: string[]
  /** Chats of nobody, unused for so long that they go: strangers, and who has no child here any more. */
  strangers: { conversation: string; guardianId: string | null }[]
}

/** Since when a chat of nobody must have been unused to go, at `now` (epoch ms). */
export const strangersSince = (now: number): number => now - STRANGER_DAYS * DAY_MS

/** The job that keeps a line of the table, where it is not the daily round. */
type OtherJob = 'retention' | 'erasure' | 'backup' | 'nothing is stored'

/** How each line of the retention table is kept: what the daily round removes, or which other job does it. */
export const removalsOf = (day: RetentionDay): Record<RetentionId, Removal[] | OtherJob> => ({
  nights: nights(day.oldestNight),
  reasons: reasons(addDays(day.today, -REASON_DAYS), day.now - REASON_DAYS * DAY_MS),
  leavers: day.leavers.flatMap(childRemovals),
  consents: [old('consent_receipt', day)],
  deletions: 'erasure',
  receipts: [old('erasure_receipt', day)],
  chats: day.strangers.flatMap(({ conversation, guardianId }) =>
    strangerRemovals(conversation, guardianId, strangersSince(day.now)),
  ),
  codes: codes(day.now - CODE_DAYS * DAY_MS),
  requests: requests(day.now),
  outgoing: 'retention',
  turns: 'retention',
  openTalk: 'retention',
  backups: 'backup',
  never: 'nothing is stored',
})

const nights = (oldest: string): Removal[] => [
  { table: 'night', where: 'night < ?', args: [oldest] },
  { table: 'night_answer', where: 'night < ?', args: [oldest] },
  { table: 'change_log', where: "type LIKE 'Night%' AND json_extract(change, '$.night') < ?", args: [oldest] },
]

const TOLD = `json_remove(change, '$.told.lateReason', '$.told.flags', '$.stands.lateReason', '$.stands.flags')`

/** Only why it got late and what was odd; the minutes and the light-out stay. */
const reasons = (oldest: string, at: number): Removal[] => [
  ...['night', 'night_answer'].map(table => ({
    table,
    where: 'night < ? AND (late_reason IS NOT NULL OR flags IS NOT NULL)',
    args: [oldest],
    set: 'late_reason = NULL, flags = NULL',
  })),
  {
    table: 'change_log',
    where: `type LIKE 'Night%' AND at < ? AND (instr(change, '"lateReason":"') > 0 OR instr(change, '"flags":"') > 0)`,
    args: [at],
    set: `change = ${TOLD}`,
  },
]

const old = (table: string, { today }: RetentionDay): Removal => ({
  table,
  where: 'purged_on < ?',
  args: [Temporal.PlainDate.from(today).subtract({ years: RECEIPT_YEARS }).toString()],
})

const codes = (expiredBy: number): Removal[] => {
  const lapsed = "kind <> 'school' AND expires_at <= ?"
  return [
    {
      table: 'invitation_use',
      where: `EXISTS (SELECT 1 FROM invitation i WHERE i.code = invitation_use.code AND ${lapsed})`,
      args: [expiredBy],
    },
    { table: 'invitation', where: lapsed, args: [expiredBy] },
  ]
}

const requests = (now: number): Removal[] => [
  {
    table: 'erasure_nod',
    where: 'EXISTS (SELECT 1 FROM erasure_request r WHERE r.id = erasure_nod.request_id AND r.expires_at <= ?)',
    args: [now],
  },
  { table: 'erasure_request', where: 'expires_at <= ?', args: [now] },
]
