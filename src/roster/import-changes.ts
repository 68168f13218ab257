import type { RosterChange } from './change.ts'
import { firstGradeYearOf } from './grade.ts'
import { nameKey } from './import/name.ts'
import type { EnrolledChild, ImportPlan, Matched } from './import/plan.ts'
import type { RosterRow } from './import/types.ts'
import type { RosterFacts, StoredChild } from './import-store.ts'
import type { StagedChange } from './stage.ts'

/**
 * What an import did, in numbers of children. `left`: ended because the office said so; `opened`: classes that were not
 * there before.
 */
export type ImportCounts = Record<
  'added' | 'moved' | 'returned' | 'left' | 'described' | 'unchanged' | 'opened',
  number
>

/**
 * The changes that carry out a plan without open questions, classes first; none when everything is as it was.
 * `leave`: children of the listed classes who are not in the file leave today. `newId` gives ids for rows.
 */
export const changesOf = (
  plan: ImportPlan,
  facts: RosterFacts,
  countyId: string,
  newId: () => string,
  leave = false,
): { imported: RosterChange; changes: StagedChange[]; counts: ImportCounts } => {
  const place = placesOf(plan.on, facts, newId)
  const byId = new Map(facts.children.map(child => [child.childId, child]))
  const children = [
    ...plan.added.map(row => enrolled(row, place(row), plan.on, newId())),
    ...plan.moved.map(match => moved(match, byId, place(match.row).classId, plan.on)),
    ...plan.returned.map(match => returned(match, place(match.row).classId, plan.on)),
    ...(leave ? plan.left.map(child => hasLeft(child, byId, plan.on)) : []),
    ...[...plan.moved, ...plan.returned, ...plan.unchanged].flatMap(match => described(match, byId.get(match.childId))),
  ]
  const changes = [...place.opened, ...children]
  const numbers = {
    added: plan.added.length,
    moved: plan.moved.length,
    returned: plan.returned.length,
    left: leave ? plan.left.length : 0,
    described: changes.filter(change => change.type === 'ChildDescribed').length,
    unchanged: plan.unchanged.length,
  }
  const imported: RosterChange = {
    feature: 'roster',
    subject: countyId,
    type: 'RosterImported',
    on: plan.on,
    ...numbers,
  }
  return {
    imported,
    changes,
    counts: { ...numbers, opened: place.opened.length },
  }
}

type Place = { schoolId: string; classId: string }

/** Finds the class of a row, or opens it; `opened` are the changes that do. */
const placesOf = (on: string, facts: RosterFacts, newId: () => string) => {
  const schools = new Map(facts.schools.map(({ name, id }) => [name, id]))
  const key = (schoolId: string, year: number, classNo: number) => `${schoolId} ${year} ${classNo}`
  const classes = new Map(facts.classes.map(one => [key(one.schoolId, one.firstGradeYear, one.classNo), one.id]))
  const opened: StagedChange[] = []
  const find = ({ school, grade, classNo }: RosterRow): Place => {
    const schoolId = schools.get(school)
    if (schoolId === undefined) throw new TypeError('a row of a school that was not read')
    const firstGradeYear = firstGradeYearOf(grade, on)
    const known = classes.get(key(schoolId, firstGradeYear, classNo))
    if (known !== undefined) return { schoolId, classId: known }
    const classId = newId()
    classes.set(key(schoolId, firstGradeYear, classNo), classId)
    opened.push({ feature: 'roster', subject: classId, type: 'ClassOpened', schoolId, firstGradeYear, classNo })
    return { schoolId, classId }
  }
  return Object.assign(find, { opened })
}

const enrolled = (row: RosterRow, place: Place, on: string, id: string): StagedChange => ({
  feature: 'roster',
  subject: id,
  type: 'ChildEnrolled',
  ...place,
  on,
  label: row.name,
  nickname: row.nickname,
  externalKey: row.externalKey,
})

const moved = (
  { childId }: Matched,
  byId: ReadonlyMap<string, StoredChild>,
  classId: string,
  on: string,
): StagedChange => ({
  feature: 'roster',
  subject: childId,
  type: 'ChildMoved',
  from: byId.get(childId)?.classId ?? '',
  classId,
  on,
})

const returned = ({ childId }: Matched, classId: string, on: string): StagedChange => ({
  feature: 'roster',
  subject: childId,
  type: 'ChildReturned',
  classId,
  on,
})

const hasLeft = ({ childId }: EnrolledChild, byId: ReadonlyMap<string, StoredChild>, on: string): StagedChange => ({
  feature: 'roster',
  subject: childId,
  type: 'ChildLeft',
  from: byId.get(childId)?.classId ?? '',
  on,
})

/** What the row knows of the child that was not stored: a key, a nickname; a name only when the office said it is this child. */
const described = ({ childId, row }: Matched, child: StoredChild | undefined): StagedChange[] => {
  if (!child) return []
  const news = {
    label: nameKey(child.name) === nameKey(row.name) ? undefined : row.name,
    nickname: child.nickname === undefined ? row.nickname : undefined,
    externalKey: child.externalKey === undefined ? row.externalKey : undefined,
  }
  if (Object.values(news).every(value => value === undefined)) return []
  return [{ feature: 'roster', subject: childId, type: 'ChildDescribed', ...news }]
}
