/** 规定哪来的: the answer to "why?", with document, place, version and the document's own words. */
import { documents } from './documents.ts'
import { type Level, type Region, ruleIn, sentence } from './policy.ts'
import type { Clause, PolicyDocument, RuleId, Status } from './schema.ts'
import { type Lang, spokenPlace } from './spoken.ts'

export interface Reason {
  readonly id: RuleId
  /** `practice` is our own doing and is worded as such. */
  readonly status: Status
  readonly says: string
  /** Title without 《》. */
  readonly document: string
  readonly number: string | null
  readonly place: string | undefined
  readonly version: string
  readonly effectiveFrom: string | null
  /** The document's own words, always Chinese; seed clauses only. */
  readonly quotation: string | undefined
  /** All of it as one answer to send, lines separated by a line break. */
  readonly text: string
}

/** Where a rule comes from, for users of a region. Undefined if there is no such rule there. */
export const why = (ruleId: string, region: Region, lang: Lang, level?: Level): Reason | undefined => {
  const rule = ruleIn(region, ruleId)
  const document = rule && documents.get(rule.clause.document)
  if (!rule || !document) return undefined
  const says = sentence(rule, lang, level)
  const reason = { id: rule.id, says, ...cited(rule.clause, document, lang) }
  return { ...reason, text: (lang === 'zh' ? inChinese : inEnglish)(reason) }
}

type Untold = Omit<Reason, 'text'>

const cited = (clause: Clause, document: PolicyDocument, lang: Lang) => ({
  status: clause.status,
  document: document.title[lang],
  number: document.number,
  place: spokenPlace(clause.place, lang),
  version: document.version[lang],
  effectiveFrom: document.effectiveFrom,
  quotation: clause.quotation,
})

const inChinese = ({ says, status, document, number, place, version, quotation }: Untold): string => {
  if (status === 'practice') return `${says}。\n这是本服务做法,不是规定。`
  const words = quotation ? `\n原话是「${quotation}」。` : ''
  return `${says}。\n出自《${document}》${number ? `(${number})` : ''}${place ?? ''},${version}。${words}`
}

const inEnglish = ({ says, status, document, number, place, version, quotation }: Untold): string => {
  if (status === 'practice') return `${says}.\nThis is our service's practice, not a rule.`
  const words = quotation ? `\nIn its own words: 「${quotation}」.` : ''
  const where = [document, number, place].filter(Boolean).join(', ')
  return `${says}.\nFrom: ${where} (${version}).${words}`
}
