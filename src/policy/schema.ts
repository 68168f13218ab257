/**
 * A rule as data: what it says in words one can say aloud, and the clauses it stands on. Nothing that was not read in
 * its source is here; what we decided ourselves is here as `practice` and is never shown as a rule.
 */
import * as z from 'zod'

const bilingual = z.object({ zh: z.string().min(1), en: z.string().min(1) })
/** One sentence in the two languages of the service. */
export type Bilingual = z.infer<typeof bilingual>

const partialDate = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)

/** A document that rules are cited from. `number` is null where the 文号 was not verified. */
export const documentSchema = z.object({
  title: bilingual,
  number: z.string().min(1).nullable(),
  /** Which text was read: its issue, its coming into force, or the day it was collected. */
  version: bilingual,
  /** Since when it holds, as exactly as known: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; null when the text tells none. */
  effectiveFrom: partialDate.nullable(),
})
export type PolicyDocument = z.infer<typeof documentSchema>

/** `seed`: read in a provincial plan, with its words. `verified`: read in a national text. `practice`: our own doing. */
export const statusSchema = z.enum(['seed', 'verified', 'practice'])
export type Status = z.infer<typeof statusSchema>

/** Whose clause it is: everybody's, one province's, or ours. */
export const packSchema = z.enum(['national', 'henan', 'heilongjiang', 'own'])
export type Pack = z.infer<typeof packSchema>

export const QUOTATION_MAX = 20

export const clauseSchema = z
  .object({
    pack: packSchema,
    status: statusSchema,
    document: z.string().min(1),
    /** Place in the document: `四(二)2`, `五` or `第30条`; null where the whole document says it. */
    place: z.string().min(1).nullable(),
    /** The document's own words, at most twenty characters. */
    quotation: z.string().min(1).max(QUOTATION_MAX).optional(),
  })
  .refine(
    ({ status, quotation }) => (status === 'seed') === (quotation !== undefined),
    'a seed clause, and only it, quotes',
  )
  .refine(({ status, pack }) => (status === 'practice') === (pack === 'own'), 'what is ours is practice')
export type Clause = z.infer<typeof clauseSchema>

/** HW homework, SL sleep, AS after-school, EX exams, HD handling, DL deadlines, PV privacy, WL our own practice. */
export const ruleIdSchema = z.templateLiteral([
  z.enum(['HW', 'SL', 'AS', 'EX', 'HD', 'DL', 'PV', 'WL']),
  '-',
  z.string().regex(/\d{2}/),
])
export type RuleId = z.infer<typeof ruleIdSchema>

export const ruleSchema = z.object({
  id: ruleIdSchema,
  /** Without a full stop, so that it can stand inside a sentence. */
  text: bilingual,
  /** The part of it that concerns one level, where it names both. */
  byLevel: z.object({ primary: bilingual, junior: bilingual }).optional(),
  clauses: z.array(clauseSchema).min(1),
})
export type Rule = z.infer<typeof ruleSchema>
