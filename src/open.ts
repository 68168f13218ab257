import { randomBytes } from 'node:crypto'
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { createClient } from '@libsql/client'
import { BadConfig, type Config } from './config.ts'
import { copyDatabase } from './db/backup/make.ts'
import type { Database } from './db/database.ts'
import { EmbeddedDatabase } from './db/embedded.ts'
import { type Keys, openKeys } from './db/keys.ts'
import { migrate, pendingMigrations } from './db/migrate.ts'
import { RemoteDatabase } from './db/remote.ts'

/** The clock of this process: the machine's, or one that starts at WANLING_NOW and runs on. Epoch ms. */
export const clockOf = (config: Config): (() => number) => {
  const { startAt } = config
  if (startAt === undefined) return Date.now
  const shift = startAt - Date.now()
  return () => Date.now() + shift
}

export { random } from './db/random.ts'

/** The path of an embedded file's URL; undefined for a remote. */
export const fileOf = (url: string): string | undefined =>
  url.startsWith('file:') ? url.slice(5).replace(/^\/\//, '') : undefined

/**
 * Opens the configured database, migrated. The embedded file is migrated at start, after a copy beside it; a remote is
 * migrated only by `wanling migrate` (`mayMigrate`).
 * @throws BadConfig when a remote is behind this version.
 */
export const openDatabase = async (config: Config, now: number, mayMigrate = false): Promise<Database> => {
  const path = fileOf(config.databaseUrl)
  if (path === undefined) return openRemote(config, now, mayMigrate)
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const existed = existsSync(path)
  // The engine gives the files beside it the same rights.
  if (!existed) closeSync(openSync(path, 'a', 0o600))
  const db = new EmbeddedDatabase(path)
  const pending = await pendingMigrations(db)
  if (existed && pending.length > 0) copyDatabase(path, `${path}.before-${pending[0]?.name}`)
  await migrate(db, now)
  return db
}

const openRemote = async (config: Config, now: number, mayMigrate: boolean): Promise<Database> => {
  const db = new RemoteDatabase(createClient({ url: config.databaseUrl, authToken: config.databaseToken }))
  const pending = await pendingMigrations(db)
  if (pending.length === 0) return db
  if (!mayMigrate)
    throw new BadConfig('DATABASE_URL names a database that is behind this version: run npx wanling migrate')
  await migrate(db, now)
  return db
}

/** Opens the key ring. Outside production a missing SECRET_KEY is made once and kept beside the file, readable by its owner only. */
export const openRing = (config: Config, db: Database, now: number): Promise<Keys> =>
  openKeys(db, secretOf(config), now)

/** SECRET_KEY, or the key kept beside the file; undefined when neither is there. Makes nothing. */
export const keptSecret = (config: Config): Buffer | undefined => {
  if (config.secretKey) return config.secretKey
  const path = fileOf(config.databaseUrl)
  if (path === undefined) return undefined
  const keyPath = `${path}.key`
  return existsSync(keyPath) ? Buffer.from(readFileSync(keyPath, 'utf8').trim(), 'base64') : undefined
}

/** The secret that wraps the key ring; outside production one is made and kept beside the file. @throws BadConfig */
export const secretOf = (config: Config): Buffer => {
  const kept = keptSecret(config)
  if (kept) return kept
  const path = fileOf(config.databaseUrl)
  if (path === undefined)
    throw new BadConfig('SECRET_KEY is missing: a remote database needs it; make one with openssl rand -base64 32')
  const made = randomBytes(32)
  writeFileSync(`${path}.key`, `${made.toString('base64')}\n`, { mode: 0o600 })
  return keptSecret(config) ?? made
}
