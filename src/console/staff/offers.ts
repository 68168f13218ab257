import type { Lang } from '../../chat/inbound.ts'
import type { Database } from '../../db/database.ts'
import { statement } from '../../db/statement.ts'
import { className } from '../../roster/class-name.ts'
import { gradeOn } from '../../roster/grade.ts'
import { grantable, isRole, type Manager, type Role, UNIT_OF_ROLE } from '../roles.ts'
import { gradeUnit, type Unit } from '../unit.ts'
import { gradeName } from '../unit-names.ts'
import { consoleWords } from '../words.ts'

/** A role in a unit that may be given here, as one choice of a list. */
export interface Offer {
  value: string
  role: Role
  unit: string
  label: string
}

const CLASSES = `SELECT id, first_grade_year, class_no FROM school_class WHERE school_id = ?
  ORDER BY first_grade_year DESC, class_no`

/** What this manager may give in this unit: county roles in the county; office, grades and classes in a school. */
export const readOffers = async (
  db: Database,
  manager: Manager,
  unit: Unit,
  today: string,
  lang: Lang,
): Promise<Offer[]> => {
  const roles = grantable(manager, unit)
  const [rows = []] = unit.kind === 'school' ? await db.read([statement(CLASSES, unit.id)]) : []
  const classes = rows
    .map(([id, year, classNo]) => ({ id: String(id), year: Number(year), classNo: Number(classNo) }))
    .map(one => ({ ...one, grade: gradeOn(one.year, today) }))
    .filter(({ grade }) => grade >= 1 && grade <= 9)
  const years = [...new Set(classes.map(one => one.year))]
  const places: Record<Unit['kind'], { id: string; name: string }[]> = {
    county: unit.kind === 'county' ? [{ id: unit.id, name: '' }] : [],
    school: unit.kind === 'school' ? [{ id: unit.id, name: '' }] : [],
    grade: years.map(year => ({ id: gradeUnit(unit.id, year), name: gradeName(gradeOn(year, today), lang) })),
    class: classes.map(({ id, grade, classNo }) => ({ id, name: className(grade, classNo, lang) })),
  }
  return roles.flatMap(role =>
    places[UNIT_OF_ROLE[role]].map(({ id, name }) => ({
      value: `${role}@${id}`,
      role,
      unit: id,
      label: [consoleWords[lang].role[role], name].filter(Boolean).join(' · '),
    })),
  )
}

/** The role and unit of a choice. */
export const offerOf = (value: string): { role: Role; unit: string } | undefined => {
  const at = value.indexOf('@')
  const role = value.slice(0, at)
  return isRole(role) ? { role, unit: value.slice(at + 1) } : undefined
}
