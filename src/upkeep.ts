import { readdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Config } from './config.ts'
import { BackupRefused } from './db/backup/fault.ts'
import { lastGood, makeShelf, nightlyName, tidyBeside, tidyShelf } from './db/backup/shelf.ts'
import { BackupFailed, backUpInThread } from './db/backup/threaded.ts'
import type { Database } from './db/database.ts'
import { statement } from './db/statement.ts'
import type { Slot } from './jobs/job.ts'
import type { Upkeep } from './jobs/upkeep.ts'
import { fileOf, secretOf } from './open.ts'

/** Without a good backup for this long the service is not ready. */
export const LONGEST_WITHOUT_MS = 3 * 24 * 3600_000

interface UpkeepDeps {
  config: Config
  db: Pick<Database, 'read'>
  now: () => number
  log: (event: string, fields: Record<string, string>) => void
  /** The thread's built entry. */
  script?: URL
}

/** Where the nightly backups of an embedded file go: BACKUP_DIR, or `backups` beside the file. */
export const backupFolder = ({ backupDir }: Config, path: string): string => backupDir ?? join(dirname(path), 'backups')

/** Nightly backups of the embedded file; undefined over a remote database. */
export const openUpkeep = async (deps: UpkeepDeps): Promise<Upkeep | undefined> => {
  const { config, db, now } = deps
  const path = fileOf(config.databaseUrl)
  if (path === undefined) return undefined
  const folder = backupFolder(config, path)
  const [[made] = []] = await db.read([statement('SELECT min(at) FROM migration')])
  // A new database has three days too.
  const born = Number(made?.[0] ?? now())
  return {
    backUp: slot => backUp(slot, path, folder, deps),
    isBackedUp: async () => {
      if (!config.production) return true
      return now() - ((await lastGood(folder)) ?? born) < LONGEST_WITHOUT_MS
    },
  }
}

const backUp = async (slot: Slot, from: string, folder: string, deps: UpkeepDeps): Promise<void> => {
  const { config, now, log, script = new URL('./backup.js', import.meta.url) } = deps
  try {
    await makeShelf(folder)
    await dropUnfinished(folder)
    const to = join(folder, nightlyName(slot.id))
    await backUpInThread({ from, to, secret: secretOf(config), at: now(), replace: true }, script)
    await tidyShelf(folder, now())
    await tidyBeside(from, now())
  } catch (error) {
    log('backup.failed', { reason: reasonOf(error) })
    throw error
  }
}

/** What a machine that was switched off left behind is no backup, and holds records all the same. */
const dropUnfinished = async (folder: string): Promise<void> => {
  const names = await readdir(folder)
  for (const name of names.filter(one => one.endsWith('.db.part'))) await rm(join(folder, name), { force: true })
}

const reasonOf = (error: unknown): string =>
  error instanceof BackupRefused || error instanceof BackupFailed ? error.message : 'folder'
