import { chmodSync, existsSync, linkSync, renameSync, rmSync, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { dirname } from 'node:path'
import { checkCopy } from './check.ts'
import { BackupRefused } from './fault.ts'
import { needRoom, syncFolder } from './make.ts'
import { digest, readSeal } from './seal.ts'
import { takeWhole } from './whole.ts'

export interface RestoreOrder {
  /** The backup, and the database that it shall become. */
  file: string
  path: string
  secret: Buffer | undefined
  /** How the old database is called from now on. */
  kept: string
  /** Takes a plain database without a seal too: it is checked as far as a database tells. */
  plain: boolean
  /** Whether a server answers where this one would. Asked when the old file is too damaged to be locked. */
  isServed: () => Promise<boolean>
}

/** What was restored: when the backup was made (epoch ms; undefined for a plain file), and whether an old file was kept. */
export interface Restored {
  at: number | undefined
  kept: boolean
}

/**
 * Puts a backup in the place of the database. All is tried on a copy beside it first, and the old file stays under
 * another name. Any process that has the database open, this program or another, holds a lock of the engine's: so the
 * swap is made only while this process alone has it, and a server that starts meanwhile is refused by the engine.
 * @throws BackupRefused; nothing was touched
 */
export const restoreBackup = async (order: RestoreOrder): Promise<Restored> => {
  const { path, kept } = order
  const part = `${path}.restoring`
  try {
    const at = await copyOut(order, part)
    const fault = await checkCopy(part, order.secret)
    if (fault) throw new BackupRefused(fault)
    const hadOne = existsSync(path)
    if (hadOne) await swap(order, part)
    else putInPlace(order, part)
    if (hadOne) chmodSync(kept, 0o600)
    await syncFolder(dirname(path))
    return { at, kept: hadOne }
  } finally {
    rmSync(part, { force: true })
  }
}

/** Copies the database out of the backup while its sum is made, and says when it was backed up. */
const copyOut = async ({ file, plain }: RestoreOrder, part: string): Promise<number | undefined> => {
  const seal = await readSeal(file).catch(() => {
    throw new BackupRefused('unreadable')
  })
  if (!seal && !plain) throw new BackupRefused('no-seal')
  const bytes = seal?.bytes ?? statSync(file).size
  needRoom(dirname(part), bytes)
  await using from = await open(file)
  await using to = await open(part, 'w', 0o600)
  const sum = await digest(from, bytes, piece => to.write(piece))
  await to.sync()
  if (seal && sum !== seal.sha256) throw new BackupRefused('damaged')
  return seal?.at
}

const swap = async ({ path, kept, isServed }: RestoreOrder, part: string): Promise<void> => {
  const whole = takeWhole(path)
  if (whole === 'in-use') throw new BackupRefused('in-use')
  if (whole === 'damaged') {
    if (await isServed()) throw new BackupRefused('in-use')
    renameSync(path, kept)
    putInPlace({ path, kept }, part)
    return
  }
  try {
    linkOrMove(path, kept)
    putInPlace({ path, kept }, part)
  } finally {
    whole.release()
    // Empty by now: held alone, the engine keeps its journal's name until it lets go.
    rmSync(`${kept}-journal`, { force: true })
  }
}

/** A log that was left beside the old file would be played into the new one: it stays with the old. */
const putInPlace = ({ path, kept }: Pick<RestoreOrder, 'path' | 'kept'>, part: string): void => {
  for (const end of ['-wal', '-shm', '-journal']) {
    if (existsSync(`${path}${end}`)) renameSync(`${path}${end}`, `${kept}${end}`)
  }
  renameSync(part, path)
}

/** With a second name for the old file there is no moment without a database; some file systems know no second name. */
const linkOrMove = (path: string, kept: string): void => {
  try {
    linkSync(path, kept)
  } catch {
    renameSync(path, kept)
  }
}
