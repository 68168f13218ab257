/** The guide for weekends and holidays, for which HW-04 names no number. It is ours and never called a limit. */
import { homeworkLimit, type Stage } from './limits.ts'

const WEEKEND_DAYS = 2

export interface ReferenceLine {
  /** Minutes over the whole block. */
  readonly minutes: number
  readonly rule: 'WL-01'
  readonly status: 'practice'
}

/** Daily limit times the days off of the block, two at most for a weekend. */
export const referenceLine = (
  block: { readonly kind: 'weekend' | 'holiday'; readonly days: number },
  stage: Stage,
): ReferenceLine => {
  const days = block.kind === 'weekend' ? Math.min(block.days, WEEKEND_DAYS) : block.days
  return { minutes: homeworkLimit(stage).minutes * days, rule: 'WL-01', status: 'practice' }
}
