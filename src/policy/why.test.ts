import { describe, expect, test } from 'vitest'
import { allRules, policyFor, type Region, why } from './index.ts'
import { spokenPlace } from './spoken.ts'

const regions: Region[] = ['national', 'henan', 'heilongjiang']

describe('规定哪来的', () => {
  test('in Henan: the plan, its place and its words', () => {
    expect(why('HW-02', 'henan', 'zh')?.text).toBe(
      [
        '三到六年级全班平均每天不超过60分钟。',
        '出自《河南省提高义务教育教学质量实施方案》第四部分第二节第2条,2026年11月收录的文本。',
        '原话是「平均完成时间不超过60分钟」。',
      ].join('\n'),
    )
  })

  test('elsewhere: the national notice with number and date', () => {
    expect(why('SL-02', 'heilongjiang', 'zh', 'primary')?.text).toBe(
      [
        '小学一般最晚9点20睡。',
        '出自《教育部办公厅关于进一步加强中小学生睡眠管理工作的通知》(教基厅函〔2021〕11号)第五部分,2021年3月30日印发。',
      ].join('\n'),
    )
    expect(why('HW-02', 'heilongjiang', 'zh')).toMatchObject({
      document: '教育部办公厅关于加强义务教育学校作业管理的通知',
      number: null,
      effectiveFrom: '2021-04',
      quotation: undefined,
    })
  })

  test('in English, with the words left in Chinese', () => {
    expect(why('HW-17', 'henan', 'en')?.text).toBe(
      [
        "A child who has tried and still isn't done should also go to bed on time.",
        'From: Henan plan for better compulsory education, part 4, section 2, item 4 (text as collected in November 2026).',
        'In its own words: 「也应按时就寝」.',
      ].join('\n'),
    )
  })

  test('our own practice says that it is no rule', () => {
    expect(why('WL-01', 'henan', 'zh')?.text).toMatch(/这是本服务做法,不是规定。$/)
    expect(why('WL-01', 'henan', 'en')?.text).toMatch(/practice, not a rule\.$/)
  })

  test('an unknown rule, or one that does not hold there, has no answer', () => {
    expect([why('HW-99', 'henan', 'zh'), why('', 'henan', 'zh'), why('HW-05', 'national', 'zh')]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })

  test('every rule of every region can be asked about, and names document and version', () => {
    for (const region of regions) {
      for (const id of policyFor(region).rules.keys()) {
        const reason = why(id, region, 'zh')
        expect(reason?.text).not.toMatch(/undefined|第部分|null/)
        expect([reason?.document, reason?.version].every(Boolean)).toBe(true)
      }
    }
  })

  test('every place can be read out', () => {
    const places = allRules.flatMap(({ clauses }) => clauses.map(({ place }) => place)).filter(place => place !== null)
    expect(places.filter(place => !/^第.+[部分节条]$/.test(spokenPlace(place, 'zh') ?? ''))).toEqual([])
    expect(places.filter(place => !/^(part [1-9]|Articles? \d)/.test(spokenPlace(place, 'en') ?? ''))).toEqual([])
  })
})
