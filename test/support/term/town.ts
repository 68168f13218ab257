import { calendarOverride, child, enrolment, invitation, school, schoolClass } from '../../../src/db/schema/index.ts'
import { insert, type Statement } from '../../../src/db/statement.ts'
import { OWN_DAYS } from './days.ts'
import type { ChildPlan } from './households.ts'

/** The rows of a roster with two schools, every grade, and what county and schools decided otherwise. */
export const townRows = (children: ChildPlan[], lookup: (code: string) => string): Statement[] => [
  insert(school, { id: 'other', countyId: 'county', name: '晴川第二学校', kind: 'nine-year', system: '5-4' }),
  ...(['school', 'other'] as const).flatMap(schoolId =>
    Array.from({ length: 9 }, (_, i) =>
      insert(schoolClass, { id: `${schoolId}-${i + 1}`, schoolId, firstGradeYear: 2026 - i, classNo: 7 }),
    ),
  ),
  ...children.flatMap(({ id, label, codes, school: schoolId, grade }) => [
    insert(child, { id, schoolId, label, at: 0 }),
    insert(enrolment, { childId: id, classId: `${schoolId}-${grade}`, from: '2026-09-01' }),
    ...codes.map(code => insert(invitation, { code: lookup(code), childId: id, kind: 'school', at: 0 })),
  ]),
  ...[...OWN_DAYS, { school: 'county', date: '2026-11-27', open: false, reason: '大雪停课' }].map(day =>
    insert(calendarOverride, {
      unit: day.school,
      date: day.date,
      schoolDay: day.open,
      reason: day.reason,
      by: 'test',
      at: 0,
    }),
  ),
]
