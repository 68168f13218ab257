import { county, school, schoolAlias, term } from '../db/schema/index.ts'
import { insert, type Statement, statement } from '../db/statement.ts'
import type { UnitChange } from './change.ts'

/** The statement of one change of the county, a school or a term. */
export const applyUnit = (change: UnitChange & { subject: string }): Statement => {
  switch (change.type) {
    case 'CountySet': {
      const { subject: id, name, code, region, zone } = change
      return insert(county, { id, name, code, region, zone }, SAME_COUNTY)
    }
    case 'SchoolAdded': {
      const { subject: id, countyId, name, kind, system } = change
      return insert(school, { id, countyId, name, kind, system })
    }
    case 'SchoolSet': {
      const { name, kind, system } = change
      return statement(
        'UPDATE school SET name = ?, kind = ?, system = ? WHERE id = ?',
        name,
        kind,
        system,
        change.subject,
      )
    }
    case 'SchoolAliased':
      return insert(schoolAlias, { schoolId: change.subject, alias: change.alias })
    case 'TermAdded': {
      const { subject: countyId, name, from, until } = change
      return insert(term, { countyId, name, from, until }, SAME_TERM)
    }
  }
}

const SAME_COUNTY =
  'ON CONFLICT (id) DO UPDATE SET name = excluded.name, code = excluded.code, region = excluded.region'
const SAME_TERM = `ON CONFLICT (county_id, from_date) DO UPDATE SET name = excluded.name,
  until_date = excluded.until_date`
