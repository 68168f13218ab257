import { statement } from '../db/statement.ts'
import { type CountyFacts, REGIONS, type RosterChange } from '../roster/change.ts'
import { readCounty, type StoredCounty, writeChanges } from '../roster/import-store.ts'
import { BadUsage, type Command, needed, oneOf, Refused, readArgs, say } from './command.ts'
import { CLI, type Desk, withDatabase } from './with-database.ts'

const ZONE = 'Asia/Shanghai'

/** `wanling county set`: the one county of this database. */
export const countySetCommand: Command = {
  name: 'county set',
  takes: `--name NAME --code 410900 --region ${REGIONS.join('|')}`,
  summary: 'say which county this database serves',
  help: `--code is the six-digit division code. Prints the county's id, which owner.webchat and owner.telegram take.
Said again, it changes the county's name, code or region.`,
  run: async args => {
    const { values } = readArgs(args, {
      name: { type: 'string' },
      code: { type: 'string' },
      region: { type: 'string' },
    })
    const name = needed(values.name, '--name')
    const code = needed(values.code, '--code')
    if (!/^[1-9]\d{5}$/.test(code)) throw new BadUsage('--code is the six-digit division code, such as 410900')
    const region = oneOf(REGIONS, needed(values.region, '--region'), '--region')
    await withDatabase(desk => setCounty(desk, { name, code, region, zone: ZONE }))
  },
}

/** Keeps the county. Said again it changes its facts. */
export const setCounty = async ({ db, now, newId }: Desk, facts: CountyFacts): Promise<void> => {
  await refuseDemo({ db })
  const old = await readCounty(db)
  const county = { ...facts, zone: old?.zone ?? facts.zone }
  const subject = old?.id ?? newId()
  if (!old || !isSame(old, county)) {
    const change: RosterChange = { feature: 'roster', subject, type: 'CountySet', ...county }
    await db.write(writeChanges([change], CLI, now))
  }
  say(`county ${subject} ${county.name}`)
}

const isSame = (old: StoredCounty, { name, code, region }: CountyFacts): boolean =>
  old.name === name && old.code === code && old.region === region

/** Invented nights must never stand under a real county's name. */
const refuseDemo = async ({ db }: Pick<Desk, 'db'>): Promise<void> => {
  const [rows = []] = await db.read([statement("SELECT 1 FROM setting WHERE key = 'demo'")])
  if (rows.length > 0) throw new Refused('This database holds the demo county. Name an empty one in DATABASE_URL.')
}

/** The county, for commands that need one. @throws Refused */
export const theCounty = async ({ db }: Pick<Desk, 'db'>): Promise<StoredCounty> => {
  const county = await readCounty(db)
  if (county) return county
  throw new Refused(
    `There is no county yet: wanling county set --name NAME --code 410900 --region ${REGIONS.join('|')}`,
  )
}
