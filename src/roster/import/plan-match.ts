import { nameKey } from './name.ts'
import type { EnrolledChild, PlanQuestion } from './plan.ts'
import type { RosterRow } from './types.ts'

/** What a row means: a child already enrolled, a new one, or a question to the office. */
export type Decision = { child: EnrolledChild } | 'new' | PlanQuestion['code']

/**
 * Decides for the rows and the children of one name in one school: the surest pairs first (same nickname, then same
 * class), then what is left over. Puts a decision for every row into `decisions`.
 */
export function decideGroup(
  rows: readonly RosterRow[],
  children: readonly EnrolledChild[],
  decisions: Map<RosterRow, Decision>,
) {
  const left = { rows: [...rows], children: [...children] }
  for (const isSure of [hasSameNickname, isSameClass]) {
    for (const { row, child } of surePairs(left.rows, left.children, isSure)) {
      decisions.set(row, { child })
      left.rows.splice(left.rows.indexOf(row), 1)
      left.children.splice(left.children.indexOf(child), 1)
    }
  }
  const isOnly = rows.length === 1 && children.length === 1
  for (const row of left.rows) decisions.set(row, decideRest(row, left.children, isOnly))
}

function surePairs(
  rows: readonly RosterRow[],
  children: readonly EnrolledChild[],
  isSure: (row: RosterRow, child: EnrolledChild) => boolean,
) {
  return rows.flatMap(row => {
    const [child, ...others] = children.filter(child => isSure(row, child) && !isOther(row, child))
    if (!child || others.length > 0) return []
    return rows.filter(rival => isSure(rival, child) && !isOther(rival, child)).length === 1 ? [{ row, child }] : []
  })
}

function decideRest(row: RosterRow, children: readonly EnrolledChild[], isOnly: boolean): Decision {
  const near = children.filter(child => !child.hasLeft && isNear(row, child))
  const possible = children.filter(child => !isOther(row, child))
  const [child] = possible
  if (!child) return near.length > 0 ? 'other-key' : 'new'
  if (!isOnly) return 'which-child'
  if (child.hasLeft) return 'came-back'
  return isNear(row, child) ? { child } : 'grade-jump'
}

/** Whether the child is in the class the row names. */
export function isSameClass(row: RosterRow, child: EnrolledChild): boolean {
  return row.grade === child.classGrade && row.classNo === child.classNo
}

function hasSameNickname(row: RosterRow, child: EnrolledChild): boolean {
  return row.nickname !== undefined && child.nickname !== undefined && nameKey(row.nickname) === nameKey(child.nickname)
}

/** Told apart by a key or a nickname that both have. */
function isOther(row: RosterRow, child: EnrolledChild): boolean {
  if (row.externalKey !== undefined && child.externalKey !== undefined) return row.externalKey !== child.externalKey
  return row.nickname !== undefined && child.nickname !== undefined && !hasSameNickname(row, child)
}

/** A child stays, repeats or skips one grade; further away it is another child. */
function isNear(row: RosterRow, child: EnrolledChild): boolean {
  return Math.abs(row.grade - child.classGrade) <= 1
}
