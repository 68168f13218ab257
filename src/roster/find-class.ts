import { type ClassNameReason, readClassName } from './class-name.ts'
import { gradeOn } from './grade.ts'
import { findSchool, schoolKey } from './import/school.ts'
import type { RosterFacts, StoredClass, StoredSchool } from './import-store.ts'

export type FoundClass = { school: StoredSchool; schoolClass: StoredClass; grade: number; classNo: number }

/**
 * Why a class was not found. `which-school`: several schools have it. `no-class`: the school has no such class; its
 * classes are told. `class`: the name cannot be read, in no school.
 */
export type ClassRefusal =
  | { refused: 'no-school' }
  | { refused: 'which-school'; schools: string[] }
  | { refused: 'no-class'; classes: { grade: number; classNo: number }[] }
  | { refused: 'class'; reason: ClassNameReason }

type Facts = Pick<RosterFacts, 'schools' | 'classes'>

/**
 * The one class that people mean by 三年级2班, 三(2)班, 3-2 or 实验小学三(2)班, in the school told or in the only one that
 * has it. What can mean two classes is refused, never guessed. `today`: county date.
 */
export const findClass = (
  text: string,
  schoolName: string | undefined,
  facts: Facts,
  today: string,
): FoundClass | ClassRefusal => {
  const told = schoolName === undefined ? undefined : schoolNamed(schoolName, facts)
  if (schoolName !== undefined && !told) return { refused: 'no-school' }
  const led = told ? ledBy(text, [told]) : ledBy(text, facts.schools)
  const schools = told ? [told] : led ? [led.school] : facts.schools
  const reads = schools.map(school => classIn(led?.school === school ? led.rest : text, school, facts, today))
  const found = reads.filter(read => 'school' in read)
  if (found.length > 1) return { refused: 'which-school', schools: found.map(({ school }) => school.name) }
  const [only] = found
  return only ?? reads.find(read => 'refused' in read && read.refused === 'no-class') ?? reads[0] ?? NO_SCHOOL
}

const NO_SCHOOL = { refused: 'no-school' } as const

/** The classes of a school that are still in it, highest grade first. */
export const classesOf = (school: StoredSchool, { classes }: Facts, today: string): StoredClass[] =>
  classes
    .filter(({ schoolId, firstGradeYear }) => schoolId === school.id && gradeOn(firstGradeYear, today) <= 9)
    .toSorted((a, b) => a.firstGradeYear - b.firstGradeYear || a.classNo - b.classNo)

/** The school of a name or alias. */
export const schoolNamed = (name: string, { schools }: Facts): StoredSchool | undefined => {
  const found = findSchool(name, schools)?.name
  return schools.find(school => school.name === found)
}

/** A school's name written before the class; the longest that fits, since 实验小学 may begin 实验小学东校区. */
const ledBy = (text: string, schools: readonly StoredSchool[]) => {
  const key = schoolKey(text)
  const names = schools.flatMap(school =>
    [school.name, ...(school.aliases ?? [])].map(name => ({ school, name: schoolKey(name) })),
  )
  const [longest] = names.filter(({ name }) => key.startsWith(name)).toSorted((a, b) => b.name.length - a.name.length)
  return longest && { school: longest.school, rest: key.slice(longest.name.length) }
}

const classIn = (text: string, school: StoredSchool, facts: Facts, today: string): FoundClass | ClassRefusal => {
  const read = readClassName(text, { stage: school.stage, system: school.system, today })
  if ('refused' in read) return { refused: 'class', reason: read.refused }
  const classes = classesOf(school, facts, today)
  const schoolClass = classes.find(
    one => one.classNo === read.classNo && gradeOn(one.firstGradeYear, today) === read.grade,
  )
  if (schoolClass) return { school, schoolClass, grade: read.grade, classNo: read.classNo }
  return {
    refused: 'no-class',
    classes: classes.map(one => ({ grade: gradeOn(one.firstGradeYear, today), classNo: one.classNo })),
  }
}
