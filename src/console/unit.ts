import type { Database } from '../db/database.ts'
import { type Row, statement } from '../db/statement.ts'

/**
 * What a role is held for and what a page is about. `within` names the unit and all that it stands in, from the county
 * down, so that a role for a school reaches its classes.
 */
export interface Unit {
  kind: 'county' | 'school' | 'grade' | 'class'
  id: string
  within: readonly string[]
}

/** A grade's id: its school and the autumn in which its classes were in grade 1. */
export const gradeUnit = (schoolId: string, firstGradeYear: number): string => `${schoolId}:${firstGradeYear}`

const COUNTY = 'SELECT id FROM county WHERE id = ?'
const SCHOOL = 'SELECT county_id, id FROM school WHERE id = ?'
const CLASS = `SELECT s.county_id, s.id, s.id || ':' || k.first_grade_year, k.id
  FROM school_class k JOIN school s ON s.id = k.school_id WHERE k.id = ?`
const GRADE = `SELECT s.county_id, s.id, s.id || ':' || k.first_grade_year
  FROM school_class k JOIN school s ON s.id = k.school_id WHERE s.id = ? AND k.first_grade_year = ? LIMIT 1`

/** The unit with this id; undefined when there is none. */
export const readUnit = async (db: Database, id: string): Promise<Unit | undefined> => {
  const [school = '', year = ''] = id.split(':')
  if (year) {
    const [grades = []] = await db.read([statement(GRADE, school, Number(year))])
    return unitOf('grade', grades)
  }
  const [counties = [], schools = [], classes = []] = await db.read([
    statement(COUNTY, id),
    statement(SCHOOL, id),
    statement(CLASS, id),
  ])
  return unitOf('county', counties) ?? unitOf('school', schools) ?? unitOf('class', classes)
}

const unitOf = (kind: Unit['kind'], [row]: Row[]): Unit | undefined => {
  if (!row) return undefined
  const within = row.map(String)
  return { kind, id: within.at(-1) ?? '', within }
}

/** The county of this database; undefined before it was set up. */
export const readCountyUnit = async (db: Database): Promise<Unit | undefined> => {
  const [rows = []] = await db.read([statement('SELECT id FROM county LIMIT 1')])
  return unitOf('county', rows)
}
