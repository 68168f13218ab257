import { closeSync, existsSync, openSync, renameSync, rmSync, statfsSync, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { dirname } from 'node:path'
import Libsql from 'libsql'
import { checkCopy } from './check.ts'
import { BackupRefused } from './fault.ts'
import { type Seal, sealFile } from './seal.ts'

/** Room that must be left beside a copy, in bytes. */
const SPARE = 16 * 1024 * 1024

export interface BackupOrder {
  /** The live file and the file to be. */
  from: string
  to: string
  /** What SECRET_KEY holds, to see that the copy opens with it. */
  secret: Buffer
  /** Epoch ms, written into the seal. */
  at: number
  /** Takes the place of a file of that name, once the new one is good. */
  replace?: boolean
}

/** The name under which a copy grows: only what was found good gets the other. */
export const growing = (to: string): string => `${to}.part`

/**
 * Copies the live file as it stands at one moment while others read and write it, opens the copy, seals it and only
 * then gives it its name. The file is readable by its owner alone. Blocks its thread: never call it where turns are taken.
 * @throws BackupRefused when the copy cannot be made or is no good; nothing is left behind.
 */
export const makeBackup = async ({ from, to, secret, at, replace }: BackupOrder): Promise<Seal> => {
  if (!existsSync(from)) throw new BackupRefused('no-database')
  if (!replace && existsSync(to)) throw new BackupRefused('exists')
  const part = growing(to)
  try {
    copyDatabase(from, part)
    const fault = await checkCopy(part, secret)
    if (fault) throw new BackupRefused(fault)
    const seal = await sealFile(part, at)
    renameSync(part, to)
    await syncFolder(dirname(to))
    return seal
  } finally {
    rmSync(part, { force: true })
  }
}

/**
 * One consistent copy of a database that others may be using, by `VACUUM INTO` over a connection of its own, in a file
 * that its owner alone may read. The live file is never opened by other means: closing it would drop the engine's locks.
 * @throws BackupRefused without room
 */
export const copyDatabase = (from: string, to: string): void => {
  needRoom(dirname(to), statSync(from).size)
  rmSync(to, { force: true })
  closeSync(openSync(to, 'wx', 0o600))
  const file = new Libsql(from, { timeout: 10_000 })
  try {
    file.prepare('VACUUM INTO ?').run([to])
  } finally {
    file.close()
  }
}

/** @throws BackupRefused when a folder's disk has no room for so many bytes and some to spare */
export const needRoom = (folder: string, bytes: number): void => {
  const { bavail, bsize } = statfsSync(folder)
  if (bavail * bsize < bytes + SPARE) throw new BackupRefused('no-room')
}

/** A new name is on disk only when its folder is. Where folders cannot be opened (Windows) nothing more can be done. */
export const syncFolder = async (folder: string): Promise<void> => {
  try {
    await using handle = await open(folder)
    await handle.sync()
  } catch {
    return
  }
}
