import { REPEAT_MS, SEALED_MS, TURN_LIFE_MS } from '../chat/limits.ts'
import { type Statement, statement } from '../db/statement.ts'

/** Runs of one job that stay on record: an hour of a minute's job, two months of a daily one. */
const RUNS_KEPT = 60

const OLD_RUNS = `DELETE FROM job_run WHERE rowid IN (SELECT run FROM
  (SELECT rowid AS run, row_number() OVER (PARTITION BY job ORDER BY slot DESC) AS nth FROM job_run) WHERE nth > ?)`

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
  statement("DELETE FROM channel_memory WHERE kind = 'window' AND at <= ?", now - TURN_LIFE_MS),
  statement('DELETE FROM import_stage WHERE at <= ?', now - STAGE_LIFE_MS),
  statement(
    'UPDATE conversation SET dialog = NULL, prompt = NULL WHERE inbound_at <= ? AND (dialog IS NOT NULL OR prompt IS NOT NULL)',
    now - TURN_LIFE_MS,
  ),
  statement(OLD_RUNS, RUNS_KEPT),
]
