import type { RosterSchool } from './types.ts'

/** The school a cell names, by its name or an alias; width, case and spaces do not count. */
export function findSchool(text: string, schools: readonly RosterSchool[]): RosterSchool | undefined {
  const wanted = schoolKey(text)
  return schools.find(school => [school.name, ...(school.aliases ?? [])].some(name => schoolKey(name) === wanted))
}

/** What two spellings of one school name have in common. */
export function schoolKey(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s/g, '')
}
