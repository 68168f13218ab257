import type { EnrolledChild, ImportPlan } from './plan.ts'
import type { RosterRow } from './types.ts'

type ClassPlace = { school: string; grade: number; classNo: number }

/** What a plan would change, told by class and row: no names, so that it may stand on a screen that others see. */
export type PlanOutline = {
  /** Newcomers of each class. */
  added: (ClassPlace & { children: number })[]
  moved: { row: number; from: ClassPlace; to: ClassPlace }[]
  returned: { row: number; to: ClassPlace }[]
  /** Children of each listed class who are not in the file. */
  missing: (ClassPlace & { children: number })[]
}

/** Tells a plan by class and row, classes in the order in which they are met. */
export const outlineOf = (plan: ImportPlan): PlanOutline => ({
  added: byClass(plan.added.map(placeOf)),
  moved: plan.moved.map(({ row, from }) => ({
    row: row.row,
    from: { school: row.school, ...from },
    to: placeOf(row),
  })),
  returned: plan.returned.map(({ row }) => ({ row: row.row, to: placeOf(row) })),
  missing: byClass(plan.left.map(lastPlace)),
})

const placeOf = ({ school, grade, classNo }: RosterRow): ClassPlace => ({ school, grade, classNo })

const lastPlace = ({ school, classGrade, classNo }: EnrolledChild): ClassPlace => ({
  school,
  grade: classGrade,
  classNo,
})

const byClass = (places: readonly ClassPlace[]): (ClassPlace & { children: number })[] => {
  const groups = Map.groupBy(places, ({ school, grade, classNo }) => `${school} ${grade} ${classNo}`)
  return [...groups.values()].flatMap(([first, ...others]) =>
    first ? [{ ...first, children: others.length + 1 }] : [],
  )
}
