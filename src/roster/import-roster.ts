import { Temporal } from 'temporal-polyfill'
import { dayOf } from '../calendar/index.ts'
import type { Actor } from '../chat/change.ts'
import { Conflict, type Database } from '../db/database.ts'
import { answersOf, type RowAnswers } from './import/answers.ts'
import { outlineOf, type PlanOutline } from './import/outline.ts'
import { type EnrolledChild, type ImportPlan, type PlanQuestion, planImport } from './import/plan.ts'
import { readRoster } from './import/read-any.ts'
import type { RosterError, RosterRow, RosterWarning, SkippedColumn } from './import/types.ts'
import { changesOf, type ImportCounts } from './import-changes.ts'
import { type RosterFacts, readCounty, readRosterFacts, writeImport } from './import-store.ts'
import type { ReadSheet } from './sheet/read.ts'

export type ImportRequest = {
  bytes: Uint8Array
  /** The sheet of a workbook, by name or number. */
  sheet?: string
  /** The one school of a file without a school column. */
  school?: string
  /** The id of the one school that whoever imports may touch; every other is as good as unknown. */
  onlySchool?: string
  answers?: RowAnswers
  /** Children of a listed class who are not in the file leave today. */
  leaveMissing?: boolean
  /** Says what would be done and does nothing. */
  dryRun?: boolean
}

export type ImportStep = 'reading' | 'comparing' | 'writing'

export type ImportDeps = {
  /** Epoch milliseconds. */
  now: number
  newId: () => string
  actor: Actor
  readSheet: ReadSheet
  /** Told when a step begins, and while writing how many changes of how many are on disk. */
  step?: (step: ImportStep, done?: number, total?: number) => void
}

/** `left`: children of a class the file lists who are not in it; they leave only when the request says so. */
export type ImportOutcome =
  | { refused: 'no-county' | 'busy' }
  | { refused: 'file'; errors: RosterError[]; skipped: SkippedColumn[]; schools: string[] }
  | { refused: 'questions'; questions: PlanQuestion[]; skipped: SkippedColumn[] }
  | {
      counts: ImportCounts
      outline: PlanOutline
      left: EnrolledChild[]
      skipped: SkippedColumn[]
      warnings: RosterWarning[]
    }

/** Somebody else's import in between is met by planning again; more often than this it is left to the office. */
const ATTEMPTS = 3

/**
 * Imports a roster file: reads it, compares it with the children enrolled, writes what differs. All or nothing; the
 * same file again changes nothing. Additions and moves count from today in the county's zone. It takes seconds of
 * thinking: while the server runs it goes through `importInThread`.
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
  request: ImportRequest,
  { now, newId, actor, readSheet, step }: ImportDeps,
): Promise<ImportOutcome> => {
  const { bytes, sheet, school, onlySchool, answers, leaveMissing, dryRun } = request
  step?.('reading')
  const facts = within(onlySchool, await readRosterFacts(db, countyId, today))
  const read = await readRoster(bytes, { today, schools: facts.schools, school, sheet }, readSheet)
  const skipped = read.skippedColumns
  const schools = facts.schools.map(({ name }) => name)
  if (!read.ok) return { refused: 'file', errors: read.errors, skipped, schools }
  step?.('comparing')
  const plan = planWith(facts, read.rows, today, answers)
  if (plan.ambiguous.length > 0) return { refused: 'questions', questions: plan.ambiguous, skipped }
  const { imported, changes, counts } = changesOf(plan, facts, countyId, newId, leaveMissing)
  if (!dryRun && changes.length > 0) {
    const write = { countyId, logged: facts.logged, imported, changes, actor, importId: newId(), at: now }
    await writeImport(db, { ...write, step: done => step?.('writing', done, changes.length) })
  }
  return { counts, outline: outlineOf(plan), left: plan.left, skipped, warnings: read.warnings }
}

/** What concerns one school, or all of it. */
const within = (onlySchool: string | undefined, facts: RosterFacts): RosterFacts => {
  if (onlySchool === undefined) return facts
  const schools = facts.schools.filter(({ id }) => id === onlySchool)
  const names = new Set(schools.map(({ name }) => name))
  return {
    logged: facts.logged,
    schools,
    classes: facts.classes.filter(({ schoolId }) => schoolId === onlySchool),
    children: facts.children.filter(({ school }) => names.has(school)),
  }
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
