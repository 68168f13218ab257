import * as z from 'zod'
import type { Actor } from '../chat/change.ts'
import { logRow } from '../chat/turn.ts'
import type { Database } from '../db/database.ts'
import { type Row, type Statement, statement } from '../db/statement.ts'
import type { RosterChange } from './change.ts'
import { firstJuniorGrade, type SchoolStage, type SchoolSystem } from './class-name.ts'
import { gradeOn } from './grade.ts'
import type { EnrolledChild } from './import/plan.ts'
import type { RosterSchool } from './import/types.ts'
import { applyStage, dropStage, logStage, type StagedChange, stageChanges } from './stage.ts'
import { applyRoster } from './store.ts'

/** The one county of the database. `zone`: IANA, in which the day of the import is told. */
export type StoredCounty = { id: string; name: string; code: string; region: string; zone: string }

export type StoredSchool = RosterSchool & { id: string }

export type StoredClass = { id: string; schoolId: string; firstGradeYear: number; classNo: number }

/** A child now enrolled, or that has left, with its (last) class by the class's id. */
export type StoredChild = EnrolledChild & { classId: string }

/** What an import is compared with. `logged`: rows of the county's log, which one more import makes more. */
export type RosterFacts = {
  logged: number
  schools: StoredSchool[]
  classes: StoredClass[]
  children: StoredChild[]
}

const SCHOOLS = `SELECT id, name, kind, system,
    (SELECT json_group_array(alias) FROM school_alias a WHERE a.school_id = s.id)
  FROM school s WHERE county_id = ? ORDER BY name`
const LOGGED = 'SELECT count(*) FROM change_log WHERE subject = ?'
const CLASSES = `SELECT k.id, k.school_id, k.first_grade_year, k.class_no
  FROM school_class k JOIN school s ON s.id = k.school_id WHERE s.county_id = ?`
const CHILDREN = `SELECT c.id, s.name, s.kind, s.system, k.first_grade_year, k.class_no, c.label, c.nickname,
    c.external_key, k.id, e.until_date
  FROM enrolment e JOIN child c ON c.id = e.child_id JOIN school_class k ON k.id = e.class_id
    JOIN school s ON s.id = k.school_id
  WHERE s.county_id = ? AND (e.until_date IS NULL OR (
    NOT EXISTS (SELECT 1 FROM enrolment o WHERE o.child_id = e.child_id AND o.until_date IS NULL)
    AND e.from_date = (SELECT max(x.from_date) FROM enrolment x WHERE x.child_id = e.child_id)))
  ORDER BY c.id`

/** The county; undefined before it was set up. */
export const readCounty = async (db: Database): Promise<StoredCounty | undefined> => {
  const [rows = []] = await db.read([statement('SELECT id, name, code, region, zone FROM county LIMIT 1')])
  return rows.map(([id, name, code, region, zone]) => ({
    id: String(id),
    name: String(name),
    code: String(code),
    region: String(region),
    zone: String(zone),
  }))[0]
}

/** The county's schools by name. */
export const readSchools = async (db: Database, countyId: string): Promise<StoredSchool[]> => {
  const [rows = []] = await db.read([statement(SCHOOLS, countyId)])
  return rows.map(schoolOf)
}

/** What an import on `today` (`YYYY-MM-DD`, county time) is compared with. Who has outgrown the school is left out. */
export const readRosterFacts = async (db: Database, countyId: string, today: string): Promise<RosterFacts> => {
  // The log first: an import between two of these reads is then noticed when writing.
  const [logged = [], schools = [], classes = [], children = []] = await db.read([
    statement(LOGGED, countyId),
    statement(SCHOOLS, countyId),
    statement(CLASSES, countyId),
    statement(CHILDREN, countyId),
  ])
  return {
    logged: Number(logged[0]?.[0] ?? 0),
    schools: schools.map(schoolOf),
    classes: classes.map(([id, schoolId, firstGradeYear, classNo]) => ({
      id: String(id),
      schoolId: String(schoolId),
      firstGradeYear: Number(firstGradeYear),
      classNo: Number(classNo),
    })),
    children: children.filter(row => isStillThere(row, today)).map(row => childOf(row, today)),
  }
}

/** Changes laid down together: a slice of 5 ms, between which everybody else writes. */
const SLICE = 100

export interface ImportWrite {
  countyId: string
  /** Rows of the county's log when `RosterFacts` were read. */
  logged: number
  imported: RosterChange
  changes: readonly StagedChange[]
  actor: Actor
  importId: string
  /** Epoch milliseconds. */
  at: number
  /** Told how many changes are laid down. */
  step?: (done: number) => void
}

/**
 * Writes the changes of one import with their log, whole or not at all: first in slices where nobody reads them, then
 * made true by one last batch. Names and keys stay out of the log.
 * @throws Conflict when the county's log has grown since `logged` was read: read again and plan again.
 */
export const writeImport = async (db: Database, write: ImportWrite): Promise<void> => {
  const { countyId, logged, imported, changes, actor, importId, at, step } = write
  try {
    for (let from = 0; from < changes.length; from += SLICE) {
      await db.write([stageChanges(importId, from, changes.slice(from, from + SLICE), at)])
      step?.(Math.min(from + SLICE, changes.length))
    }
    await db.write([
      statement(`INSERT INTO guard (ok) VALUES ((${LOGGED}) = ?)`, countyId, logged),
      logRow(imported, actor, at),
      logStage(importId, actor, at),
      ...applyStage(importId),
      statement('DELETE FROM guard'),
    ])
  } catch (error) {
    await db.write([dropStage(importId)]).catch(() => undefined)
    throw error
  }
}

/** The statements of roster changes made outside a conversation, each with its row of the log. */
export const writeChanges = (changes: readonly RosterChange[], actor: Actor, at: number): Statement[] =>
  changes.flatMap(change => [...applyRoster(change, at), logRow(withoutChild(change), actor, at)])

const withoutChild = (change: RosterChange): RosterChange | Pick<RosterChange, 'feature' | 'type' | 'subject'> => {
  if (change.type !== 'ChildEnrolled' && change.type !== 'ChildDescribed') return change
  const { label, nickname, externalKey, ...rest } = change
  return rest
}

const stageOf = (kind: Row[number] | undefined): SchoolStage =>
  kind === 'junior' || kind === 'nine-year' ? kind : 'primary'

const systemOf = (system: Row[number] | undefined): SchoolSystem => (system === '5-4' ? '5-4' : '6-3')

const schoolOf = ([id, name, kind, system, aliases]: Row): StoredSchool => ({
  id: String(id),
  name: String(name),
  stage: stageOf(kind),
  system: systemOf(system),
  aliases: z.array(z.string()).parse(JSON.parse(String(aliases))),
})

const isStillThere = ([, , kind, system, firstGradeYear]: Row, today: string): boolean => {
  const last = stageOf(kind) === 'primary' ? firstJuniorGrade(systemOf(system)) - 1 : 9
  return gradeOn(Number(firstGradeYear), today) <= last
}

const childOf = (row: Row, today: string): StoredChild => {
  const [childId, school, , , firstGradeYear, classNo, name, nickname, externalKey, classId, until] = row
  return {
    childId: String(childId),
    school: String(school),
    classGrade: gradeOn(Number(firstGradeYear), today),
    classNo: Number(classNo),
    classId: String(classId),
    name: String(name),
    nickname: typeof nickname === 'string' ? nickname : undefined,
    externalKey: typeof externalKey === 'string' ? externalKey : undefined,
    hasLeft: typeof until === 'string',
  }
}
