import { Conflict } from '../db/database.ts'
import { type RosterChange, SCHOOL_KINDS, SCHOOL_SYSTEMS, type SchoolFacts } from '../roster/change.ts'
import { findSchool } from '../roster/import/school.ts'
import { readSchools, type StoredSchool, writeChanges } from '../roster/import-store.ts'
import { type Command, needed, oneOf, Refused, readArgs, say } from './command.ts'
import { theCounty } from './county.ts'
import { CLI, type Desk, withDatabase } from './with-database.ts'

const OPTIONS = { name: { type: 'string' }, kind: { type: 'string' }, system: { type: 'string' } } as const

/** `wanling school add`. */
export const schoolAddCommand: Command = {
  name: 'school add',
  takes: `--name NAME --kind ${SCHOOL_KINDS.join('|')} [--system ${SCHOOL_SYSTEMS.join('|')}]`,
  summary: 'add a school to the county',
  help: '--system is 6-3 unless said. Write the name as the rosters do.',
  run: async args => {
    const { values } = readArgs(args, OPTIONS)
    const name = needed(values.name, '--name')
    const kind = oneOf(SCHOOL_KINDS, needed(values.kind, '--kind'), '--kind')
    const system = oneOf(SCHOOL_SYSTEMS, values.system ?? '6-3', '--system')
    await withDatabase(desk => addSchool(desk, { name, kind, system }))
  },
}

/** `wanling school set`: mends the kind or the system of a school. */
export const schoolSetCommand: Command = {
  name: 'school set',
  takes: `--name NAME [--kind ${SCHOOL_KINDS.join('|')}] [--system ${SCHOOL_SYSTEMS.join('|')}]`,
  summary: 'mend the kind or the system of a school',
  run: async args => {
    const { values } = readArgs(args, OPTIONS)
    const name = needed(values.name, '--name')
    const kind = values.kind === undefined ? undefined : oneOf(SCHOOL_KINDS, values.kind, '--kind')
    const system = values.system === undefined ? undefined : oneOf(SCHOOL_SYSTEMS, values.system, '--system')
    await withDatabase(desk => setSchool(desk, name, { kind, system }))
  },
}

/** `wanling school alias`: another spelling of a school's name. */
export const schoolAliasCommand: Command = {
  name: 'school alias',
  takes: '--name NAME --also OTHER',
  summary: "take another spelling of a school's name, as rosters write it",
  run: async args => {
    const { values } = readArgs(args, { name: { type: 'string' }, also: { type: 'string' } })
    const name = needed(values.name, '--name')
    const also = needed(values.also, '--also')
    await withDatabase(desk => addAlias(desk, name, also))
  },
}

/** `wanling school list`. */
export const schoolListCommand: Command = {
  name: 'school list',
  takes: '',
  summary: 'list the schools with kind, system and other spellings',
  run: async args => {
    readArgs(args, {})
    await withDatabase(async desk => {
      const schools = await readSchools(desk.db, (await theCounty(desk)).id)
      for (const { name, stage, system, aliases = [] } of schools) {
        say([name, stage, system, ...(aliases.length > 0 ? [`(${aliases.join(', ')})`] : [])].join(' '))
      }
    })
  },
}

/** Adds a school; the same one again changes nothing. @throws Refused when it is there as another kind */
export const addSchool = async (desk: Desk, facts: SchoolFacts): Promise<void> => {
  const county = await theCounty(desk)
  const old = findSchool(facts.name, await readSchools(desk.db, county.id))
  if (old && !isSame(old, facts)) {
    throw new Refused(`${old.name} is there already as ${old.stage} ${old.system}; wanling school set changes it`)
  }
  if (!old) {
    const id = desk.newId()
    await writeOne(desk, { feature: 'roster', subject: id, type: 'SchoolAdded', countyId: county.id, ...facts })
  }
  say(`school ${facts.name} ${facts.kind} ${facts.system}`)
}

const setSchool = async (desk: Desk, name: string, news: Partial<SchoolFacts>): Promise<void> => {
  const schools = await readSchools(desk.db, (await theCounty(desk)).id)
  const known = findSchool(name, schools)?.name
  const old = schools.find(school => school.name === known)
  if (!old) throw new Refused(`There is no school ${name}; wanling school list shows them`)
  const facts = { name: old.name, kind: news.kind ?? old.stage, system: news.system ?? old.system }
  if (!isSame(old, facts)) await writeOne(desk, { feature: 'roster', subject: old.id, type: 'SchoolSet', ...facts })
  say(`school ${facts.name} ${facts.kind} ${facts.system}`)
}

const addAlias = async (desk: Desk, name: string, alias: string): Promise<void> => {
  const schools = await readSchools(desk.db, (await theCounty(desk)).id)
  const school = schools.find(one => one.name === findSchool(name, schools)?.name)
  if (!school) throw new Refused(`There is no school ${name}; wanling school list shows them`)
  const taken = findSchool(alias, schools)
  if (taken && taken.name !== school.name) throw new Refused(`${alias} already means ${taken.name}`)
  if (!taken) await writeOne(desk, { feature: 'roster', subject: school.id, type: 'SchoolAliased', alias })
  say(`school ${school.name} (${alias})`)
}

const isSame = (old: Pick<StoredSchool, 'stage' | 'system'>, { kind, system }: SchoolFacts): boolean =>
  old.stage === kind && old.system === system

const writeOne = async ({ db, now }: Desk, change: RosterChange): Promise<void> => {
  try {
    await db.write(writeChanges([change], CLI, now))
  } catch (error) {
    throw error instanceof Conflict ? new Refused('Somebody else was changing this. Try again.') : error
  }
}
