/** Rules as data with their clauses, and the few judgements that follow from their numbers. Pure. */
export {
  type DeadlineEvent,
  type DeadlinePolicy,
  deadlinePolicy,
  deadlinePolicyOn,
  type HandledSeverity,
} from './deadlines.ts'
export { documents } from './documents.ts'
export { type FeeCap, feeCapSchema } from './fees.ts'
export {
  afterSchoolLeast,
  type BedBy,
  bedBy,
  clocks,
  type ExamAllowance,
  examAllowance,
  type HomeworkLimit,
  homeworkLimit,
  levelOf,
  type SchoolSystem,
  type Stage,
  stageOf,
  standing,
} from './limits.ts'
export {
  allRules,
  type CitedRule,
  isTheRule,
  type Level,
  type Policy,
  policyFor,
  type Region,
  regionOf,
  ruleIn,
  sentence,
} from './policy.ts'
export { type ReferenceLine, referenceLine } from './reference.ts'
export {
  BACKUP_DAYS,
  CODE_DAYS,
  REASON_DAYS,
  RECEIPT_YEARS,
  RETENTION,
  type RetentionId,
  retentionLines,
  STRANGER_DAYS,
} from './retention.ts'
export type { Bilingual, Clause, PolicyDocument, Rule, RuleId, Status } from './schema.ts'
export { BANDS_RULE, type SleepBand, type SleepOpportunity, sleepBand, sleepOpportunity } from './sleep.ts'
export type { Lang } from './spoken.ts'
export { type Reason, why } from './why.ts'
