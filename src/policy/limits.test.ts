import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bedOffset } from '../calendar/index.ts'
import {
  afterSchoolLeast,
  bedBy,
  clocks,
  deadlinePolicy,
  deadlinePolicyOn,
  examAllowance,
  feeCapSchema,
  homeworkLimit,
  referenceLine,
  ruleIn,
  type Stage,
  sleepBand,
  sleepOpportunity,
  stageOf,
  standing,
} from './index.ts'

const stages: Stage[] = ['primary_lower', 'primary_upper', 'junior']

describe('stages', () => {
  test('grades 1 and 2 have limit zero and no average in either system', () => {
    for (const system of ['6-3', '5-4'] as const) {
      for (const grade of [1, 2]) {
        expect(homeworkLimit(stageOf(grade, system))).toEqual({ minutes: 0, basis: 'absolute', rule: 'HW-01' })
      }
    }
  })

  test('grade 6 has 60 minutes in a 6-3 school and 90 in a 5-4 school', () => {
    expect(homeworkLimit(stageOf(6, '6-3'))).toEqual({ minutes: 60, basis: 'average', rule: 'HW-02' })
    expect(homeworkLimit(stageOf(6, '5-4'))).toEqual({ minutes: 90, basis: 'average', rule: 'HW-03' })
  })

  test.each([
    [3, '6-3', 'primary_upper'],
    [5, '5-4', 'primary_upper'],
    [7, '6-3', 'junior'],
    [9, '5-4', 'junior'],
  ] as const)('grade %i of a %s school is %s', (grade, system, stage) => expect(stageOf(grade, system)).toBe(stage))

  test.each([0, 10, 2.5])('grade %d is refused', grade => expect(() => stageOf(grade, '6-3')).toThrow(RangeError))
})

describe('standing of an evening', () => {
  test.each([
    ['primary_lower', 0, 'within'],
    ['primary_lower', 1, 'none_allowed'],
    ['primary_upper', 60, 'within'],
    ['primary_upper', 61, 'over_average_line'],
    ['junior', 90, 'within'],
    ['junior', 91, 'over_average_line'],
  ] as const)('%s, %i minutes: %s', (stage, minutes, expected) => expect(standing(stage, minutes)).toBe(expected))
})

describe('sleep', () => {
  test.each([
    ['primary_lower', '21:20', 10],
    ['primary_upper', '21:20', 10],
    ['junior', '22:00', 9],
  ] as const)('%s: %s, %i hours', (stage, clock, hours) => {
    expect(bedBy(stage)).toMatchObject({ clock, offset: bedOffset(clock), hours })
  })

  test('grade 6 of a 5-4 school sleeps by the junior clock', () => {
    expect(bedBy(stageOf(6, '5-4')).clock).toBe('22:00')
  })

  test.each([
    ['21:20', 'on_time'],
    ['21:50', 'slightly_late'],
    ['21:51', 'late'],
    ['22:20', 'late'],
    ['22:21', 'very_late'],
    ['00:30', 'very_late'],
  ])('a primary pupil at %s is %s', (clock, band) => {
    expect(sleepBand('primary_upper', bedOffset(clock))).toBe(band)
  })

  test('from 21:20 to 07:20 are the ten hours, half an hour less is short', () => {
    const until = (clock: string) => sleepOpportunity('primary_upper', 200, bedOffset(clock))
    expect(['07:20', '07:19', '06:50', '06:20'].map(until)).toEqual(['enough', 'nearly', 'short', 'very_short'])
  })

  test('later is never better', () => {
    const order = ['on_time', 'slightly_late', 'late', 'very_late']
    const offset = fc.integer({ min: -60, max: 700 })
    fc.assert(
      fc.property(fc.constantFrom(...stages), offset, offset, (stage, a, b) => {
        const [early, late] = [Math.min(a, b), Math.max(a, b)].map(each => order.indexOf(sleepBand(stage, each)))
        expect(early).toBeLessThanOrEqual(late ?? -1)
      }),
    )
  })
})

describe('weekends and holidays', () => {
  test('a guide of ours, two days at most for a weekend', () => {
    expect(referenceLine({ kind: 'weekend', days: 2 }, 'primary_upper')).toMatchObject({
      minutes: 120,
      status: 'practice',
    })
    expect(referenceLine({ kind: 'weekend', days: 3 }, 'primary_upper').minutes).toBe(120)
    expect(referenceLine({ kind: 'weekend', days: 1 }, 'junior').minutes).toBe(90)
    expect(referenceLine({ kind: 'holiday', days: 7 }, 'junior').minutes).toBe(630)
    expect(referenceLine({ kind: 'holiday', days: 7 }, 'primary_lower').minutes).toBe(0)
  })
})

