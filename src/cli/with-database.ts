import { type Config, readConfig } from '../config.ts'
import type { Database } from '../db/database.ts'
import { makeIds } from '../db/id.ts'
import { clockOf, openDatabase, random } from '../open.ts'

/** What a command works with: the configured database, the moment it began (epoch ms), ids for rows. */
export interface Desk {
  config: Config
  db: Database
  now: number
  newId: () => string
}

/** Who stands in the log for what was done by command. */
export const CLI = { kind: 'staff', id: 'cli' } as const

/** Opens the database for the length of one command. @throws BadConfig */
export const withDatabase = async <T>(work: (desk: Desk) => Promise<T>): Promise<T> => {
  const config = readConfig(process.env)
  const clock = clockOf(config)
  const now = clock()
  const db = await openDatabase(config, now)
  try {
    return await work({ config, db, now, newId: makeIds(clock, random).row })
  } finally {
    await db.close()
  }
}
