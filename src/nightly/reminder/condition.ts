import type { Condition } from '../../chat/condition.ts'
import type { Database } from '../../db/database.ts'
import { statement } from '../../db/statement.ts'
import { claimReminder, unclaimReminder } from '../../roster/reminder/store.ts'
import { readCandidates } from './facts.ts'
import { decideReminder } from './rules.ts'

export interface ConditionDeps {
  db: Database
  /** Epoch ms. */
  now: () => number
  zone: string
}

const OVERTAKEN = `SELECT 1 FROM conversation v JOIN guardianship g ON g.guardian_id = v.guardian_id WHERE v.id = ?1 AND (
    EXISTS (SELECT 1 FROM night_answer a WHERE a.child_id = g.child_id AND a.night = ?2)
    OR (SELECT x.given FROM consent x WHERE x.guardian_id = g.guardian_id AND x.child_id = g.child_id AND x.kind = 'C5'
      ORDER BY x.at DESC, x.rowid DESC LIMIT 1) IS 0) LIMIT 1`

/** A reminder leaves only while its night has no answer and the guardian still wants it. `about` is the night. */
export const reminderCondition = ({ db, now, zone }: ConditionDeps): Condition => ({
  claim: async ({ conversation, about: night }) => {
    const facts = readCandidates(night, { conversation })
    const { list, ...calendar } = facts.read(await db.read(facts.statements))
    const [stood] = list
    if (!stood) return undefined
    const decision = decideReminder(stood, night, calendar, now(), zone)
    if (decision.kind !== 'remind') return undefined
    const [claimed = []] = await db.write([claimReminder(stood, decision.inARow, night, now())])
    return claimed.length > 0 ? [unclaimReminder(stood, night)] : undefined
  },
  holds: async ({ conversation, about: night }) => {
    const [rows = []] = await db.read([statement(OVERTAKEN, conversation, night)])
    return rows.length === 0
  },
})
