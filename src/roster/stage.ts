import { type Statement, statement } from '../db/statement.ts'
import type { EnrolmentChange } from './change.ts'

/** A change of classes and children that is on its way to the tables. */
export type StagedChange = EnrolmentChange & { feature: 'roster'; subject: string }

/**
 * Lays changes down where nobody reads them, `first` being the number of the first. One statement, however many: about
 * 3 ms for a hundred. `at`: epoch milliseconds.
 */
export const stageChanges = (
  importId: string,
  first: number,
  changes: readonly StagedChange[],
  at: number,
): Statement => statement(STAGE, importId, first, at, JSON.stringify(changes))

const STAGE = `INSERT INTO import_stage
    (import_id, n, at, type, subject, on_date, school_id, class_id, label, nickname, external_key, log)
  SELECT ?, ? + key, ?, value ->> 'type', value ->> 'subject', value ->> 'on', value ->> 'schoolId',
    value ->> 'classId', value ->> 'label', value ->> 'nickname', value ->> 'externalKey',
    json_remove(value, '$.label', '$.nickname', '$.externalKey')
  FROM json_each(?)`

/** Makes everything staged under an id true, in one batch, and clears the stage. */
export const applyStage = (importId: string): Statement[] => [
  ...[OPEN_CLASSES, ADD_CHILDREN].map(sql => statement(sql, importId)),
  statement(CLOSE, importId, importId),
  ...[ENROL, DESCRIBE].map(sql => statement(sql, importId)),
  dropStage(importId),
]

/** The rows of the log for what is staged, written with it. */
export const logStage = (importId: string, actor: { kind: string; id: string }, at: number): Statement =>
  statement(LOG, at, actor.kind, actor.id, importId)

/** Forgets what is staged under an id. */
export const dropStage = (importId: string): Statement =>
  statement('DELETE FROM import_stage WHERE import_id = ?', importId)

const OPEN_CLASSES = `INSERT INTO school_class (id, school_id, first_grade_year, class_no)
  SELECT subject, school_id, log ->> 'firstGradeYear', log ->> 'classNo' FROM import_stage
  WHERE import_id = ? AND type = 'ClassOpened' ORDER BY n`

const ADD_CHILDREN = `INSERT INTO child (id, school_id, label, nickname, external_key, at)
  SELECT subject, school_id, label, nickname, external_key, at FROM import_stage
  WHERE import_id = ? AND type = 'ChildEnrolled' ORDER BY n`

/** `until_date` is the first day on which it no longer holds. One begun on that very day, or later, is left empty. */
const CLOSE = `UPDATE enrolment
  SET until_date = max(from_date, (SELECT max(on_date) FROM import_stage WHERE import_id = ?))
  WHERE until_date IS NULL
    AND child_id IN (SELECT subject FROM import_stage WHERE import_id = ? AND type IN ('ChildMoved', 'ChildLeft'))`

/** A second move on one day replaces the first. */
const ENROL = `INSERT INTO enrolment (child_id, class_id, from_date)
  SELECT subject, class_id, on_date FROM import_stage
  WHERE import_id = ? AND type IN ('ChildEnrolled', 'ChildMoved', 'ChildReturned') ORDER BY n
  ON CONFLICT (child_id, from_date) DO UPDATE SET class_id = excluded.class_id, until_date = NULL`

const DESCRIBE = `UPDATE child SET label = coalesce(s.label, child.label),
    nickname = coalesce(s.nickname, child.nickname), external_key = coalesce(s.external_key, child.external_key)
  FROM import_stage s WHERE s.subject = child.id AND s.import_id = ? AND s.type = 'ChildDescribed'`

const LOG = `INSERT INTO change_log (at, actor_kind, actor_id, type, subject, change)
  SELECT ?, ?, ?, type, subject, log FROM import_stage WHERE import_id = ? ORDER BY n`
