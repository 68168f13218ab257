import { expect, test } from 'vitest'
import { findClass } from './find-class.ts'
import type { StoredSchool } from './import-store.ts'

const TODAY = '2026-11-24'

const school = (id: string, name: string, stage: StoredSchool['stage'], aliases: string[] = []): StoredSchool => ({
  id,
  name,
  stage,
  system: '6-3',
  aliases,
})

const facts = {
  schools: [
    school('p', '实验小学', 'primary', ['县实小']),
    school('e', '实验小学东校区', 'primary'),
    school('j', '第一初中', 'junior'),
  ],
  classes: [
    { id: 'p31', schoolId: 'p', firstGradeYear: 2024, classNo: 1 },
    { id: 'p32', schoolId: 'p', firstGradeYear: 2024, classNo: 2 },
    { id: 'e32', schoolId: 'e', firstGradeYear: 2024, classNo: 2 },
    { id: 'j71', schoolId: 'j', firstGradeYear: 2020, classNo: 1 },
    { id: 'gone', schoolId: 'j', firstGradeYear: 2016, classNo: 1 },
  ],
}

const found = (text: string, of?: string) => {
  const got = findClass(text, of, facts, TODAY)
  return 'school' in got ? got.schoolClass.id : got
}

test.each([
  ['三年级1班', undefined, 'p31'],
  ['三(2)班', '实验小学', 'p32'],
  ['3-2', '县实小', 'p32'],
  ['实验小学三(2)班', undefined, 'p32'],
  ['县实小 三年级二班', undefined, 'p32'],
  ['实验小学东校区302', undefined, 'e32'],
  ['实验小学三(2)班', '实验小学', 'p32'],
  ['初一1班', undefined, 'j71'],
  ['七(1)班', '第一初中', 'j71'],
])('%s of %s', (text, of, id) => {
  expect(found(text, of)).toBe(id)
})

test.each([
  ['三(2)班', undefined, { refused: 'which-school', schools: ['实验小学', '实验小学东校区'] }],
  [
    '三(9)班',
    '实验小学',
    {
      refused: 'no-class',
      classes: [
        { grade: 3, classNo: 1 },
        { grade: 3, classNo: 2 },
      ],
    },
  ],
  ['三(1)班', '第九小学', { refused: 'no-school' }],
  ['十二(1)班', '第一初中', { refused: 'class', reason: 'unclear' }],
  ['2班', '实验小学', { refused: 'class', reason: 'no-grade' }],
])('%s of %s is refused', (text, of, refusal) => {
  expect(found(text, of)).toEqual(refusal)
})
