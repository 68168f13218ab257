import { describe, expect, test } from 'vitest'
import { childKey } from './child-key.ts'
import { type EnrolledChild, type PlanAnswers, planImport } from './plan.ts'
import type { RosterRow } from './types.ts'

type Place = [grade: number, classNo: number]
const child = (childId: string, name: string, [classGrade, classNo]: Place, more: Partial<EnrolledChild> = {}) => ({
  childId,
  school: '实验小学',
  classGrade,
  classNo,
  name,
  ...more,
})
const row = (n: number, name: string, [grade, classNo]: Place, more: Partial<RosterRow> = {}): RosterRow => ({
  row: n,
  school: '实验小学',
  grade,
  classNo,
  entryYear: 2027 - grade,
  name,
  ...more,
})

/** The plan in short: who is where it was, who moved, who is new, who is gone, what is asked. */
function plan(existing: EnrolledChild[], rows: RosterRow[], answers?: PlanAnswers) {
  const got = planImport(existing, rows, '2026-11-23', answers)
  expect(got.on).toBe('2026-11-23')
  return {
    unchanged: got.unchanged.map(({ childId, row }) => `${childId}=${row.row}`),
    moved: got.moved.map(({ childId, row, from }) => `${childId}=${row.row} from ${from.grade}(${from.classNo})`),
    added: got.added.map(({ row }) => row),
    left: got.left.map(({ childId }) => childId),
    ambiguous: got.ambiguous.map(({ code, row }) => `${row} ${code}`),
  }
}
const nothing = { unchanged: [], moved: [], added: [], left: [], ambiguous: [] }

/** What the store would hold after the plan. */
function enrolled(rows: RosterRow[]): EnrolledChild[] {
  return rows.map(r =>
    child(`c${r.row}`, r.name, [r.grade, r.classNo], { nickname: r.nickname, externalKey: r.externalKey }),
  )
}

describe('importing the same file twice changes nothing', () => {
  test.each([
    ['plain', [row(2, '王小宇', [3, 2]), row(3, '赵六', [3, 2])]],
    ['one name in two classes', [row(2, '张伟', [3, 1]), row(3, '张伟', [3, 2]), row(4, '张伟', [5, 1])]],
    [
      'one name twice in a class, by key',
      [row(2, '张伟', [3, 1], { externalKey: 'a' }), row(3, '张伟', [3, 1], { externalKey: 'b' })],
    ],
    [
      'one name twice in a class, by nickname',
      [row(2, '张伟', [3, 1], { nickname: '大伟' }), row(3, '张伟', [3, 1], { nickname: '小伟' })],
    ],
  ])('%s', (_, rows) => {
    expect(plan([], rows)).toEqual({ ...nothing, added: rows.map(r => r.row) })
    expect(plan(enrolled(rows), rows)).toEqual({ ...nothing, unchanged: rows.map(r => `c${r.row}=${r.row}`) })
    expect(plan(enrolled(rows).reverse(), rows.toReversed())).toMatchObject({
      moved: [],
      added: [],
      left: [],
      ambiguous: [],
    })
  })
})

describe('a child who moves stays the same child', () => {
  test('by its name, when it is there once', () => {
    expect(plan([child('a', '王小宇', [3, 1])], [row(2, '王 小宇', [3, 2])])).toEqual({
      ...nothing,
      moved: ['a=2 from 3(1)'],
    })
  })

  test('by its key, though others have its name and the grade is far', () => {
    const existing = [
      child('a', '张伟', [3, 1], { externalKey: 'k1' }),
      child('b', '张伟', [3, 2], { externalKey: 'k2' }),
    ]
    const rows = [row(2, '张伟', [3, 2], { externalKey: 'k2' }), row(3, '张伟', [6, 2], { externalKey: 'k1' })]
    expect(plan(existing, rows)).toEqual({ ...nothing, unchanged: ['b=2'], moved: ['a=3 from 3(1)'] })
  })

  test('a first key is learnt, a missing key column is no trouble', () => {
    expect(plan([child('a', '王小宇', [3, 1])], [row(2, '王小宇', [3, 1], { externalKey: 'k' })]).unchanged).toEqual([
      'a=2',
    ])
    expect(plan([child('a', '王小宇', [3, 1], { externalKey: 'k' })], [row(2, '王小宇', [3, 1])]).unchanged).toEqual([
      'a=2',
    ])
  })

  test('in another school it is another child', () => {
    const existing = [child('a', '王小宇', [3, 1], { school: '第二小学', externalKey: 'k' })]
    expect(plan(existing, [row(2, '王小宇', [3, 1], { externalKey: 'k' })])).toEqual({ ...nothing, added: [2] })
  })
})

