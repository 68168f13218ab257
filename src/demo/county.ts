import { demoTerms } from '../calendar/index.ts'
import { child, enrolment, school, schoolClass, term } from '../db/schema/index.ts'
import { insert, type Statement } from '../db/statement.ts'
import { firstGradeYearOf, schoolYearOf } from '../roster/grade.ts'
import type { Chance } from './chance.ts'
import { nicknames } from './nicknames.ts'

export interface DemoChild {
  id: string
  schoolId: string
  classId: string
  label: string
}

export interface DemoClass {
  id: string
  schoolId: string
  grade: number
  classNo: number
  children: DemoChild[]
}

const SCHOOLS = [
  { name: '晚铃演示第一小学', kind: 'primary', grades: [1, 2, 3, 4, 5, 6], classesPerGrade: 3 },
  { name: '晚铃演示第二小学', kind: 'primary', grades: [1, 2, 3, 4, 5, 6], classesPerGrade: 3 },
  { name: '晚铃演示初级中学', kind: 'junior', grades: [7, 8, 9], classesPerGrade: 4 },
] as const

const SMALLEST_CLASS = 36
const LARGEST_CLASS = 45

/** The child whose code is printed first. */
export const FIRST_LABEL = '小宇'

/** Schools, classes and children of the demo county, and the statements that store them with its terms. */
export const planCounty = (
  countyId: string,
  { today, enrolledFrom, at }: { today: string; enrolledFrom: string; at: number },
  newId: () => string,
  chance: Chance,
): { classes: DemoClass[]; statements: Statement[] } => {
  const schools = SCHOOLS.map(plan => ({ id: newId(), ...plan }))
  const classes = schools.flatMap(({ id, grades, classesPerGrade }) =>
    grades.flatMap(grade =>
      Array.from({ length: classesPerGrade }, (_, i) => planClass(id, grade, i + 1, newId, chance)),
    ),
  )
  return {
    classes,
    statements: [
      ...schools.map(({ id, name, kind }) => insert(school, { id, countyId, name, kind, system: '6-3' })),
      ...demoTerms.map(({ from, to }) => insert(term, { countyId, name: termName(from), from, until: to })),
      ...classes.flatMap(one => classRows(one, today, enrolledFrom, at)),
    ],
  }
}

const planClass = (
  schoolId: string,
  grade: number,
  classNo: number,
  newId: () => string,
  chance: Chance,
): DemoClass => {
  const id = newId()
  const labels = chance
    .shuffled(nicknames.filter(one => one !== FIRST_LABEL))
    .slice(0, chance.whole(SMALLEST_CLASS, LARGEST_CLASS))
  if (grade === 3) labels[0] = FIRST_LABEL
  return {
    id,
    schoolId,
    grade,
    classNo,
    children: labels.map(label => ({ id: newId(), schoolId, classId: id, label })),
  }
}

const classRows = (one: DemoClass, today: string, from: string, at: number): Statement[] => [
  insert(schoolClass, {
    id: one.id,
    schoolId: one.schoolId,
    firstGradeYear: firstGradeYearOf(one.grade, today),
    classNo: one.classNo,
  }),
  ...one.children.flatMap(({ id, schoolId, classId, label }) => [
    insert(child, { id, schoolId, label, at }),
    insert(enrolment, { childId: id, classId, from }),
  ]),
]

/** 2026–2027学年第一学期: the first term begins in autumn. */
const termName = (from: string): string => {
  const year = schoolYearOf(from)
  return `${year}–${year + 1}学年第${from.slice(5) >= '08-01' ? '一' : '二'}学期`
}
