import { Temporal } from 'temporal-polyfill'
import { statement } from '../db/statement.ts'
import type { RosterChange } from '../roster/change.ts'
import { writeChanges } from '../roster/import-store.ts'
import { BadUsage, type Command, needed, Refused, readArgs, say } from './command.ts'
import { theCounty } from './county.ts'
import { CLI, type Desk, withDatabase } from './with-database.ts'

/** First and last day, `YYYY-MM-DD`. */
export type Term = { name: string; from: string; until: string }

/** `wanling term add`: without terms no night is a school night for certain. */
export const termAddCommand: Command = {
  name: 'term add',
  takes: '--name NAME --from 2026-09-01 --until 2027-01-22',
  summary: 'add a term of the county: its first and its last day',
  help: 'A term with the same first day is replaced.',
  run: async args => {
    const { values } = readArgs(args, {
      name: { type: 'string' },
      from: { type: 'string' },
      until: { type: 'string' },
    })
    const name = needed(values.name, '--name')
    const from = readDate(needed(values.from, '--from'), '--from')
    const until = readDate(needed(values.until, '--until'), '--until')
    if (until <= from) throw new BadUsage('--until comes after --from')
    await withDatabase(desk => addTerm(desk, { name, from, until }))
  },
}

/** A date `YYYY-MM-DD`. @throws BadUsage */
export const readDate = (text: string, option: string): string => {
  try {
    if (/^\d{4}-\d\d-\d\d$/.test(text)) return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString()
  } catch {
    // Told below, like any other text that is no date.
  }
  throw new BadUsage(`${option} is a date such as 2026-09-01`)
}

/** Whether a text is a date `YYYY-MM-DD` that exists. */
export const isDate = (text: string): boolean => {
  try {
    return readDate(text, '') === text
  } catch {
    return false
  }
}

const OTHERS = 'SELECT name FROM term WHERE county_id = ? AND from_date <> ? AND from_date <= ? AND until_date >= ?'
const SAME = 'SELECT 1 FROM term WHERE county_id = ? AND name = ? AND from_date = ? AND until_date = ?'

/** Adds a term; one with the same first day is replaced. @throws Refused when it meets another */
export const addTerm = async (desk: Desk, { name, from, until }: Term): Promise<void> => {
  const { id } = await theCounty(desk)
  const [others = [], same = []] = await desk.db.read([
    statement(OTHERS, id, from, until, from),
    statement(SAME, id, name, from, until),
  ])
  if (others[0]) throw new Refused(`These days meet another term: ${String(others[0][0])}`)
  const change: RosterChange = { feature: 'roster', subject: id, type: 'TermAdded', name, from, until }
  if (same.length === 0) await desk.db.write(writeChanges([change], CLI, desk.now))
  say(`term ${name} ${from} ${until}`)
}
