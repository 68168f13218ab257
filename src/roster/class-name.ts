import { normaliseClassText, readBareClassNo, readBareGrade, readSpelling, type Spelling } from './class-name-forms.ts'
import { schoolYearOf } from './grade.ts'

export type SchoolStage = 'primary' | 'junior' | 'nine-year'
/** 六三制 or 五四制; a setting of the school, confirmed by the county (policy §1.2 `system54`). */
export type SchoolSystem = '6-3' | '5-4'

/** The school a class name belongs to, and the day it is read on (`YYYY-MM-DD`, Beijing time). */
export type ClassContext = { stage: SchoolStage; system: SchoolSystem; today: string }

/** `entryYear`: the year whose 1 September the class began its stage: grade 1, or the first junior grade (7; 6 in 5-4). */
export type ClassIdentity = { grade: number; classNo: number; entryYear: number }

/**
 * Why a class name is not taken. `entry-year-unclear`: in a nine-year school 2024级 may have started in grade 1 or in
 * grade 7. `preparatory`: a school that says 预初 also means another grade by 初一 than the counting used here.
 */
export type ClassNameReason =
  | 'empty'
  | 'unclear'
  | 'number'
  | 'class-number'
  | 'no-grade'
  | 'grade-differs'
  | 'date'
  | 'decimal'
  | 'outside'
  | 'not-in-school'
  | 'preparatory'
  | 'leaving-year'
  | 'entry-year-unclear'
  | 'not-started'
  | 'left-school'

export type ClassNameRefusal = { refused: ClassNameReason }

/**
 * The class a school means by 三(2)班, 三年级二班, 3-2, 0302, 初一3班, 2023级2班 and their like.
 * Grades are 1–9; 初一 and entry years of junior classes count from the first junior grade of the school's system.
 * What can be read in two ways is refused, never guessed.
 */
export function readClassName(text: string, context: ClassContext): ClassIdentity | ClassNameRefusal {
  return inSchool(readSpelling(normaliseClassText(text)), context)
}

/** The grade a school means by 三年级, 3, 初一, 小三, 2024级. The same refusals as for a class. */
export function readGrade(text: string, context: ClassContext): { grade: number } | ClassNameRefusal {
  const spelling = readBareGrade(normaliseClassText(text))
  if (!spelling) return readSpellingRefusal(text)
  const read = inSchool(spelling, context)
  return 'refused' in read ? read : { grade: read.grade }
}

/**
 * The class told by a grade column and a class column (三年级 + 2班). A class cell that names its grade itself
 * (三(2)班, 302) must agree with the grade column, else `grade-differs`.
 */
export function readClassOfGrade(
  gradeText: string,
  classText: string,
  context: ClassContext,
): ClassIdentity | ClassNameRefusal {
  const told = readGrade(gradeText, context)
  if ('refused' in told) return told
  const classNo = readBareClassNo(normaliseClassText(classText))
  if (classNo === 0) return { refused: 'class-number' }
  if (classNo !== undefined) return identity(told.grade, classNo, context)
  const read = readClassName(classText, context)
  return 'refused' in read || read.grade === told.grade ? read : { refused: 'grade-differs' }
}

/** 三(2)班 or Class 3(2). Throws RangeError outside grades 1–9 and class numbers 1–99. */
export function className(grade: number, classNo: number, language: 'zh' | 'en'): string {
  const han = '一二三四五六七八九'[grade - 1]
  if (han === undefined || !Number.isInteger(classNo) || classNo < 1 || classNo > 99) {
    throw new RangeError('class outside grades 1-9, numbers 1-99')
  }
  return language === 'zh' ? `${han}(${classNo})班` : `Class ${grade}(${classNo})`
}

/** First grade of junior school: 7, or 6 where primary school lasts five years. */
export function firstJuniorGrade(system: SchoolSystem): number {
  return system === '6-3' ? 7 : 6
}

function readSpellingRefusal(gradeText: string): ClassNameRefusal {
  const read = readSpelling(normaliseClassText(gradeText))
  return 'refused' in read && read.refused !== 'no-grade' ? read : { refused: 'unclear' }
}

function inSchool(spelling: Spelling, context: ClassContext): ClassIdentity | ClassNameRefusal {
  if ('refused' in spelling) return spelling
  const grade = spelling.by === 'entry-year' ? gradeOfEntry(spelling, context) : gradeOfSpelling(spelling, context)
  return typeof grade === 'number' ? identity(grade, spelling.classNo, context) : grade
}

function gradeOfSpelling(
  spelling: Exclude<Spelling, { refused: unknown } | { by: 'entry-year' }>,
  context: ClassContext,
) {
  if (spelling.by === 'grade') return within(spelling.grade, gradesOf(context.stage, context.system))
  const start = spelling.stage === 'junior' ? firstJuniorGrade(context.system) : 1
  const grade = within(start + spelling.step - 1, gradesOf(spelling.stage, context.system))
  return typeof grade === 'number' ? within(grade, gradesOf(context.stage, context.system)) : grade
}

function gradeOfEntry(
  spelling: Extract<Spelling, { by: 'entry-year' }>,
  context: ClassContext,
): number | ClassNameRefusal {
  const stages = spelling.stage ? [spelling.stage] : [context.stage]
  const readings = stages
    .flatMap(stage => entryGrades(stage, context.system))
    .map(({ start, last }) => ({ grade: start + schoolYearOf(context.today) - spelling.year, start, last }))
    .filter(({ grade, start, last }) => grade >= start && grade <= last)
  if (readings.length > 1) return { refused: 'entry-year-unclear' }
  const [only] = readings
  if (only) return within(only.grade, gradesOf(context.stage, context.system))
  return { refused: spelling.year > schoolYearOf(context.today) ? 'not-started' : 'left-school' }
}

function entryGrades(stage: SchoolStage, system: SchoolSystem): { start: number; last: number }[] {
  const junior = { start: firstJuniorGrade(system), last: 9 }
  if (stage === 'junior') return [junior]
  return stage === 'primary' ? [{ start: 1, last: junior.start - 1 }] : [{ start: 1, last: 9 }, junior]
}

function gradesOf(stage: SchoolStage, system: SchoolSystem): readonly [first: number, last: number] {
  const junior = firstJuniorGrade(system)
  if (stage === 'primary') return [1, junior - 1]
  return stage === 'junior' ? [junior, 9] : [1, 9]
}

function within(grade: number, [first, last]: readonly [number, number]): number | ClassNameRefusal {
  return grade >= first && grade <= last ? grade : { refused: 'not-in-school' }
}

function identity(grade: number, classNo: number, { system, today }: ClassContext): ClassIdentity {
  const junior = firstJuniorGrade(system)
  return { grade, classNo, entryYear: schoolYearOf(today) - grade + (grade >= junior ? junior : 1) }
}
