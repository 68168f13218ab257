/** The numbers that rules set, by stage. Minutes of homework, clocks of bed and lessons, hours of sleep, exams a term. */
import type { Level } from './policy.ts'
import type { RuleId } from './schema.ts'

/** Limits go by stage, not by grade number: a 5-4 school's grade 6 is junior secondary. */
export type Stage = 'primary_lower' | 'primary_upper' | 'junior'

/** 六三学制 or 五四学制; a setting of the school, confirmed by the county. */
export type SchoolSystem = '6-3' | '5-4'

/** The stage of a grade 1 to 9. RangeError for any other grade. Practice WL-08: 5-4 goes by the letter. */
export const stageOf = (grade: number, system: SchoolSystem): Stage => {
  if (!Number.isInteger(grade) || grade < 1 || grade > 9) throw new RangeError('a grade is a whole number from 1 to 9')
  if (grade <= 2) return 'primary_lower'
  return grade <= (system === '6-3' ? 6 : 5) ? 'primary_upper' : 'junior'
}

/** 小学 or 初中. */
export const levelOf = (stage: Stage): Level => (stage === 'junior' ? 'junior' : 'primary')

export interface HomeworkLimit {
  /** Written homework at home per homework night. */
  readonly minutes: 0 | 60 | 90
  /** `absolute`: none may be set. `average`: over the pupils of a class or grade, never a cap for one child. */
  readonly basis: 'absolute' | 'average'
  readonly rule: RuleId
}

const homework: Record<Stage, HomeworkLimit> = {
  primary_lower: { minutes: 0, basis: 'absolute', rule: 'HW-01' },
  primary_upper: { minutes: 60, basis: 'average', rule: 'HW-02' },
  junior: { minutes: 90, basis: 'average', rule: 'HW-03' },
}

/** HW-01, HW-02, HW-03. */
export const homeworkLimit = (stage: Stage): HomeworkLimit => homework[stage]

/** How an evening's minutes stand to the rule, for wording only: a long evening of one child breaks nothing. */
export const standing = (stage: Stage, minutes: number): 'none_allowed' | 'within' | 'over_average_line' => {
  const limit = homeworkLimit(stage)
  if (minutes <= limit.minutes) return 'within'
  return limit.basis === 'absolute' ? 'none_allowed' : 'over_average_line'
}

export interface BedBy {
  /** Generally (一般) no later than this, `HH:MM`. */
  readonly clock: string
  /** The same in minutes after 18:00. */
  readonly offset: number
  /** Sleep a day. */
  readonly hours: number
  readonly rules: { readonly bed: RuleId; readonly sleep: RuleId }
}

const bed: Record<Level, BedBy> = {
  primary: { clock: '21:20', offset: 200, hours: 10, rules: { bed: 'SL-02', sleep: 'SL-01' } },
  junior: { clock: '22:00', offset: 240, hours: 9, rules: { bed: 'SL-02', sleep: 'SL-01' } },
}

/** SL-01 and SL-02. Which nights are judged by it is the calendar's business. */
export const bedBy = (stage: Stage): BedBy => bed[levelOf(stage)]

/** Clocks that rules set beside the bedtime, `HH:MM`. Those of `own` practice are advice. */
export const clocks = {
  firstLesson: { primary: '08:20', junior: '08:00', rule: 'SL-03' },
  trainingEndBy: { clock: '20:30', rule: 'SL-05' },
  onlineTrainingEndBy: { clock: '21:00', rule: 'SL-06' },
  gamesNever: { from: '22:00', to: '08:00', rule: 'SL-07' },
  gamesOnly: { from: '20:00', to: '21:00', rule: 'SL-08' },
  eveningStudyEndBy: { clock: '20:30', rule: 'WL-06' },
} as const

/** What after-school service must at least offer. */
export const afterSchoolLeast = { minutes: 120, daysPerWeek: 5, rule: 'AS-02' } as const

export interface ExamAllowance {
  readonly midterm: number
  readonly final: number
  /** In the second term only. */
  readonly mock: number
  readonly rules: readonly RuleId[]
}

/** Exams a school may hold in one term. `graduating`: the last junior grade. */
export const examAllowance = (stage: Stage, graduating = false): ExamAllowance => {
  if (stage === 'primary_lower') return { midterm: 0, final: 0, mock: 0, rules: ['EX-01'] }
  if (stage === 'primary_upper') return { midterm: 0, final: 1, mock: 0, rules: ['EX-02', 'EX-03'] }
  return graduating
    ? { midterm: 1, final: 1, mock: 2, rules: ['EX-02', 'EX-03', 'EX-05'] }
    : { midterm: 1, final: 1, mock: 0, rules: ['EX-02', 'EX-03'] }
}
