import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { allRules, documents, isTheRule, policyFor, type Region, regionOf, ruleIn, sentence } from './index.ts'
import { clauseSchema, QUOTATION_MAX } from './schema.ts'

const regions: Region[] = ['national', 'henan', 'heilongjiang']
const numbers = (family: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${family}-${String(index + 1).padStart(2, '0')}`)
const idsOf = (family: string) => allRules.map(({ id }) => id).filter(id => id.startsWith(family))
const clauses = allRules.flatMap(rule => rule.clauses)

describe('the data', () => {
  test.each([
    ['HW', 22],
    ['SL', 12],
    ['AS', 23],
    ['EX', 18],
    ['PV', 22],
  ])('%s holds all %i rules', (family, count) => expect(idsOf(family)).toEqual(numbers(family, count)))

  test('no id is used twice', () => {
    expect(new Set(allRules.map(({ id }) => id)).size).toBe(allRules.length)
  })

  test('every clause names a document that is described', () => {
    expect(clauses.filter(({ document }) => !documents.has(document))).toEqual([])
  })

  test('every described document is cited', () => {
    const cited = new Set(clauses.map(({ document }) => document))
    expect([...documents.keys()].filter(id => !cited.has(id))).toEqual([])
  })

  test('no sentence ends in a full stop or holds what cannot be said aloud', () => {
    const zh = allRules
      .flatMap(({ text, byLevel }) => [text, byLevel?.primary, byLevel?.junior])
      .map(each => each?.zh ?? '')
    expect(zh.filter(each => /[。.;:/≤≥%()]$|[≤≥%/]|\d{1,2}:\d{2}/.test(each))).toEqual([])
    expect(allRules.filter(({ text }) => text.en.endsWith('.'))).toEqual([])
  })
})

describe('quotations', () => {
  const read = new Set(
    readFileSync(new URL('./samples/plans.txt', import.meta.url), 'utf8')
      .split('\n')
      .filter(line => line && !line.startsWith('#')),
  )

  test('each stands in its plan, at its place, in these words', () => {
    const seeds = clauses.filter(({ status }) => status === 'seed')
    expect(seeds.length).toBeGreaterThan(50)
    expect(seeds.filter(({ pack, place, quotation }) => !read.has([pack, place, quotation].join('\t')))).toEqual([])
  })

  test('none is longer than twenty characters', () => {
    expect(clauses.filter(({ quotation }) => [...(quotation ?? '')].length > QUOTATION_MAX)).toEqual([])
    const clause = { pack: 'henan', status: 'seed', document: 'henan-plan', place: '三' }
    expect(clauseSchema.safeParse({ ...clause, quotation: '字'.repeat(21) }).success).toBe(false)
    expect(clauseSchema.safeParse({ ...clause, quotation: '字'.repeat(20) }).success).toBe(true)
  })

  test('a seed clause without its words, or words without a seed, is refused', () => {
    const clause = { pack: 'henan', status: 'seed', document: 'henan-plan', place: '三' }
    expect(clauseSchema.safeParse(clause).success).toBe(false)
    expect(clauseSchema.safeParse({ ...clause, status: 'verified', quotation: '字' }).success).toBe(false)
  })
})

describe('regions', () => {
  test('Henan cites its own plan, Heilongjiang and the rest the national notice', () => {
    expect(regions.map(region => ruleIn(region, 'HW-02')?.clause.document)).toEqual([
      'homework-2021',
      'henan-plan',
      'homework-2021',
    ])
    expect(ruleIn('henan', 'HW-02')?.also.map(({ document }) => document)).toEqual(['homework-2021'])
  })

  test("no region is given another province's words", () => {
    const foreign = (region: Region) =>
      [...policyFor(region).rules.values()].flatMap(rule =>
        [rule.clause, ...rule.also].filter(({ pack }) => !['national', 'own', region].includes(pack)),
      )
    expect(regions.flatMap(foreign)).toEqual([])
  })

  test('a rule that one plan alone contains holds in that province alone', () => {
    expect(regions.filter(region => ruleIn(region, 'EX-15'))).toEqual(['heilongjiang'])
    expect(regions.filter(region => ruleIn(region, 'HW-05'))).toEqual(['henan'])
  })

  test('every homework and sleep limit holds everywhere', () => {
    const limits = ['HW-01', 'HW-02', 'HW-03', 'HW-04', 'HW-17', 'SL-01', 'SL-02', 'SL-03']
    expect(regions.flatMap(region => limits.filter(id => !ruleIn(region, id)))).toEqual([])
  })

  test('a province without a pack goes by the national texts', () => {
    expect(['henan', 'sichuan', ''].map(regionOf)).toEqual(['henan', 'national', 'national'])
  })
})

describe('our own practice', () => {
  test('is never presented as the rule, and nothing else is practice', () => {
    for (const region of regions) {
      for (const rule of policyFor(region).rules.values()) {
        expect([rule.id, isTheRule(rule)]).toEqual([rule.id, !rule.id.startsWith('WL-')])
      }
    }
  })

  test('a clause of ours cannot be marked as verified', () => {
    const clause = { pack: 'own', status: 'verified', document: 'own', place: null }
    expect(clauseSchema.safeParse(clause).success).toBe(false)
  })
})

describe('sentences', () => {
  test('are those of the evening answer', () => {
    const bed = ruleIn('henan', 'SL-02')
    const homework = ruleIn('henan', 'HW-02')
    expect(homework && sentence(homework, 'zh', 'primary')).toBe('三到六年级全班平均每天不超过60分钟')
    expect(bed && sentence(bed, 'zh', 'primary')).toBe('小学一般最晚9点20睡')
    expect(bed && sentence(bed, 'zh', 'junior')).toBe('初中一般最晚10点睡')
  })
})
