import type { Statement } from '../db/statement.ts'
import { applyStage, type StagedChange, stageChanges } from './stage.ts'

/** The statements of one change of classes and children: a stage of one. `at`: epoch milliseconds. */
export const applyEnrolment = (change: StagedChange, at: number): Statement[] =>
  change.type === 'RosterImported' ? [] : [stageChanges(change.subject, 0, [change], at), ...applyStage(change.subject)]
