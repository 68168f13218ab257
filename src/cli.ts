import { createInterface } from 'node:readline'
import { BadConfig, readConfig } from './config.ts'
import { setting } from './db/schema/index.ts'
import { insert } from './db/statement.ts'
import { toExpect as reportExpect, understandReport } from './nightly/understand.ts'
import { clockOf, openDatabase } from './open.ts'
import { toExpect as emergencyExpect, screen } from './safety/rules.ts'

const HELP = `wanling understand report|emergency   read JSON Lines {id,text,locale} from standard input, write {id,got}
wanling set KEY VALUE                  keep a setting: operator, owner.webchat, owner.telegram, telegram
wanling migrate                        bring the database to this version
Every command has --help. Exit codes: 0 done, 1 refused, 2 bad usage.
`

/** The understandings that need no database. */
const UNDERSTAND: Record<string, (text: string) => unknown> = {
  report: text => reportExpect(understandReport(text)),
  emergency: text => emergencyExpect(screen(text)),
}

const understand = async (what: string | undefined): Promise<number> => {
  const read = UNDERSTAND[what ?? '']
  if (!read) return usage('understand takes report or emergency')
  let n = 0
  for await (const line of createInterface({ input: process.stdin })) {
    n++
    if (line.trim() === '') continue
    const parsed = readLine(line)
    if (!parsed) return refuse(`standard input, line ${n}: not JSON with id and text`)
    process.stdout.write(`${JSON.stringify({ id: parsed.id, got: read(parsed.text) })}\n`)
  }
  return 0
}

const readLine = (line: string): { id: unknown; text: string } | undefined => {
  try {
    const parsed: unknown = JSON.parse(line)
    if (typeof parsed !== 'object' || parsed === null || !('id' in parsed) || !('text' in parsed)) return undefined
    return typeof parsed.text === 'string' ? { id: parsed.id, text: parsed.text } : undefined
  } catch {
    return undefined
  }
}

const SETTINGS = ['operator', 'owner.webchat', 'owner.telegram', 'telegram']

const set = async ([key, value]: string[]): Promise<number> => {
  if (!key || value === undefined) return usage('set takes KEY VALUE')
  if (!SETTINGS.includes(key)) return refuse(`${key} is no setting; there are ${SETTINGS.join(', ')}`)
  const config = readConfig(process.env)
  const now = clockOf(config)()
  const db = await openDatabase(config, now)
  const row = { key, value: JSON.stringify(settingValue(value)), by: 'operator', at: now }
  await db.write([
    insert(setting, row, 'ON CONFLICT (key) DO UPDATE SET value = excluded.value, by = excluded.by, at = excluded.at'),
  ])
  await db.close()
  return 0
}

const settingValue = (text: string): unknown => {
  if (text === 'on' || text === 'off') return { on: text === 'on' }
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

const migrateNow = async (): Promise<number> => {
  const config = readConfig(process.env)
  await (await openDatabase(config, clockOf(config)(), true)).close()
  return 0
}

const usage = (text: string): number => {
  process.stderr.write(`${text}\n${HELP}`)
  return 2
}

const refuse = (text: string): number => {
  process.stderr.write(`${text}\n`)
  return 1
}

const run = async ([command, ...rest]: string[]): Promise<number> => {
  if (command === undefined || command === '--help' || rest.includes('--help')) {
    process.stdout.write(HELP)
    return command === undefined ? 2 : 0
  }
  switch (command) {
    case 'understand':
      return understand(rest[0])
    case 'set':
      return set(rest)
    case 'migrate':
      return migrateNow()
    default:
      return usage(`there is no command ${command}`)
  }
}

run(process.argv.slice(2)).then(
  code => {
    process.exitCode = code
  },
  (error: unknown) => {
    process.stderr.write(
      `${error instanceof BadConfig ? error.message : error instanceof Error ? error.name : 'unknown error'}\n`,
    )
    process.exitCode = 1
  },
)