describe('exams', () => {
  test.each([
    ['primary_lower', false, [0, 0, 0]],
    ['primary_upper', false, [0, 1, 0]],
    ['junior', false, [1, 1, 0]],
    ['junior', true, [1, 1, 2]],
  ] as const)('%s, graduating %s: midterm, final, mock %j', (stage, graduating, expected) => {
    const { midterm, final, mock } = examAllowance(stage, graduating)
    expect([midterm, final, mock]).toEqual(expected)
  })
})

describe('every number stands on a clause', () => {
  const law = deadlinePolicyOn('2026-11-23')
  const ruled = [
    ...stages.map(stage => homeworkLimit(stage).rule),
    ...stages.flatMap(stage => Object.values(bedBy(stage).rules)),
    ...stages.flatMap(stage => examAllowance(stage, true).rules),
    ...Object.values(law?.statutory ?? {}).map(({ rule }) => rule),
    ...Object.values(clocks).map(({ rule }) => rule),
    afterSchoolLeast.rule,
  ]
  const ours = ['WL-06']

  test('limits, clocks and deadlines cite a rule that was read', () => {
    expect(ruled.length).toBeGreaterThan(25)
    const statuses = ruled.map(id => [id, ruleIn('henan', id)?.clause.status])
    expect(statuses.filter(([id, status]) => !status || (status === 'practice') !== ours.includes(id ?? ''))).toEqual(
      [],
    )
  })

  test('what we ask on top of the law is marked as ours', () => {
    const own = [law?.targets.rule ?? '', referenceLine({ kind: 'weekend', days: 2 }, 'junior').rule]
    expect(own.map(id => ruleIn('national', id)?.clause.status)).toEqual(['practice', 'practice'])
  })

  test('the sentence of a rule names the number of the table', () => {
    const says = (id: string) => ruleIn('henan', id)?.text.zh ?? ''
    expect(says('HW-02')).toContain(`${homeworkLimit('primary_upper').minutes}分钟`)
    expect(says('HW-03')).toContain(`${homeworkLimit('junior').minutes}分钟`)
    expect(says('SL-01')).toMatch(/小学生.*10小时.*初中生.*9小时/)
    expect(says('DL-02')).toContain(`${law?.statutory.notify.limit.days}天`)
    expect(says('DL-03')).toContain(`${law?.statutory.object.limit.days}个工作日`)
    expect(says('DL-04')).toContain(`${law?.statutory.finish.limit.days}天`)
    expect(says('DL-05')).toContain(`${law?.statutory.extend.limit.days}天`)
  })

  test('a fee cap cannot be entered without its document', () => {
    const cap = {
      kind: 'service_fee',
      perLessonFen: 250,
      perTermFen: 40000,
      exempt: ['低保家庭'],
      validFrom: '2026-09-01',
    }
    const clause = {
      title: { zh: '某县课后服务收费通知', en: 'A county notice on after-school fees' },
      number: '某发改〔2026〕1号',
      version: { zh: '2026年印发', en: 'issued in 2026' },
      effectiveFrom: '2026-09',
      place: '二',
    }
    expect(feeCapSchema.safeParse({ ...cap, clause }).success).toBe(true)
    expect(feeCapSchema.safeParse(cap).success).toBe(false)
    expect(feeCapSchema.safeParse({ ...cap, clause: { ...clause, number: null } }).success).toBe(false)
  })
})

describe('versions of the clocks', () => {
  test('a case finds the version it was accepted under', () => {
    const now = deadlinePolicyOn('2026-11-23')
    expect(now && deadlinePolicy(now.version)).toBe(now)
    expect(deadlinePolicyOn('2020-01-01')).toBeUndefined()
    expect(deadlinePolicy('never')).toBeUndefined()
  })

  test('targets are never slower than the law', () => {
    const { targets, statutory } = deadlinePolicyOn('2026-11-23') ?? {}
    expect(targets?.object).toBeLessThanOrEqual(statutory?.object.limit.days ?? 0)
    // Reckoned twice as long in calendar days, which leaves room for a long holiday.
    expect((targets?.finish.sev3 ?? 99) * 2).toBeLessThanOrEqual(statutory?.finish.limit.days ?? 0)
    expect((targets?.notify ?? 99) * 2).toBeLessThanOrEqual(statutory?.notify.limit.days ?? 0)
  })
})
