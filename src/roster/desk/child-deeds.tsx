import * as z from 'zod'
import { field, readForm, refused } from '../../console/form.tsx'
import { type ConsoleDeps, consolePath, type Page, type View, type Visit } from '../../console/page.ts'
import { notFound } from '../../console/refusals.tsx'
import { guarded, saved } from '../../console/save.ts'
import { type Statement, statement } from '../../db/statement.ts'
import type { RosterChange } from '../change.ts'
import { rosterLimits } from '../import/limits.ts'
import { writeChanges } from '../import-store.ts'
import { aboutChild, CHILD_PATH, childPage, type OpenDrafts, showChild } from './child-page.tsx'
import { type ChildCard, currentStay, readChild, readClasses } from './read.ts'
import { type DeskRefusal, describe, type Enrolled, letLeave, moveChild, takeBack } from './rules.ts'
import { deskWords } from './words.ts'

/** One child, and what the office does: move, correct the name, let leave, take back. */
export const childPages = (deps: ConsoleDeps): Page[] => [
  childPage(deps),
  deed('move', deps, (visit, child) => intoClass(visit, deps, child, 'moved', moveChild)),
  deed('return', deps, (visit, child) => intoClass(visit, deps, child, 'returned', takeBack)),
  deed('leave', deps, async (visit, child) => {
    const decided = letLeave(enrolled(child), visit.today)
    return Array.isArray(decided)
      ? put(visit, deps, child, decided, 'left')
      : showChild(visit, deps, { stale: true }, 409)
  }),
  deed('name', deps, (visit, child) => rename(visit, deps, child)),
]

const deed = (
  name: string,
  deps: ConsoleDeps,
  work: (visit: Visit, child: ChildCard) => Promise<View | Response>,
): Page => ({
  method: 'POST',
  path: `${CHILD_PATH}/${name}`,
  action: 'roster.change',
  unit: aboutChild,
  answer: async visit => {
    const child = await readChild(deps.db, visit.params.child ?? '')
    return child ? work(visit, child) : notFound(visit.lang)
  },
})

const enrolled = (child: ChildCard): Enrolled => ({
  id: child.id,
  label: child.label,
  nickname: child.nickname,
  classId: currentStay(child)?.classId,
})

const intoClass = async (
  visit: Visit,
  deps: ConsoleDeps,
  child: ChildCard,
  done: string,
  decide: (child: Enrolled, to: string, on: string) => RosterChange[] | DeskRefusal,
): Promise<View | Response> => {
  const again = (drafts: OpenDrafts, status: 409 | 422) => showChild(visit, deps, drafts, status)
  const read = readForm(visit.form, z.object({ class: field.text(64) }))
  if ('draft' in read) return again({ move: read.draft }, 422)
  const classes = await readClasses(deps.background, child.schoolId, visit.today)
  if (!classes.some(({ id }) => id === read.data.class))
    return again({ move: refused(visit.form, { class: 'choice' }) }, 422)
  const decided = decide(enrolled(child), read.data.class, visit.today)
  if (Array.isArray(decided)) return put(visit, deps, child, decided, done)
  if (decided.refused !== 'same class') return again({ stale: true }, 409)
  const say = deskWords[visit.lang].child.sameClass
  return again({ move: refused(visit.form, { class: { say } }) }, 422)
}

const nameShape = z.object({
  label: field.text(rosterLimits.nameLength),
  nickname: field.optional(rosterLimits.nameLength),
})

const rename = async (visit: Visit, deps: ConsoleDeps, child: ChildCard): Promise<View | Response> => {
  const read = readForm(visit.form, nameShape)
  if ('draft' in read) return showChild(visit, deps, { name: read.draft }, 422)
  return put(visit, deps, child, describe(enrolled(child), read.data.label, read.data.nickname), 'renamed')
}

/** Writes the changes with their audit rows, if the child is still in the class at which the form was opened. */
const put = async (
  visit: Visit,
  deps: ConsoleDeps,
  child: ChildCard,
  changes: RosterChange[],
  done: string,
): Promise<View | Response> => {
  const actor = { kind: 'staff', id: visit.actor.staffId } as const
  const entries = changes.map(({ type, subject }) => ({ event: type, actor: visit.actor.staffId, subject }))
  const statements = writeChanges(changes, actor, visit.now)
  const at = typeof visit.form.at === 'string' ? visit.form.at : ''
  if (await saved(deps.audit, entries, guarded(standsIn(child.id, at), statements)))
    return visit.c.redirect(`${consolePath(CHILD_PATH, { child: child.id })}?done=${done}`, 303)
  return showChild(visit, deps, { stale: true }, 409)
}

/** Whether a child is in this class (empty: in none): a SELECT of 1. */
const standsIn = (child: string, classId: string): Statement =>
  statement(
    `SELECT coalesce((SELECT class_id FROM enrolment WHERE child_id = ? AND until_date IS NULL), '') = ?`,
    child,
    classId,
  )
