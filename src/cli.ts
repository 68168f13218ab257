#!/usr/bin/env node
import { auditCommand } from './cli/audit.ts'
import { backupCommand } from './cli/backup.ts'
import { BadUsage, type Command, Refused } from './cli/command.ts'
import { countySetCommand } from './cli/county.ts'
import { doctorCommand } from './cli/doctor/doctor.ts'
import { invitationsCommand } from './cli/invitations.ts'
import { jobsCommand, jobsRunCommand } from './cli/jobs.ts'
import { restoreCommand } from './cli/restore.ts'
import { importRosterCommand } from './cli/roster.ts'
import { schoolAddCommand, schoolAliasCommand, schoolListCommand, schoolSetCommand } from './cli/school.ts'
import { migrateCommand, setCommand } from './cli/settings.ts'
import { setupCommand } from './cli/setup/setup.ts'
import { staffAddCommand, staffListCommand, staffOffCommand, staffResetCommand } from './cli/staff.ts'
import { termAddCommand } from './cli/term.ts'
import { understandCommand } from './cli/understand.ts'
import { BadConfig } from './config.ts'
import { NewerDatabase } from './db/migrate.ts'
import { loadEnvFile } from './env-file.ts'
import { toExpect as reportExpect, understandReport } from './nightly/understand.ts'
import { toExpect as emergencyExpect, screen } from './safety/rules.ts'

const COMMANDS: Command[] = [
  setupCommand,
  understandCommand({
    report: text => reportExpect(understandReport(text)),
    emergency: text => emergencyExpect(screen(text)),
  }),
  countySetCommand,
  termAddCommand,
  schoolAddCommand,
  schoolSetCommand,
  schoolAliasCommand,
  schoolListCommand,
  importRosterCommand,
  invitationsCommand,
  setCommand,
  staffAddCommand,
  staffResetCommand,
  staffListCommand,
  staffOffCommand,
  auditCommand,
  migrateCommand,
  jobsRunCommand,
  jobsCommand,
  doctorCommand,
  backupCommand,
  restoreCommand,
]

const HELP = `${COMMANDS.map(({ name, takes, summary }) => `wanling ${name} ${takes}`.trim().concat(`\n    ${summary}\n`)).join('')}
Every command has --help. Exit codes: 0 done, 1 refused, 2 bad usage.
`

const helpOf = ({ name, takes, summary, help }: Command): string =>
  `${[`wanling ${name} ${takes}`.trim(), summary, ...(help ? [help] : [])].join('\n')}\n`

const find = (args: string[]): { command: Command; rest: string[] } | undefined => {
  for (const command of COMMANDS) {
    const words = command.name.split(' ')
    if (words.every((word, i) => args[i] === word)) return { command, rest: args.slice(words.length) }
  }
  return undefined
}

const run = async (args: string[]): Promise<number> => {
  const found = find(args)
  if (args.length === 0) return print(HELP, 2)
  if (!found) {
    const isHelp = args.includes('--help') || args[0] === 'help'
    return isHelp ? print(HELP, 0) : print(`there is no command ${args[0]}\n${HELP}`, 2)
  }
  const { command, rest } = found
  if (rest.includes('--help')) return print(helpOf(command), 0)
  try {
    await command.run(rest)
    return 0
  } catch (error) {
    if (error instanceof BadUsage) return print(`${error.message}\n${helpOf(command)}`, 2)
    if (isTold(error)) return print(`${error.message}\n`, 1)
    // Any other message may quote a stored value.
    return print(`${error instanceof Error ? error.name : 'unknown error'}\n`, 1)
  }
}

const isTold = (error: unknown): error is Error =>
  error instanceof Refused || error instanceof BadConfig || error instanceof NewerDatabase

const print = (text: string, code: number): number => {
  if (code === 0) process.stdout.write(text)
  else process.stderr.write(text)
  return code
}

loadEnvFile()
process.exitCode = await run(process.argv.slice(2))
