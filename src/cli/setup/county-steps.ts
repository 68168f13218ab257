import { setting } from '../../db/schema/index.ts'
import { insert, statement } from '../../db/statement.ts'
import { neededSettings } from '../../ownership.ts'
import { REGIONS, SCHOOL_KINDS, SCHOOL_SYSTEMS, type SchoolFacts } from '../../roster/change.ts'
import { findSchool } from '../../roster/import/school.ts'
import { readCounty, readSchools } from '../../roster/import-store.ts'
import { oneOf, Refused, say } from '../command.ts'
import { setCounty, theCounty } from '../county.ts'
import { addSchool } from '../school.ts'
import { addTerm, isDate } from '../term.ts'
import type { Desk } from '../with-database.ts'
import { COUNTY_CODE, OPERATOR_KINDS } from './flags.ts'
import { among, answerTo, type Setup, type Step } from './setup-desk.ts'

const ZONE = 'Asia/Shanghai'

export const countyStep: Step = async (setup, desk) => {
  const { flags, words } = setup
  const county = await readCounty(desk.db)
  if (county) return say(words.have(county.name))
  const name = await answerTo(setup, flags.countyName, '--county-name', words.countyName)
  const code = await answerTo(setup, flags.countyCode, '--county-code', words.countyCode, {
    check: text => (COUNTY_CODE.test(text) ? undefined : words.countyCodeForm),
  })
  const region = await answerTo(setup, flags.region, '--region', words.region, among(REGIONS, words, 'henan'))
  await setCounty(desk, { name, code, region: oneOf(REGIONS, region, '--region'), zone: ZONE })
}

export const schoolsStep: Step = async (setup, desk) => {
  const { flags, words, asker } = setup
  for (const school of flags.schools) await addSchool(desk, school)
  const there = await readSchools(desk.db, (await theCounty(desk)).id)
  if (there.length > 0)
    return flags.schools.length > 0 ? undefined : say(words.have(there.map(one => one.name).join(', ')))
  if (!asker) throw new Refused(words.schoolNone)
  for (let n = 0; ; n++) {
    const name = await asker.ask(words.school(n), n === 0 ? {} : { standard: ' ' })
    if (name.trim() === '') return
    await addSchool(desk, await schoolFacts(setup, name))
  }
}

const schoolFacts = async (setup: Setup, name: string): Promise<SchoolFacts> => {
  const { words } = setup
  const kind = await answerTo(setup, undefined, '--school', words.schoolKind, among(SCHOOL_KINDS, words, 'primary'))
  const system = await answerTo(setup, undefined, '--school', words.schoolSystem, among(SCHOOL_SYSTEMS, words, '6-3'))
  return { name, kind: oneOf(SCHOOL_KINDS, kind, '--school'), system: oneOf(SCHOOL_SYSTEMS, system, '--school') }
}

/** Who runs this machine, and therefore whose the channels' accounts are until somebody says otherwise. */
export const operatorStep: Step = async (setup, desk) => {
  const { flags, words } = setup
  const settings = await settingsOf(desk)
  if (settings.has('operator')) say(words.have(operatorName(settings.get('operator'))))
  else await keepOperator(setup, desk)
  const missing = neededSettings(desk.config).filter(({ key }) => key.startsWith('owner.') && !settings.has(key))
  if (missing.length === 0) return
  const unit = await unitOf(setup, desk, flags.operatorSchool)
  for (const { key } of missing) await keep(desk, key, unit)
}

const keepOperator = async (setup: Setup, desk: Desk): Promise<void> => {
  const { flags, words } = setup
  const name = await answerTo(setup, flags.operatorName, '--operator-name', words.operatorName)
  const kind = await answerTo(
    setup,
    flags.operatorKind,
    '--operator-kind',
    words.operatorKind,
    among(OPERATOR_KINDS, words, 'bureau'),
  )
  const contact = await answerTo(setup, flags.operatorContact, '--operator-contact', words.operatorContact)
  await keep(desk, 'operator', { name, contact, kind, receivers: [] })
}

const operatorName = (text: string | undefined): string => {
  const value: unknown = JSON.parse(text ?? '{}')
  return typeof value === 'object' && value !== null && 'name' in value ? String(value.name) : ''
}

/** The county for a bureau, the school for a school. */
const unitOf = async (setup: Setup, desk: Desk, said: string | undefined): Promise<string> => {
  const county = await theCounty(desk)
  const isSchool = (await settingsOf(desk)).get('operator')?.includes('"kind":"school"') ?? false
  if (!isSchool) return county.id
  const schools = await readSchools(desk.db, county.id)
  const names = schools.map(school => school.name)
  const { words } = setup
  const question = { ...(names[0] === undefined ? {} : { standard: names[0] }), check: nameCheck(names, setup) }
  const name = await answerTo(setup, said, '--operator-school', words.operatorSchool(names.join(', ')), question)
  const unit = schools.find(school => school.name === findSchool(name, schools)?.name)
  if (!unit) throw new Refused(words.oneOf(names.join(', ')))
  return unit.id
}

const nameCheck =
  (names: string[], { words }: Setup) =>
  (answer: string): string | undefined =>
    names.includes(answer) ? undefined : words.oneOf(names.join(', '))

export const termStep: Step = async (setup, desk) => {
  const { flags, words, asker } = setup
  for (const term of flags.terms) await addTerm(desk, term)
  const [terms = []] = await desk.db.read([statement('SELECT name FROM term')])
  if (terms.length > 0) return flags.terms.length > 0 ? undefined : say(words.have(String(terms.at(-1)?.[0])))
  if (!asker) return
  const name = await asker.ask(words.termName, { standard: ' ' })
  if (name.trim() === '') return
  const date = { check: (text: string) => (isDate(text) ? undefined : words.date) }
  const from = await asker.ask(words.termFrom, date)
  const until = await asker.ask(words.termUntil, {
    check: text => (isDate(text) && text > from ? undefined : words.date),
  })
  await addTerm(desk, { name, from, until })
}

/** Telegram keeps data abroad: a named person decides. */
export const telegramStep: Step = async (setup, desk) => {
  const { flags, words, asker } = setup
  if (!desk.config.telegram || (await settingsOf(desk)).has('telegram')) return
  if (!asker && flags.telegramBy === undefined) return
  const by = await answerTo(setup, flags.telegramBy, '--telegram-by', words.telegramBy)
  await keep(desk, 'telegram', { on: true, by, receiver: 'Telegram Messenger Inc.' })
}

const settingsOf = async ({ db }: Desk): Promise<Map<string, string>> => {
  const [rows = []] = await db.read([statement('SELECT key, value FROM setting')])
  return new Map(rows.map(([key, value]) => [String(key), String(value)]))
}

const keep = async ({ db, now }: Desk, key: string, value: unknown): Promise<void> => {
  const row = { key, value: JSON.stringify(value), by: 'operator', at: now }
  await db.write([insert(setting, row, 'ON CONFLICT (key) DO NOTHING')])
}
