import { existsSync } from 'node:fs'
import { ReadOnlyFile } from '../../db/read-only.ts'
import { statement } from '../../db/statement.ts'
import { fileOf } from '../../open.ts'
import type { Flags } from './flags.ts'

/** Options that are still needed when nobody can be asked: those of what the database does not hold yet. */
export const missingFlags = async (flags: Flags, env: Record<string, string | undefined>): Promise<string[]> => {
  const { hasCounty, hasSchools, hasOperator } = await standing(flags.variables.DATABASE_URL ?? env.DATABASE_URL)
  return [
    ...(hasCounty || flags.countyName ? [] : ['--county-name']),
    ...(hasCounty || flags.countyCode ? [] : ['--county-code']),
    ...(hasCounty || flags.region ? [] : ['--region']),
    ...(hasSchools || flags.schools.length > 0 ? [] : ['--school']),
    ...(hasOperator || flags.operatorName ? [] : ['--operator-name']),
    ...(hasOperator || flags.operatorContact ? [] : ['--operator-contact']),
  ]
}

const NOTHING = { hasCounty: false, hasSchools: false, hasOperator: false }

const standing = async (url = 'file:data/wanling.db'): Promise<typeof NOTHING> => {
  const path = fileOf(url)
  if (path === undefined || !existsSync(path)) return NOTHING
  const file = new ReadOnlyFile(path)
  try {
    const [demo = [], county = [], school = [], operator = []] = await file.read([
      statement("SELECT 1 FROM setting WHERE key = 'demo'"),
      statement('SELECT 1 FROM county'),
      statement('SELECT 1 FROM school LIMIT 1'),
      statement("SELECT 1 FROM setting WHERE key = 'operator'"),
    ])
    if (demo.length > 0) return NOTHING
    return { hasCounty: county.length > 0, hasSchools: school.length > 0, hasOperator: operator.length > 0 }
  } catch {
    return NOTHING
  } finally {
    file.close()
  }
}
