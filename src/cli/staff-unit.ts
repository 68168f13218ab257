import { gradeUnit, type Unit } from '../console/unit.ts'
import type { Database } from '../db/database.ts'
import { statement } from '../db/statement.ts'
import { type ClassContext, readClassName, readGrade } from '../roster/class-name.ts'
import { firstGradeYearOf } from '../roster/grade.ts'
import { findSchool } from '../roster/import/school.ts'
import { readSchools, type StoredCounty } from '../roster/import-store.ts'
import { BadUsage, needed, Refused } from './command.ts'

interface Place {
  school?: string
  grade?: string
  class?: string
}

/** The id of the unit that a role of this kind is given for, by the names that people use. @throws BadUsage, Refused */
export const unitNamed = async (
  db: Database,
  county: StoredCounty,
  kind: Unit['kind'],
  place: Place,
  today: string,
): Promise<string> => {
  if (kind === 'county') {
    if (place.school || place.grade || place.class)
      throw new BadUsage('this role is for the county and takes no --school')
    return county.id
  }
  const schools = await readSchools(db, county.id)
  const known = findSchool(needed(place.school, '--school'), schools)?.name
  const school = schools.find(one => one.name === known)
  if (!school) throw new Refused(`There is no school ${place.school}; wanling school list shows them`)
  if (kind === 'school') return school.id
  const context = { stage: school.stage, system: school.system, today }
  return kind === 'grade' ? gradeNamed(db, school.id, place, context) : classNamed(db, school.id, place, context)
}

const gradeNamed = async (db: Database, schoolId: string, place: Place, context: ClassContext): Promise<string> => {
  const read = readGrade(needed(place.grade, '--grade'), context)
  if ('refused' in read) throw new Refused(`--grade ${place.grade} is no grade of this school`)
  const year = firstGradeYearOf(read.grade, context.today)
  const [rows = []] = await db.read([
    statement('SELECT 1 FROM school_class WHERE school_id = ? AND first_grade_year = ?', schoolId, year),
  ])
  if (rows.length === 0) throw new Refused(`This school has no class in grade ${read.grade} yet`)
  return gradeUnit(schoolId, year)
}

const classNamed = async (db: Database, schoolId: string, place: Place, context: ClassContext): Promise<string> => {
  const read = readClassName(needed(place.class, '--class'), context)
  if ('refused' in read) throw new Refused(`--class ${place.class} is no class of this school`)
  const year = firstGradeYearOf(read.grade, context.today)
  const sql = 'SELECT id FROM school_class WHERE school_id = ? AND first_grade_year = ? AND class_no = ?'
  const [rows = []] = await db.read([statement(sql, schoolId, year, read.classNo)])
  if (!rows[0]) throw new Refused(`This school has no class ${place.class} yet`)
  return String(rows[0][0])
}
