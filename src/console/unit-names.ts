import type { Lang } from '../chat/inbound.ts'
import type { Database } from '../db/database.ts'
import { type Row, statement } from '../db/statement.ts'
import { className } from '../roster/class-name.ts'
import { gradeOn } from '../roster/grade.ts'

const COUNTY = 'SELECT name FROM county WHERE id = ?'
const SCHOOL = 'SELECT name FROM school WHERE id = ?'
const CLASS = `SELECT s.name, k.first_grade_year, k.class_no FROM school_class k JOIN school s ON s.id = k.school_id
  WHERE k.id = ?`

/** What people call these units on a day (`YYYY-MM-DD`), by id. An id that is gone is left out. */
export const readUnitNames = async (
  db: Database,
  ids: readonly string[],
  today: string,
  lang: Lang,
): Promise<Map<string, string>> => {
  const asked = [...new Set(ids)]
  const rows = await db.read(
    asked.flatMap(id => [statement(COUNTY, id), statement(SCHOOL, id.split(':')[0] ?? ''), statement(CLASS, id)]),
  )
  const names = asked.map((id, i) => [id, nameOf(id, rows.slice(i * 3, i * 3 + 3), today, lang)] as const)
  return new Map(names.filter(([, name]) => name !== ''))
}

const nameOf = (
  id: string,
  [counties = [], schools = [], classes = []]: Row[][],
  today: string,
  lang: Lang,
): string => {
  const [county] = counties[0] ?? []
  if (county) return String(county)
  const [school, firstGradeYear, classNo] = classes[0] ?? []
  if (school) return inSchool(String(school), classIn(Number(firstGradeYear), Number(classNo), today, lang), lang)
  const year = id.split(':')[1]
  const name = String(schools[0]?.[0] ?? '')
  return year && name ? inSchool(name, gradeName(gradeOn(Number(year), today), lang), lang) : name
}

/** A class that has left the school, or has yet to begin, goes by the year of its first grade. */
const classIn = (firstGradeYear: number, classNo: number, today: string, lang: Lang): string => {
  const grade = gradeOn(firstGradeYear, today)
  if (grade >= 1 && grade <= 9) return className(grade, classNo, lang)
  return lang === 'zh' ? `${firstGradeYear}级${classNo}班` : `class ${classNo} of ${firstGradeYear}`
}

const inSchool = (school: string, name: string, lang: Lang): string =>
  lang === 'zh' ? `${school}${name}` : `${name}, ${school}`

const NUMERALS = '〇一二三四五六七八九'

/** 三年级, grade 3. */
export const gradeName = (grade: number, lang: Lang): string =>
  lang === 'zh' ? `${NUMERALS[grade] ?? grade}年级` : `grade ${grade}`
