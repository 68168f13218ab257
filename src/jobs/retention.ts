import { REPEAT_MS, SEALED_MS, TURN_LIFE_MS } from '../chat/limits.ts'
import { type Statement, statement } from '../db/statement.ts'

/** An import takes seconds: what is older was killed. */
const STAGE_LIFE_MS = 3600_000

/** What is kept behind the scenes goes when its time is over (DESIGN §7). Run every minute; each statement is small. */
export const retentionStatements = (now: number): Statement[] => [
  statement(
    'UPDATE outbox SET payload = NULL WHERE sealed = 1 AND payload IS NOT NULL AND sent_at <= ?',
    now - SEALED_MS,
  ),
  statement('DELETE FROM outbox WHERE sent_at IS NOT NULL AND sent_at <= ?', now - REPEAT_MS),
  statement('DELETE FROM outbox WHERE dead_at IS NOT NULL AND dead_at <= ?', now - TURN_LIFE_MS),
  statement('DELETE FROM turn WHERE at <= ?', now - TURN_LIFE_MS),
  statement('DELETE FROM import_stage WHERE at <= ?', now - STAGE_LIFE_MS),
  statement(
    'UPDATE conversation SET dialog = NULL, prompt = NULL WHERE inbound_at <= ? AND (dialog IS NOT NULL OR prompt IS NOT NULL)',
    now - TURN_LIFE_MS,
  ),
]
