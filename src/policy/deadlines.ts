/**
 * Clocks of the hotline in official mode, versioned: a case keeps the version in force when it was accepted. The law
 * binds the authority; the targets are ours (WL-09). 日 are calendar days and are not rolled past a holiday.
 */
import * as z from 'zod'
import { ruleIdSchema } from './schema.ts'

const span = z.object({ days: z.int().positive(), unit: z.enum(['calendar', 'working']) })

const deadlineSchema = z.object({
  /** From what the days are counted. */
  from: z.enum(['received', 'accepted', 'due', 'replied', 'reviewed', 'requested', 'handed_over', 'begun']),
  limit: span,
  rule: ruleIdSchema,
})

const policySchema = z.object({
  version: z.string().min(1),
  effectiveFrom: z.iso.date(),
  statutory: z.object({
    route: deadlineSchema,
    notify: deadlineSchema,
    object: deadlineSchema,
    finish: deadlineSchema,
    extend: deadlineSchema,
    requestReview: deadlineSchema,
    review: deadlineSchema,
    requestSecondReview: deadlineSchema,
    secondReview: deadlineSchema,
    bullyingInquiry: deadlineSchema,
  }),
  /** What we ask the county to keep, in working days, by severity where it differs. */
  targets: z.object({
    rule: ruleIdSchema,
    route: z.object({ sev2: z.int(), sev3: z.int(), sev4: z.int() }),
    notify: z.int(),
    object: z.int(),
    finish: z.object({ sev2: z.int(), sev3: z.int(), sev4: z.int() }),
    extend: z.int(),
  }),
  /** Day limits of the province's 12345 line: null until they are confirmed. */
  hotline12345: span.nullable(),
})

export type DeadlinePolicy = z.infer<typeof policySchema>
export type DeadlineEvent = keyof DeadlinePolicy['statutory']
export type HandledSeverity = 'sev2' | 'sev3' | 'sev4'

const calendar = (days: number) => ({ days, unit: 'calendar' })

const versions: readonly DeadlinePolicy[] = z.array(policySchema).parse([
  {
    version: '2026-11-23',
    effectiveFrom: '2022-05-01',
    statutory: {
      route: { from: 'received', limit: calendar(15), rule: 'DL-01' },
      notify: { from: 'received', limit: calendar(15), rule: 'DL-02' },
      object: { from: 'handed_over', limit: { days: 5, unit: 'working' }, rule: 'DL-03' },
      finish: { from: 'accepted', limit: calendar(60), rule: 'DL-04' },
      extend: { from: 'due', limit: calendar(30), rule: 'DL-05' },
      requestReview: { from: 'replied', limit: calendar(30), rule: 'DL-06' },
      review: { from: 'requested', limit: calendar(30), rule: 'DL-06' },
      requestSecondReview: { from: 'reviewed', limit: calendar(30), rule: 'DL-07' },
      secondReview: { from: 'requested', limit: calendar(30), rule: 'DL-07' },
      bullyingInquiry: { from: 'begun', limit: calendar(10), rule: 'DL-08' },
    },
    targets: {
      rule: 'WL-09',
      route: { sev2: 1, sev3: 3, sev4: 3 },
      notify: 5,
      object: 2,
      finish: { sev2: 10, sev3: 15, sev4: 15 },
      extend: 10,
    },
    hotline12345: null,
  },
])

/** The clocks in force on a date (`YYYY-MM-DD`); undefined before the first version. */
export const deadlinePolicyOn = (date: string): DeadlinePolicy | undefined =>
  versions.findLast(({ effectiveFrom }) => effectiveFrom <= date)

/** The clocks a case was accepted under; undefined for an unknown version. */
export const deadlinePolicy = (version: string): DeadlinePolicy | undefined =>
  versions.find(candidate => candidate.version === version)
