import { addDays } from '../calendar/index.ts'
import type { Row, Statement } from '../db/statement.ts'
import { statement } from '../db/statement.ts'
import type { ConsentKind } from './change.ts'
import { gradeOn } from './grade.ts'

/** One child as its family sees it, with what decides its rules: stage, region, calendar. */
export interface FamilyChild {
  id: string
  label: string
  relation: string
  classId: string
  classNo: number
  grade: number
  schoolId: string
  schoolName: string
  system: '6-3' | '5-4'
  countyId: string
  region: string
  zone: string
  /** What this guardian last said to each consent: given, refused, or asked without an answer. Absent: never asked. */
  consents: Partial<Record<ConsentKind, 'given' | 'refused' | 'asked'>>
}

export interface Family {
  children: FamilyChild[]
  terms: { from: string; to: string }[]
  overrides: { unit: string; date: string; schoolDay: boolean; reason: string }[]
}

const CHILDREN = `SELECT c.id, c.label, g.relation, k.id, k.class_no, k.first_grade_year, s.id, s.name, s.system,
    y.id, y.region, y.zone
  FROM guardianship g JOIN child c ON c.id = g.child_id
    JOIN enrolment e ON e.child_id = c.id AND e.until_date IS NULL
    JOIN school_class k ON k.id = e.class_id JOIN school s ON s.id = k.school_id JOIN county y ON y.id = s.county_id
  WHERE g.guardian_id = ? ORDER BY g.at, c.id`

const CONSENTS = 'SELECT child_id, kind, given FROM consent WHERE guardian_id = ? ORDER BY at, rowid'

const TERMS = `SELECT from_date, until_date FROM term ORDER BY from_date`

const OVERRIDES = 'SELECT unit, date, school_day, reason FROM calendar_override WHERE date BETWEEN ? AND ?'

/**
 * Reads a guardian's children with their calendar around `today` (county date). One county is one database, so its
 * terms are all the terms there are.
 */
export const readFamily = (
  guardianId: string,
  today: string,
): { statements: Statement[]; read: (rows: Row[][]) => Family } => ({
  statements: [
    statement(CHILDREN, guardianId),
    statement(CONSENTS, guardianId),
    statement(TERMS),
    statement(OVERRIDES, addDays(today, -40), addDays(today, 40)),
  ],
  read: ([children = [], consents = [], terms = [], overrides = []]) => ({
    children: children.map(row => childOf(row, consents, today)),
    terms: terms.map(([from, to]) => ({ from: String(from), to: String(to) })),
    overrides: overrides.map(([unit, date, schoolDay, reason]) => ({
      unit: String(unit),
      date: String(date),
      schoolDay: schoolDay === 1,
      reason: String(reason),
    })),
  }),
})

const childOf = (row: Row, consents: Row[], today: string): FamilyChild => {
  const [id, label, relation, classId, classNo, firstGradeYear, schoolId, schoolName, system, countyId, region, zone] =
    row
  return {
    id: String(id),
    label: String(label),
    relation: String(relation),
    classId: String(classId),
    classNo: Number(classNo),
    grade: gradeOn(Number(firstGradeYear), today),
    schoolId: String(schoolId),
    schoolName: String(schoolName),
    system: system === '5-4' ? '5-4' : '6-3',
    countyId: String(countyId),
    region: String(region),
    zone: String(zone),
    consents: consentsOf(consents.filter(consent => consent[0] === id)),
  }
}

const KINDS: ConsentKind[] = ['C1', 'C2', 'C3', 'C4', 'C5', 'C6']

const consentsOf = (rows: Row[]): FamilyChild['consents'] => {
  const latest: FamilyChild['consents'] = {}
  for (const [, kind, given] of rows) {
    const known = KINDS.find(one => one === kind)
    if (known) latest[known] = given === null || given === undefined ? 'asked' : given === 1 ? 'given' : 'refused'
  }
  return latest
}
