/** The short notation of the rule files. */
import type { Clause, Rule, RuleId } from './schema.ts'

/** A rule: id, what it says in Chinese and in English, the clauses it stands on. */
export const rule = (id: RuleId, zh: string, en: string, ...clauses: Clause[]): Rule => ({
  id,
  text: { zh, en },
  clauses,
})

/** A clause of the Henan plan, with its own words. */
export const henan = (place: string, quotation: string): Clause => ({
  pack: 'henan',
  status: 'seed',
  document: 'henan-plan',
  place,
  quotation,
})

/** A clause of the Heilongjiang plan, with its own words. */
export const heilongjiang = (place: string, quotation: string): Clause => ({
  pack: 'heilongjiang',
  status: 'seed',
  document: 'heilongjiang-plan',
  place,
  quotation,
})

/** A clause of a national text that was read. */
export const national = (document: string, place: string | null = null): Clause => ({
  pack: 'national',
  status: 'verified',
  document,
  place,
})

/** Something that we do of our own accord. */
export const practice = (): Clause => ({ pack: 'own', status: 'practice', document: 'own', place: null })
