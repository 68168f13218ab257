import { statSync } from 'node:fs'
import { BadConfig, type Config, readConfig } from '../../config.ts'
import { envFile } from '../../env-file.ts'
import type { Language } from '../language.ts'
import { bad, type Line, ok, warn } from './line.ts'
import { GROUPS, type Group, type Variable } from './variables.ts'
import { doctorWords } from './words.ts'

type Environment = Record<string, string | undefined>

/** The configuration, or what is wrong with it by variable. */
export const tryConfig = (env: Environment): { config?: Config; problems: Map<string, string> } => {
  try {
    return { config: readConfig(env), problems: new Map() }
  } catch (error) {
    if (!(error instanceof BadConfig)) throw error
    // Each line of a BadConfig begins with the variable's name.
    const lines = error.message.split('\n').map(line => line.split(' '))
    return { problems: new Map(lines.map(([name = '', ...rest]) => [name, rest.join(' ')])) }
  }
}

/** The environment's file, then a line for every variable; a channel of which none is set is one line. */
export const environmentLines = (env: Environment, problems: Map<string, string>, language: Language): Line[] => [
  fileLine(language),
  ...GROUPS.flatMap(group => groupLines(group, env, problems, language)),
  ...unknownLines(env, language),
]

const fileLine = (language: Language): Line => {
  const words = doctorWords[language]
  const path = envFile()
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat?.isFile()) return ok(words.envFile, words.envFileNone(path))
  return isPrivate(stat.mode) ? ok(words.envFile, words.envFileGood(path)) : bad(words.envFile, words.envFileOpen(path))
}

/** Readable by nobody but its owner. Windows tells nothing of this. */
export const isPrivate = (mode: number): boolean => process.platform === 'win32' || (mode & 0o077) === 0

const groupLines = (group: Group, env: Environment, problems: Map<string, string>, language: Language): Line[] => {
  const { name, optional, variables } = group
  const isOff = optional && variables.every(one => !env[one.name] && !problems.has(one.name))
  if (isOff) return [ok(name, doctorWords[language].off(variables.map(one => one.name).join(' ')))]
  return variables.map(one => variableLine(one, env[one.name], problems.get(one.name), language))
}

const variableLine = (
  one: Variable,
  value: string | undefined,
  problem: string | undefined,
  language: Language,
): Line => {
  const words = doctorWords[language]
  if (problem?.includes('refused')) return bad(one.name, words.refused)
  if (problem?.startsWith('is missing')) return bad(one.name, words.missing(one[language]))
  if (problem !== undefined) return bad(one.name, words.wrong(one[language]))
  if (!value) return ok(one.name, one.standard && one.standard !== '-' ? words.unset(one.standard) : words.unsetPlain)
  return ok(one.name, one.secret ? words.set : shown(value))
}

/** A value without what may be secret in it: an address keeps neither its password nor its query. */
const shown = (value: string): string => {
  if (!/^[a-z]+:\/\//.test(value)) return value
  const { protocol, host, pathname } = new URL(value)
  return `${protocol}//${host}${pathname === '/' ? '' : pathname}`
}

const OURS = /^(?:WANLING|DATABASE|SECRET|TELEGRAM|LARK|WECOM|SMTP|BACKUP|WEBCHAT|PUBLIC)(?:_|$)/
const KNOWN = [...GROUPS.flatMap(group => group.variables.map(one => one.name)), 'WANLING_ENV_FILE']

const unknownLines = (env: Environment, language: Language): Line[] =>
  Object.keys(env)
    .filter(name => OURS.test(name) && !KNOWN.includes(name))
    .map(name => warn(name, doctorWords[language].unknown(nearest(name))))

/** The known name that shares most of its parts with this one; empty when none shares two. */
const nearest = (name: string): string => {
  const parts = new Set(name.split('_'))
  const sharing = (known: string) => known.split('_').filter(part => parts.has(part)).length
  const best = KNOWN.toSorted((a, b) => sharing(b) - sharing(a) || a.length - b.length)[0] ?? ''
  return sharing(best) >= 2 ? best : ''
}
