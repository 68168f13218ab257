import { mkdirSync, writeFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Temporal } from 'temporal-polyfill'
import { readConfig } from '../../config.ts'
import { makeIds } from '../../db/id.ts'
import { envFile } from '../../env-file.ts'
import { clockOf, fileOf, openDatabase, openRing, random } from '../../open.ts'
import { BadUsage, type Command, say } from '../command.ts'
import { makeAsker } from './ask.ts'
import { type Flags, readFlags } from './flags.ts'
import { type Machine, setUpMachine } from './machine.ts'
import type { Setup } from './setup-desk.ts'
import { missingFlags } from './standing.ts'
import { STEPS } from './steps.ts'
import { unitText } from './unit.ts'
import { setupWords } from './words.ts'

/** `wanling setup`: from nothing to a county that can be served. */
export const setupCommand: Command = {
  name: 'setup',
  takes: '[OPTIONS] [--lang zh|en]',
  summary:
    'ask what is needed to serve a county, write .env and print a systemd unit; again, it goes on where it stopped',
  help: `On a terminal it asks for what is not said here. Otherwise everything is said by options:
  --county-name NAME --county-code 410900 --region henan|heilongjiang|national
  --school NAME,KIND[,SYSTEM]      as often as there are schools; KIND is primary, junior or nine-year
  --term NAME,FROM,UNTIL           such as 2026-2027上,2026-09-01,2027-01-22
  --operator-name NAME --operator-contact TEXT [--operator-kind bureau|school] [--operator-school NAME]
  --telegram-by NAME               who decided to use Telegram
  --lead-name NAME --lead-email EMAIL   the first account of the console, which opens the others; its password is shown once
  --set NAME=VALUE                 a variable for .env; --set NAME alone takes its value from the environment
  --replace                        let --set change what .env holds; the old file is kept
  --unit FILE                      write the systemd unit instead of printing it
  --ask                            ask although standard input is no terminal
.env is written where it is read: in this folder, or where WANLING_ENV_FILE says. SECRET_KEY is made once and shown once.`,
  run: async args => {
    const flags = readFlags(args, process.env)
    const words = setupWords[flags.language]
    const canAsk = flags.ask || process.stdin.isTTY === true
    const machine: Machine = { path: resolve(envFile()), env: { ...process.env } }
    if (!canAsk) await refuseMissing(flags, machine)
    const asker = canAsk ? makeAsker(words) : undefined
    if (canAsk) say(words.hello)
    try {
      await setUp({ flags, words, asker }, machine)
    } finally {
      asker?.close()
    }
  },
}

/** Nothing is written before everything is there. @throws BadUsage */
const refuseMissing = async (flags: Flags, machine: Machine): Promise<void> => {
  const missing = await missingFlags(flags, machine.env)
  if (missing.length > 0) throw new BadUsage(`${setupWords[flags.language].missing} ${missing.join(' ')}`)
}

const setUp = async (setup: Setup, machine: Machine): Promise<void> => {
  const { flags, words } = setup
  await setUpMachine(setup, machine, stamp())
  const config = readConfig(machine.env)
  const clock = clockOf(config)
  const db = await openDatabase(config, clock(), true)
  try {
    await openRing(config, db, clock())
    const desk = { config, db, now: clock(), newId: makeIds(clock, random).row }
    for (const step of STEPS) await step(setup, desk)
  } finally {
    await db.close()
  }
  const facts = unitOf(machine)
  // A unit whose folders are not there does not start.
  for (const folder of facts.writes) mkdirSync(folder, { recursive: true, mode: 0o700 })
  const unit = unitText(facts)
  if (userInfo().uid === 0) say(words.unitRoot)
  if (flags.unit !== undefined) writeFileSync(flags.unit, unit)
  say(flags.unit === undefined ? `${words.unitHere()}\n\n${unit}` : words.unitWrote(flags.unit))
  say(words.next)
}

const stamp = (): string => Temporal.Now.plainDateTimeISO().toString({ smallestUnit: 'second' }).replaceAll(':', '')

const unitOf = ({ path, env }: Machine) => {
  const folder = dirname(dirname(fileURLToPath(import.meta.url)))
  const file = fileOf(env.DATABASE_URL ?? '')
  return {
    user: userInfo().username,
    folder,
    node: process.execPath,
    writes: [...(file === undefined ? [] : [dirname(file)]), ...(env.BACKUP_DIR ? [resolve(env.BACKUP_DIR)] : [])],
    envFile: path === join(folder, '.env') ? undefined : path,
  }
}