describe('who is not in the file', () => {
  test('is named when the file lists the class, and never when it does not', () => {
    const existing = [child('a', '王小宇', [3, 1]), child('b', '赵六', [3, 1]), child('c', '钱七', [3, 2])]
    expect(plan(existing, [row(2, '王小宇', [3, 1])])).toEqual({ ...nothing, unchanged: ['a=2'], left: ['b'] })
  })
})

describe('asked, not guessed', () => {
  const two = [child('a', '张伟', [3, 1]), child('b', '张伟', [3, 2])]

  test.each([
    ['one of two moved', two, [row(2, '张伟', [3, 1]), row(3, '张伟', [3, 3])], ['3 which-child']],
    ['one of two is left, elsewhere', two, [row(2, '张伟', [3, 3])], ['2 which-child']],
    [
      'two rows for one child',
      [child('a', '张伟', [3, 1])],
      [row(2, '张伟', [3, 2]), row(3, '张伟', [4, 1])],
      ['2 which-child', '3 which-child'],
    ],
    ['a child cannot jump five grades', [child('a', '张伟', [1, 1])], [row(2, '张伟', [6, 1])], ['2 grade-jump']],
    [
      'the key is of another name',
      [child('a', '张伟', [3, 1], { externalKey: 'k' })],
      [row(2, '李想', [3, 1], { externalKey: 'k' })],
      ['2 key-other-name'],
    ],
    [
      'all keys are new',
      [child('a', '张伟', [3, 1], { externalKey: 'k' })],
      [row(2, '张伟', [3, 1], { externalKey: 'x' })],
      ['2 other-key'],
    ],
    [
      'another nickname',
      [child('a', '张伟', [3, 1], { nickname: '大伟' })],
      [row(2, '张伟', [3, 1], { nickname: '阿伟' })],
      ['2 other-key'],
    ],
  ])('%s', (_, existing, rows, ambiguous) => {
    expect(plan(existing, rows).ambiguous).toEqual(ambiguous)
  })

  test('an answer settles it', () => {
    const rows = [row(2, '张伟', [3, 1]), row(3, '张伟', [3, 3])]
    expect(plan(two, rows, new Map([[3, { childId: 'b' }]]))).toEqual({
      ...nothing,
      unchanged: ['a=2'],
      moved: ['b=3 from 3(2)'],
    })
    expect(plan(two, rows, new Map([[3, 'new']]))).toMatchObject({ added: [3], ambiguous: [] })
  })

  test('one child cannot be the answer for two rows, nor a child of another school', () => {
    const rows = [row(2, '张伟', [3, 3]), row(3, '张伟', [3, 4])]
    const both: PlanAnswers = new Map([2, 3].map(n => [n, { childId: 'a' }]))
    expect(plan(two, rows, both)).toMatchObject({ moved: ['a=2 from 3(1)'], ambiguous: ['3 which-child'] })
    const elsewhere = [child('a', '张伟', [3, 1], { school: '第二小学' })]
    expect(plan(elsewhere, [row(2, '张伟', [3, 1])], new Map([[2, { childId: 'a' }]]))).toMatchObject({ added: [2] })
  })

  test('a newcomer of the name beside the one who stays is simply new', () => {
    expect(plan([child('a', '张伟', [3, 1])], [row(2, '张伟', [3, 1]), row(3, '张伟', [5, 2])])).toEqual({
      ...nothing,
      unchanged: ['a=2'],
      added: [3],
    })
  })
})

test('20,000 rows against 20,000 children are compared in two seconds', () => {
  const rows = Array.from({ length: 20_000 }, (_, i) =>
    row(i + 2, `王${String.fromCharCode(0x4e00 + i)}`, [3, (i % 99) + 1], { externalKey: `k${i}` }),
  )
  const existing = enrolled(rows)
  const start = performance.now()
  expect(planImport(existing, rows, '2026-11-23').unchanged).toHaveLength(20_000)
  expect(performance.now() - start).toBeLessThan(2000)
})

test('childKey: the external key if there is one, else the name, within the school', () => {
  expect(childKey(row(2, '张伟', [3, 1], { externalKey: 'k' }))).toBe(
    childKey(row(9, '李想', [5, 2], { externalKey: 'k' })),
  )
  expect(childKey(row(2, 'Tom Li', [3, 1]))).toBe(childKey(row(9, 'tom li', [5, 2])))
  expect(childKey(row(2, '张伟', [3, 1]))).not.toBe(childKey(row(2, '张伟', [3, 1], { school: '第二小学' })))
  expect(childKey(row(2, '张伟', [3, 1], { nickname: '大伟' }))).not.toBe(childKey(row(2, '张伟', [3, 1])))
  expect(childKey(row(2, 'k', [3, 1]))).not.toBe(childKey(row(2, '张伟', [3, 1], { externalKey: 'k' })))
})
