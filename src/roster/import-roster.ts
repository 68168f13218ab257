import { Temporal } from 'temporal-polyfill'
import { dayOf } from '../calendar/index.ts'
import type { Actor } from '../chat/change.ts'
import { Conflict, type Database } from '../db/database.ts'
import { answersOf, type RowAnswers } from './import/answers.ts'
import { type EnrolledChild, type ImportPlan, type PlanQuestion, planImport } from './import/plan.ts'
import { readRosterFile } from './import/read-roster.ts'
import type { RosterError, RosterRow, RosterWarning, SkippedColumn } from './import/types.ts'
import { changesOf, type ImportCounts } from './import-changes.ts'
import { type RosterFacts, readCounty, readRosterFacts, writeImport } from './import-store.ts'

export type ImportRequest = {
  bytes: Uint8Array
  /** The one school of a file without a school column. */
  school?: string
  answers?: RowAnswers
  /** Says what would be done and does nothing. */
  dryRun?: boolean
}

export type ImportDeps = {
  /** Epoch milliseconds. */
  now: number
  newId: () => string
  actor: Actor
  /** Told when a step begins. */
  step?: (step: 'reading' | 'comparing' | 'writing') => void
}

/** `left`: children of a class the file lists who are not in it; nothing is ended for them. */
export type ImportOutcome =
  | { refused: 'no-county' | 'busy' }
  | { refused: 'file'; errors: RosterError[]; skipped: SkippedColumn[]; schools: string[] }
  | { refused: 'questions'; questions: PlanQuestion[]; skipped: SkippedColumn[] }
  | { counts: ImportCounts; left: EnrolledChild[]; skipped: SkippedColumn[]; warnings: RosterWarning[] }

/** Somebody else's import in between is met by planning again; more often than this it is left to the office. */
const ATTEMPTS = 3

/**
 * Imports a roster file: reads it, compares it with the children enrolled, writes what differs. All or nothing; the
 * same file again changes nothing. Additions and moves count from today in the county's zone.
 */
export const importRoster = async (db: Database, request: ImportRequest, deps: ImportDeps): Promise<ImportOutcome> => {
  const county = await readCounty(db)
  if (!county) return { refused: 'no-county' }
  const today = dayOf(Temporal.Instant.fromEpochMilliseconds(deps.now), county.zone)
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    try {
      return await importOnce(db, county.id, today, request, deps)
    } catch (error) {
      if (!(error instanceof Conflict)) throw error
    }
  }
  return { refused: 'busy' }
}

const importOnce = async (
  db: Database,
  countyId: string,
  today: string,
  { bytes, school, answers, dryRun }: ImportRequest,
  { now, newId, actor, step }: ImportDeps,
): Promise<ImportOutcome> => {
  step?.('reading')
  const facts = await readRosterFacts(db, countyId, today)
  const read = readRosterFile(bytes, { today, schools: facts.schools, school })
  const skipped = read.skippedColumns
  const schools = facts.schools.map(({ name }) => name)
  if (!read.ok) return { refused: 'file', errors: read.errors, skipped, schools }
  step?.('comparing')
  const plan = planWith(facts, read.rows, today, answers)
  if (plan.ambiguous.length > 0) return { refused: 'questions', questions: plan.ambiguous, skipped }
  const { changes, counts } = changesOf(plan, facts, countyId, newId)
  if (!dryRun && changes.length > 0) {
    step?.('writing')
    await writeImport(db, countyId, facts.logged, changes, actor, now)
  }
  return { counts, left: plan.left, skipped, warnings: read.warnings }
}

const planWith = (
  { children }: RosterFacts,
  rows: readonly RosterRow[],
  today: string,
  answers: RowAnswers | undefined,
): ImportPlan => {
  const plan = planImport(children, rows, today)
  if (!answers || plan.ambiguous.length === 0) return plan
  return planImport(children, rows, today, answersOf(plan, children, rows, answers))
}
