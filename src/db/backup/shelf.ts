import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { readSeal } from './seal.ts'

/** Nightly backups kept. */
export const KEPT = 30
/** What was deleted must be gone from the backups too by then. Policy §7.4: backups 30 days. */
const LONGEST_MS = 30 * 24 * 3600_000
const NAME = /^wanling-\d{4}-\d\d-\d\dT\d{4}\.db$/

/** The name of a nightly backup: `wanling-2026-11-24T0320.db`. `slot` is the job's, `2026-11-24T03:20`. */
export const nightlyName = (slot: string): string => `wanling-${slot.replace(':', '')}.db`

/** Nightly backups of a folder, newest first. A folder that is not there holds none. */
const nightly = async (folder: string): Promise<string[]> => {
  const names = await readdir(folder).catch(() => [])
  return names
    .filter(name => NAME.test(name))
    .sort()
    .reverse()
}

/** When the newest whole backup of the folder was made (epoch ms); undefined when there is none. */
export const lastGood = async (folder: string): Promise<number | undefined> => {
  for (const name of await nightly(folder)) {
    const seal = await readSeal(join(folder, name)).catch(() => undefined)
    if (seal) return seal.at
  }
  return undefined
}

/** Takes away the copies that upgrades and restores left beside the database, once they are thirty days old. */
export const tidyBeside = async (path: string, now: number): Promise<void> => {
  const folder = dirname(path)
  const names = await readdir(folder)
  for (const name of names.filter(one => one.startsWith(`${basename(path)}.before-`))) {
    const copy = join(folder, name)
    const { mtimeMs } = await stat(copy)
    if (now - mtimeMs >= LONGEST_MS) await rm(copy, { force: true })
  }
}

/** Makes the folder, readable by its owner alone. */
export const makeShelf = async (folder: string): Promise<void> => {
  await mkdir(folder, { recursive: true, mode: 0o700 })
}

/** Takes away what is beyond the thirty newest or older than thirty days; the newest always stays. */
export const tidyShelf = async (folder: string, now: number): Promise<void> => {
  const [, ...older] = await nightly(folder)
  for (const [i, name] of older.entries()) {
    const path = join(folder, name)
    const seal = await readSeal(path).catch(() => undefined)
    if (i + 1 >= KEPT || (seal && now - seal.at >= LONGEST_MS)) await rm(path, { force: true })
  }
}
