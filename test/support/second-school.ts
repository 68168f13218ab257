import { school, schoolClass } from '../../src/db/schema/index.ts'
import { insert } from '../../src/db/statement.ts'
import type { World } from './world.ts'

/** A neighbouring school, for what must not be seen from there: its id is `other`, its class `other-class`. */
export const addSecondSchool = (world: World): Promise<unknown> =>
  world.db.write([
    insert(school, { id: 'other', countyId: 'county', name: '邻村小学', kind: 'primary', system: '6-3' }),
    insert(schoolClass, { id: 'other-class', schoolId: 'other', firstGradeYear: 2024, classNo: 1 }),
  ])
