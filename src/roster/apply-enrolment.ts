import { child, enrolment, schoolClass } from '../db/schema/index.ts'
import { insert, type Statement, statement } from '../db/statement.ts'
import type { EnrolmentChange } from './change.ts'

/** The statements of one change of classes and children. `at`: epoch milliseconds. */
export const applyEnrolment = (change: EnrolmentChange & { subject: string }, at: number): Statement[] => {
  switch (change.type) {
    case 'ClassOpened': {
      const { subject: id, schoolId, firstGradeYear, classNo } = change
      return [insert(schoolClass, { id, schoolId, firstGradeYear, classNo })]
    }
    case 'ChildEnrolled': {
      const { subject: id, schoolId, label, classId, on } = change
      // null, not absent: one statement text for every child is prepared once.
      const marks = { nickname: change.nickname ?? null, externalKey: change.externalKey ?? null }
      return [
        insert(child, { id, schoolId, label, ...marks, at }),
        insert(enrolment, { childId: id, classId, from: on }),
      ]
    }
    case 'ChildMoved':
      return [statement(CLOSE, change.on, change.subject), openEnrolment(change)]
    case 'ChildDescribed': {
      const { label = null, nickname = null, externalKey = null } = change
      return [statement(DESCRIBE, label, nickname, externalKey, change.subject)]
    }
    case 'RosterImported':
      return []
  }
}

/** `until_date` is the first day on which it no longer holds. One begun on that very day, or later, is left empty. */
const CLOSE = 'UPDATE enrolment SET until_date = max(from_date, ?) WHERE child_id = ? AND until_date IS NULL'

/** A second move on one day replaces the first. */
const REOPEN = 'ON CONFLICT (child_id, from_date) DO UPDATE SET class_id = excluded.class_id, until_date = NULL'

const openEnrolment = ({ subject, classId, on }: { subject: string; classId: string; on: string }): Statement =>
  insert(enrolment, { childId: subject, classId, from: on }, REOPEN)

const DESCRIBE = `UPDATE child SET label = coalesce(?, label), nickname = coalesce(?, nickname),
  external_key = coalesce(?, external_key) WHERE id = ?`
