import { addDays } from '../calendar/index.ts'
import type { Row, Statement } from '../db/statement.ts'
import { statement } from '../db/statement.ts'
import { stageOf } from '../policy/index.ts'
import { CONSENT_KINDS } from './change.ts'
import { gradeOn } from './grade.ts'
import type { Answers, Role } from './rights.ts'

/** One child as its family sees it, with what decides its rules: stage, region, calendar. */
export interface FamilyChild {
  id: string
  label: string
  /** What this person is to the child: everything they may do follows from it (rights.ts). */
  role: Role
  relation: string
  /** The last day on which a helper may help; null for a guardian. */
  until: string | null
  classId: string
  classNo: number
  grade: number
  schoolId: string
  schoolName: string
  system: '6-3' | '5-4'
  countyId: string
  region: string
  zone: string
  /** What this person last said to each consent. Absent: never asked. A helper has none. */
  consents: Answers
  /** Every guardian of the child with what they last said, this person included. */
  guardians: GuardianAnswers[]
}

export interface GuardianAnswers {
  id: string
  said: Answers
}

/** Whether the rules of junior school are a child's, by grade and the school's system. */
export const isJunior = (child: Pick<FamilyChild, 'grade' | 'system'>): boolean =>
  stageOf(Math.min(9, Math.max(1, child.grade)), child.system) === 'junior'

export interface Family {
  children: FamilyChild[]
  terms: { from: string; to: string }[]
  overrides: { unit: string; date: string; schoolDay: boolean; reason: string }[]
}

/** Ids of the children that a person has to do with; takes the person twice, then today. */
export const CHILDREN_OF = `SELECT child_id FROM guardianship WHERE guardian_id = ?
  UNION SELECT child_id FROM helper WHERE helper_id = ? AND until_date >= ?`

const CHILDREN = `SELECT c.id, c.label, p.role, p.relation, p.until_date, k.id, k.class_no, k.first_grade_year, s.id, s.name,
    s.system, y.id, y.region, y.zone
  FROM (SELECT child_id, 'guardian' AS role, relation, NULL AS until_date, at FROM guardianship WHERE guardian_id = ?
      UNION ALL SELECT child_id, 'helper', relation, until_date, at FROM helper WHERE helper_id = ? AND until_date >= ?) p
    JOIN child c ON c.id = p.child_id
    JOIN enrolment e ON e.child_id = c.id AND e.until_date IS NULL
    JOIN school_class k ON k.id = e.class_id JOIN school s ON s.id = k.school_id JOIN county y ON y.id = s.county_id
  ORDER BY p.at, c.id`

/** Receipts of those who are guardians now: what somebody said who has left holds nothing up any more. */
const CONSENTS = `SELECT g.child_id, g.guardian_id, c.kind, c.given
  FROM guardianship g LEFT JOIN consent c ON c.guardian_id = g.guardian_id AND c.child_id = g.child_id
  WHERE g.child_id IN (${CHILDREN_OF}) ORDER BY c.at, c.rowid`

const TERMS = `SELECT from_date, until_date FROM term ORDER BY from_date`

const OVERRIDES = 'SELECT unit, date, school_day, reason FROM calendar_override WHERE date BETWEEN ? AND ?'

/**
 * Reads the children of a guardian or helper with their calendar around `today` (county date). One county is one database, so its
 * terms are all the terms there are.
 */
export const readFamily = (
  personId: string,
  today: string,
): { statements: Statement[]; read: (rows: Row[][]) => Family } => ({
  statements: [
    statement(CHILDREN, personId, personId, today),
    statement(CONSENTS, personId, personId, today),
    statement(TERMS),
    statement(OVERRIDES, addDays(today, -40), addDays(today, 40)),
  ],
  read: ([children = [], consents = [], terms = [], overrides = []]) => ({
    children: children.map(row => childOf(row, consents, personId, today)),
    terms: terms.map(([from, to]) => ({ from: String(from), to: String(to) })),
    overrides: overrides.map(([unit, date, schoolDay, reason]) => ({
      unit: String(unit),
      date: String(date),
      schoolDay: schoolDay === 1,
      reason: String(reason),
    })),
  }),
})

const childOf = (row: Row, consents: Row[], personId: string, today: string): FamilyChild => {
  const [id, label, role, relation, until, classId, classNo, firstGradeYear, ...place] = row
  const [schoolId, schoolName, system, countyId, region, zone] = place
  const guardians = guardianAnswers(consents.filter(consent => consent[0] === id).map(([, ...rest]) => rest))
  return {
    id: String(id),
    label: String(label),
    role: role === 'helper' ? 'helper' : 'guardian',
    relation: String(relation),
    until: typeof until === 'string' ? until : null,
    classId: String(classId),
    classNo: Number(classNo),
    grade: gradeOn(Number(firstGradeYear), today),
    schoolId: String(schoolId),
    schoolName: String(schoolName),
    system: system === '5-4' ? '5-4' : '6-3',
    countyId: String(countyId),
    region: String(region),
    zone: String(zone),
    consents: guardians.find(one => one.id === personId)?.said ?? {},
    guardians,
  }
}

/** Rows of (guardian, kind, given) of one child, oldest first, as each guardian's latest answers. */
export const guardianAnswers = (rows: Row[]): GuardianAnswers[] => {
  const byGuardian = new Map<string, Answers>()
  for (const [guardian, kind, given] of rows) {
    const said = byGuardian.get(String(guardian)) ?? {}
    byGuardian.set(String(guardian), said)
    const known = CONSENT_KINDS.find(one => one === kind)
    if (known) said[known] = given === null || given === undefined ? 'asked' : given === 1 ? 'given' : 'refused'
  }
  return [...byGuardian].map(([id, said]) => ({ id, said }))
}
