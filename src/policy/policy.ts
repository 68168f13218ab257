/** The rules as they hold in one region: its province's plan first, then the national texts. */
import * as z from 'zod'
import { afterSchoolRules } from './rules/afterschool.ts'
import { examRules } from './rules/exams.ts'
import { handlingRules } from './rules/handling.ts'
import { homeworkRules } from './rules/homework.ts'
import { practiceRules } from './rules/practice.ts'
import { privacyRules } from './rules/privacy.ts'
import { sleepRules } from './rules/sleep.ts'
import type { Clause, Pack, Rule, RuleId } from './schema.ts'
import { ruleSchema } from './schema.ts'
import type { Lang } from './spoken.ts'

/** Provinces with a pack of their own; everywhere else the national texts alone hold. */
export type Region = 'national' | 'henan' | 'heilongjiang'

/** A rule with the clause that it is cited by in a region, and the others that say the same there. */
export interface CitedRule extends Rule {
  readonly clause: Clause
  readonly also: readonly Clause[]
}

export interface Policy {
  readonly region: Region
  readonly rules: ReadonlyMap<string, CitedRule>
}

/** Every rule of every pack. */
export const allRules: readonly Rule[] = z
  .array(ruleSchema)
  .parse([
    ...homeworkRules,
    ...sleepRules,
    ...afterSchoolRules,
    ...examRules,
    ...handlingRules,
    ...privacyRules,
    ...practiceRules,
  ])

/** The region a county's setting names; `national` for every province without a pack. */
export const regionOf = (name: string): Region => (name === 'henan' || name === 'heilongjiang' ? name : 'national')

/** The rules of a region. A rule that only another province's plan contains is not among them. */
export const policyFor = (region: Region): Policy => policies[region]

/** One rule as cited in a region; undefined where it does not hold or does not exist. */
export const ruleIn = (region: Region, id: string): CitedRule | undefined => policyFor(region).rules.get(id)

/** What a rule says, for one level where it tells them apart. Without a full stop. */
export const sentence = (rule: Rule, lang: Lang, level?: Level): string =>
  (level && rule.byLevel ? rule.byLevel[level] : rule.text)[lang]

/** 小学 or 初中: what bedtimes and hours go by. */
export type Level = 'primary' | 'junior'

/** Whether a rule may be presented as the rule. What is `practice` is shown as our own doing only. */
export const isTheRule = (rule: CitedRule): boolean => rule.clause.status !== 'practice'

const layers: Record<Region, readonly Pack[]> = {
  national: ['national', 'own'],
  henan: ['henan', 'national', 'own'],
  heilongjiang: ['heilongjiang', 'national', 'own'],
}

const cite = (rule: Rule, packs: readonly Pack[]): [RuleId, CitedRule][] => {
  const [clause, ...also] = packs.flatMap(pack => rule.clauses.filter(candidate => candidate.pack === pack))
  return clause ? [[rule.id, { ...rule, clause, also }]] : []
}

const compose = (region: Region): Policy => ({
  region,
  rules: new Map(allRules.flatMap(rule => cite(rule, layers[region]))),
})

const policies: Record<Region, Policy> = {
  national: compose('national'),
  henan: compose('henan'),
  heilongjiang: compose('heilongjiang'),
}
