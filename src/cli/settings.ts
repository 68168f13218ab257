import { readConfig } from '../config.ts'
import { setting } from '../db/schema/index.ts'
import { insert } from '../db/statement.ts'
import { clockOf, openDatabase } from '../open.ts'
import { BadUsage, type Command, Refused, readArgs } from './command.ts'
import { withDatabase } from './with-database.ts'

const SETTINGS = ['operator', 'owner.webchat', 'owner.telegram', 'owner.lark', 'owner.wecom', 'telegram', 'mode']
const MODES = ['relay', 'internal', 'official']

/** `value` replaces the old one; `mode` alone keeps what else stands with it (the demo's mark). */
const REPLACE = 'ON CONFLICT (key) DO UPDATE SET value = excluded.value, by = excluded.by, at = excluded.at'
const MERGE = REPLACE.replace('excluded.value', 'json_patch(value, excluded.value)')

/** `wanling set`: a decision of the operator. */
export const setCommand: Command = {
  name: 'set',
  takes: 'KEY VALUE',
  summary: `keep a setting: ${SETTINGS.join(', ')}`,
  help: `VALUE is on, off, a text, or JSON.
mode is ${MODES.join(', ')}.`,
  run: async args => {
    const [key, value, ...more] = readArgs(args, {}).positionals
    if (!key || value === undefined || more.length > 0) throw new BadUsage('set takes KEY VALUE')
    if (!SETTINGS.includes(key)) throw new Refused(`${key} is no setting; there are ${SETTINGS.join(', ')}`)
    const stored = key === 'mode' ? modeValue(value) : settingValue(value)
    await withDatabase(({ db, now }) =>
      db.write([
        insert(
          setting,
          { key, value: JSON.stringify(stored), by: 'operator', at: now },
          key === 'mode' ? MERGE : REPLACE,
        ),
      ]),
    )
  },
}

const modeValue = (text: string) => {
  if (!MODES.some(mode => mode === text)) throw new Refused(`mode is one of ${MODES.join(', ')}`)
  return { mode: text }
}

const settingValue = (text: string): unknown => {
  if (text === 'on' || text === 'off') return { on: text === 'on' }
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** `wanling migrate`: the only way in which a remote database is migrated. */
export const migrateCommand: Command = {
  name: 'migrate',
  takes: '',
  summary: 'bring the database to this version',
  run: async args => {
    if (readArgs(args, {}).positionals.length > 0) throw new BadUsage('migrate takes nothing')
    const config = readConfig(process.env)
    await (await openDatabase(config, clockOf(config)(), true)).close()
  },
}
