import { addDays } from '../../calendar/index.ts'
import { type Statement, statement } from '../../db/statement.ts'
import type { AuditEntry } from '../audit/chain.ts'
import type { ConsoleDeps } from '../page.ts'
import { guarded, saved } from '../save.ts'
import { handedOutPassword } from '../sign-in/printed-codes.ts'
import type { StaffChange } from './change.ts'
import { applyStaff } from './store.ts'

export type StaffDesk = Pick<ConsoleDeps, 'db' | 'audit' | 'now' | 'random' | 'newId'>

/** What is kept provable of a change: all but a hash of a password. */
const entryOf = (actor: string, change: StaffChange): AuditEntry => {
  const { feature: _, subject, type, ...facts } = change
  return { event: type, actor, subject, content: 'hash' in facts ? undefined : facts }
}

/**
 * Writes what was decided about a staff member, with its audit rows, if nobody has changed them since `version`.
 * False: somebody was faster. `version` undefined: a new person, whose e-mail must be new.
 */
export const writeStaff = (
  { audit, now }: StaffDesk,
  actor: string,
  changes: readonly StaffChange[],
  version?: number,
) => {
  const statements = changes.flatMap(change => applyStaff(change, now()))
  const entries = changes.map(change => entryOf(actor, change))
  return saved(audit, entries, version === undefined ? statements : guarded(standsAt(changes, version), statements))
}

const standsAt = ([first]: readonly StaffChange[], version: number): Statement =>
  statement('SELECT version = ? FROM staff WHERE id = ?', version, first?.subject ?? '')

/** A password to hand out, with the hash that is stored. The library is loaded when it is first needed. */
export const makePassword = async ({
  random,
}: Pick<StaffDesk, 'random'>): Promise<{ password: string; hash: string }> => {
  const password = handedOutPassword(random)
  const { hashPassword } = await import('better-auth/crypto')
  return { password, hash: await hashPassword(password) }
}

/** The day after the last one on which something holds; null when there is none. */
export const afterLast = (last: string): string | null => (last === '' ? null : addDays(last, 1))

/** The last day on which something holds. */
export const lastDay = (until: string): string => addDays(until, -1)
