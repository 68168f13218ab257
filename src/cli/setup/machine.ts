import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { BadConfig, readConfig } from '../../config.ts'
import { ReadOnlyFile } from '../../db/read-only.ts'
import { statement } from '../../db/statement.ts'
import { fileOf, keptSecret } from '../../open.ts'
import { Refused, say } from '../command.ts'
import { GROUPS } from '../doctor/variables.ts'
import { readEnvText, writeEnv } from './env-text.ts'
import { answerTo, isYes, type Setup } from './setup-desk.ts'

type Variables = Record<string, string>

/** The environment's file, and what counts now: the environment, the file, and what was answered. */
export interface Machine {
  path: string
  env: Record<string, string | undefined>
}

/** Writes variables into the file and lets them count. */
const keep = ({ path, env }: Machine, news: Variables): void => {
  writeEnv(path, news)
  Object.assign(env, news)
}

/**
 * Everything that stands in `.env`: where the database is, the secret, the address, the channels. Nothing that the file
 * holds is changed but by `--replace`, and then the old file is kept.
 */
export const setUpMachine = async (setup: Setup, machine: Machine, stamp: string): Promise<void> => {
  await takeFlags(setup, machine, stamp)
  await keepDatabase(setup, machine)
  keepSecret(setup, machine)
  await keepAddress(setup, machine)
  await keepChannels(setup, machine)
  say(setup.words.wrote(machine.path))
}

const takeFlags = async ({ flags, words }: Setup, machine: Machine, stamp: string): Promise<void> => {
  const { values } = readEnvText(machine.path)
  const differing = Object.entries(flags.variables).filter(([name, value]) => values[name] && values[name] !== value)
  if (differing.length > 0 && !flags.replace)
    throw new Refused(differing.map(([name]) => words.differs(name)).join('\n'))
  refuseWrong({ ...machine.env, ...flags.variables }, words.readProblems)
  writeEnv(machine.path, flags.variables, differing.length > 0 ? `${machine.path}.before-${stamp}` : undefined)
  Object.assign(machine.env, flags.variables)
}

/** @throws Refused when what there is cannot be lived with; SECRET_KEY is still to come. */
const refuseWrong = (env: Machine['env'], what: string): void => {
  try {
    readConfig({ ...env, NODE_ENV: '' })
  } catch (error) {
    throw error instanceof BadConfig ? new Refused(`${what}\n${error.message}`) : error
  }
}

/** A real county never gets the file of the demo. */
const keepDatabase = async (setup: Setup, machine: Machine): Promise<void> => {
  const { words } = setup
  const news: Variables = machine.env.NODE_ENV === 'production' ? {} : { NODE_ENV: 'production' }
  const told = machine.env.DATABASE_URL
  if (told && fileOf(told) === undefined) return keep(machine, { ...news, DATABASE_URL: told })
  const usual = resolve(fileOf(told ?? 'file:data/wanling.db') ?? '')
  const isDemo = await holdsDemo(usual)
  if (isDemo) say(words.demo(usual))
  const standard = isDemo ? join(dirname(usual), 'county.db') : usual
  const path = told && !isDemo ? usual : await answerTo(setup, undefined, '', words.database, { standard })
  keep(machine, { ...news, DATABASE_URL: `file:${resolve(path)}` })
}

const holdsDemo = async (path: string): Promise<boolean> => {
  if (!existsSync(path)) return false
  const file = new ReadOnlyFile(path)
  try {
    const [rows = []] = await file.read([statement("SELECT 1 FROM setting WHERE key = 'demo'")])
    return rows.length > 0
  } catch {
    return false
  } finally {
    file.close()
  }
}

/** Made once and shown once. A database that was tried before keeps the secret that it was made with. */
const keepSecret = ({ words }: Setup, machine: Machine): void => {
  const { SECRET_KEY: known } = machine.env
  if (known) {
    keep(machine, { SECRET_KEY: known })
    return
  }
  const tried = keptSecret(readConfig({ ...machine.env, NODE_ENV: '' }))
  const secret = (tried ?? randomBytes(32)).toString('base64')
  keep(machine, { SECRET_KEY: secret })
  if (tried) say(words.secretMoved)
  say(words.secretMade(secret))
}

const keepAddress = async (setup: Setup, machine: Machine): Promise<void> => {
  const { words } = setup
  const ask = async (name: string, text: string, standard: string, check: (said: string) => string | undefined) => {
    if (machine.env[name]) return keep(machine, { [name]: machine.env[name] })
    const value = (await answerTo(setup, undefined, '', text, { standard, check })).trim()
    if (value !== '') keep(machine, { [name]: value })
  }
  const asConfig = (name: string, wrong: string) => (said: string) =>
    said.trim() === '' || isRight({ [name]: said }) ? undefined : wrong
  await ask('PORT', words.port, '8787', asConfig('PORT', words.oneOf('0–65535')))
  await ask('PUBLIC_URL', words.publicUrl, ' ', asConfig('PUBLIC_URL', words.publicUrlForm))
  const beside = join(dirname(fileOf(machine.env.DATABASE_URL ?? '') ?? '.'), 'backups')
  if (setup.asker || machine.env.BACKUP_DIR) await ask('BACKUP_DIR', words.backupDir, beside, () => undefined)
}

const isRight = (variables: Variables): boolean => {
  try {
    readConfig(variables)
    return true
  } catch {
    return false
  }
}

const keepChannels = async (setup: Setup, machine: Machine): Promise<void> => {
  const { words } = setup
  if (machine.env.WEBCHAT) keep(machine, { WEBCHAT: machine.env.WEBCHAT })
  else keep(machine, { WEBCHAT: (await isYes(setup, words.webchat, true)) ? 'on' : 'off' })
  await keepChannel(setup, machine, words.telegram, ['TELEGRAM_BOT_TOKEN'])
  await keepChannel(setup, machine, words.lark, [
    'LARK_APP_ID',
    'LARK_APP_SECRET',
    'LARK_ENCRYPT_KEY',
    'LARK_VERIFICATION_TOKEN',
  ])
  await keepChannel(setup, machine, words.wecom, [
    'WECOM_CORP_ID',
    'WECOM_AGENT_ID',
    'WECOM_SECRET',
    'WECOM_TOKEN',
    'WECOM_ENCODING_AES_KEY',
  ])
}

const VARIABLES = GROUPS.flatMap(group => group.variables)

/** A channel's variables are kept together, once the last is answered: half of them would keep the program from starting. */
const keepChannel = async (setup: Setup, machine: Machine, question: string, names: string[]): Promise<void> => {
  const { words, asker, flags } = setup
  const standing = names.filter(name => machine.env[name])
  if (!asker || (standing.length === 0 && !(await isYes(setup, question, false)))) return
  const news: Variables = {}
  for (const name of names.filter(one => !standing.includes(one))) {
    const { [flags.language]: form = '', secret = false } = VARIABLES.find(one => one.name === name) ?? {}
    news[name] = await asker.ask(words.variable(name, form), {
      hidden: secret,
      check: said => (isRight({ [name]: said }) || !isKnown(name) ? undefined : words.variableWrong(form)),
    })
  }
  keep(machine, news)
}

/** Whether one variable alone can be judged: of a channel with several, the others are missing. */
const isKnown = (name: string): boolean => name === 'TELEGRAM_BOT_TOKEN'
