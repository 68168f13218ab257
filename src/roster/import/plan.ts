import { nameKey } from './name.ts'
import { type Decision, decideGroup, isSameClass } from './plan-match.ts'
import type { RosterRow } from './types.ts'

/**
 * A child now enrolled, or one that has left and may come back. `classGrade` is the grade of its (last) class on the day
 * of the import, `school` the school's name.
 */
export type EnrolledChild = {
  childId: string
  school: string
  classGrade: number
  classNo: number
  name: string
  nickname?: string
  externalKey?: string
  hasLeft?: boolean
}

/**
 * What a row cannot decide alone; the office answers it. `which-child`: several children of the name could be meant.
 * `key-other-name`: the key belongs to a child of another name. `other-key`: the name is there under another key or
 * nickname. `grade-jump`: the only child of the name is more than one grade away. `came-back`: the only child of the
 * name has left, from another class.
 */
export type PlanQuestion = {
  code: 'which-child' | 'key-other-name' | 'other-key' | 'grade-jump' | 'came-back'
  row: number
}

/** Answers to questions of an earlier plan of the same file: by row, the child that is meant, or a new one. */
export type PlanAnswers = ReadonlyMap<number, { childId: string } | 'new'>

export type Matched = { childId: string; row: RosterRow }

/**
 * `on`: the day from which additions and moves count. `returned`: children who had left. `left`: children of a class
 * the file lists who are not in it. `ambiguous`: while there is one, nothing may be written.
 */
export type ImportPlan = {
  on: string
  added: RosterRow[]
  moved: (Matched & { from: { grade: number; classNo: number } })[]
  returned: Matched[]
  unchanged: Matched[]
  left: EnrolledChild[]
  ambiguous: PlanQuestion[]
}

/**
 * Compares a roster with the children enrolled. A child is the same by (school, external key); without a key by
 * (school, name) in the same class, or anywhere in the school when the name is there once on both sides. Importing one
 * file twice changes nothing the second time. `today`: `YYYY-MM-DD`, Beijing time.
 */
export function planImport(
  existing: readonly EnrolledChild[],
  rows: readonly RosterRow[],
  today: string,
  answers: PlanAnswers = new Map(),
): ImportPlan {
  const decisions = new Map<RosterRow, Decision>()
  const taken = new Set<EnrolledChild>()
  const keyed = new Map(existing.map(child => [keyOf(child), child]))
  for (const row of rows) {
    const decision = byAnswer(row, existing, answers.get(row.row)) ?? byKey(row, keyed)
    if (decision) decisions.set(row, takeOnce(decision, taken))
  }
  const byName = Map.groupBy(
    rows.filter(row => !decisions.has(row)),
    groupKey,
  )
  const children = Map.groupBy(
    existing.filter(child => !taken.has(child)),
    groupKey,
  )
  for (const [key, group] of byName) decideGroup(group, children.get(key) ?? [], decisions)
  return planOf(existing, rows, decisions, today)
}

function groupKey({ school, name }: { school: string; name: string }): string {
  return JSON.stringify([school, nameKey(name)])
}

function byAnswer(row: RosterRow, existing: readonly EnrolledChild[], answer: { childId: string } | 'new' | undefined) {
  if (answer === undefined || answer === 'new') return answer
  const child = existing.find(({ childId, school }) => childId === answer.childId && school === row.school)
  return child ? { child } : undefined
}

function byKey(row: RosterRow, keyed: ReadonlyMap<string | undefined, EnrolledChild>): Decision | undefined {
  const child = row.externalKey === undefined ? undefined : keyed.get(keyOf(row))
  if (!child) return undefined
  return nameKey(child.name) === nameKey(row.name) ? { child } : 'key-other-name'
}

function keyOf({ school, externalKey }: { school: string; externalKey?: string }): string | undefined {
  return externalKey === undefined ? undefined : JSON.stringify([school, externalKey])
}

/** An answer may name a child that another row already has. */
function takeOnce(decision: Decision, taken: Set<EnrolledChild>): Decision {
  if (typeof decision === 'string') return decision
  if (taken.has(decision.child)) return 'which-child'
  taken.add(decision.child)
  return decision
}

function childrenOf(decisions: ReadonlyMap<RosterRow, Decision>): Set<EnrolledChild> {
  return new Set([...decisions.values()].flatMap(decision => (typeof decision === 'object' ? [decision.child] : [])))
}

function planOf(
  existing: readonly EnrolledChild[],
  rows: readonly RosterRow[],
  decisions: ReadonlyMap<RosterRow, Decision>,
  on: string,
): ImportPlan {
  const plan: ImportPlan = { on, added: [], moved: [], returned: [], unchanged: [], left: [], ambiguous: [] }
  for (const row of rows) {
    const decision = decisions.get(row) ?? 'new'
    if (decision === 'new') plan.added.push(row)
    else if (typeof decision === 'string') plan.ambiguous.push({ code: decision, row: row.row })
    else addMatch(plan, row, decision.child)
  }
  const taken = childrenOf(decisions)
  const listed = new Set(rows.map(row => classKey(row.school, row.grade, row.classNo)))
  plan.left = existing.filter(
    c => !c.hasLeft && !taken.has(c) && listed.has(classKey(c.school, c.classGrade, c.classNo)),
  )
  return plan
}

function addMatch(plan: ImportPlan, row: RosterRow, child: EnrolledChild): void {
  const match = { childId: child.childId, row }
  if (child.hasLeft) plan.returned.push(match)
  else if (isSameClass(row, child)) plan.unchanged.push(match)
  else plan.moved.push({ ...match, from: { grade: child.classGrade, classNo: child.classNo } })
}

function classKey(school: string, grade: number, classNo: number): string {
  return JSON.stringify([school, grade, classNo])
}
