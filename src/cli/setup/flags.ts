import { REGIONS, SCHOOL_KINDS, SCHOOL_SYSTEMS, type SchoolFacts } from '../../roster/change.ts'
import { BadUsage, needed, oneOf, readArgs } from '../command.ts'
import { GROUPS } from '../doctor/variables.ts'
import { type Language, languageOf } from '../language.ts'
import { EMAIL } from '../staff.ts'
import { readDate, type Term } from '../term.ts'

/** What was said on the command line. What was not is asked, or keeps its standard. */
export interface Flags {
  language: Language
  countyName: string | undefined
  countyCode: string | undefined
  region: (typeof REGIONS)[number] | undefined
  schools: SchoolFacts[]
  terms: Term[]
  operatorName: string | undefined
  operatorContact: string | undefined
  operatorKind: (typeof OPERATOR_KINDS)[number] | undefined
  operatorSchool: string | undefined
  telegramBy: string | undefined
  /** The first account of the console. */
  leadName: string | undefined
  leadEmail: string | undefined
  /** Variables of the environment, by name. */
  variables: Record<string, string>
  replace: boolean
  unit: string | undefined
  /** Ask although standard input is no terminal. */
  ask: boolean
}

export const OPERATOR_KINDS = ['bureau', 'school'] as const

export const COUNTY_CODE = /^[1-9]\d{5}$/

const OPTIONS = {
  'county-name': { type: 'string' },
  'county-code': { type: 'string' },
  region: { type: 'string' },
  school: { type: 'string', multiple: true },
  term: { type: 'string', multiple: true },
  'operator-name': { type: 'string' },
  'operator-contact': { type: 'string' },
  'operator-kind': { type: 'string' },
  'operator-school': { type: 'string' },
  'telegram-by': { type: 'string' },
  'lead-name': { type: 'string' },
  'lead-email': { type: 'string' },
  set: { type: 'string', multiple: true },
  replace: { type: 'boolean' },
  unit: { type: 'string' },
  ask: { type: 'boolean' },
  lang: { type: 'string' },
} as const

/** Reads the command line. @throws BadUsage */
export const readFlags = (args: string[], env: Record<string, string | undefined>): Flags => {
  const { values, positionals } = readArgs(args, OPTIONS)
  if (positionals.length > 0) throw new BadUsage('setup takes options only')
  const code = values['county-code']
  if (code !== undefined && !COUNTY_CODE.test(code)) throw new BadUsage('--county-code is six digits, such as 410900')
  const kind = values['operator-kind']
  const leadEmail = values['lead-email']
  if (leadEmail !== undefined && !EMAIL.test(leadEmail))
    throw new BadUsage('--lead-email is an address such as name@example.cn')
  if ((leadEmail === undefined) !== (values['lead-name'] === undefined))
    throw new BadUsage('--lead-name and --lead-email go together')
  return {
    language: languageOf(values.lang),
    countyName: values['county-name'],
    countyCode: code,
    region: values.region === undefined ? undefined : oneOf(REGIONS, values.region, '--region'),
    schools: (values.school ?? []).map(readSchool),
    terms: (values.term ?? []).map(readTerm),
    operatorName: values['operator-name'],
    operatorContact: values['operator-contact'],
    operatorKind: kind === undefined ? undefined : oneOf(OPERATOR_KINDS, kind, '--operator-kind'),
    operatorSchool: values['operator-school'],
    telegramBy: values['telegram-by'],
    leadName: values['lead-name'],
    leadEmail,
    variables: Object.fromEntries((values.set ?? []).map(text => readVariable(text, env))),
    replace: values.replace === true,
    unit: values.unit,
    ask: values.ask === true,
  }
}

/** `晴川小学,primary,6-3`; the system may be left out. */
const readSchool = (text: string): SchoolFacts => {
  const [name, kind, system = '6-3'] = partsOf(text)
  return {
    name: needed(name, '--school'),
    kind: oneOf(SCHOOL_KINDS, needed(kind, '--school NAME,KIND'), '--school NAME,KIND'),
    system: oneOf(SCHOOL_SYSTEMS, system, '--school NAME,KIND,SYSTEM'),
  }
}

/** `2026-2027上,2026-09-01,2027-01-22`. */
const readTerm = (text: string): Term => {
  const [name, from, until] = partsOf(text)
  const term = {
    name: needed(name, '--term NAME,FROM,UNTIL'),
    from: readDate(needed(from, '--term NAME,FROM'), '--term FROM'),
    until: readDate(needed(until, '--term NAME,FROM,UNTIL'), '--term UNTIL'),
  }
  if (term.until <= term.from) throw new BadUsage('--term ends after it begins')
  return term
}

const partsOf = (text: string): string[] => text.split(/[,，]/).map(part => part.trim())

const KNOWN = new Set(GROUPS.flatMap(group => group.variables.map(one => one.name)))

/** `NAME=VALUE`, or `NAME` alone for the value in the environment, so that no secret stands in the shell's history. */
const readVariable = (text: string, env: Record<string, string | undefined>): [string, string] => {
  const [name = '', ...rest] = text.split('=')
  if (!KNOWN.has(name)) throw new BadUsage(`--set ${name}: there is no such variable`)
  const value = rest.length > 0 ? rest.join('=') : env[name]
  if (!value) throw new BadUsage(`--set ${name}: it has no value, here or in the environment`)
  if (/[\n\r]/.test(value)) throw new BadUsage(`--set ${name}: one line only`)
  return [name, value]
}
