import Libsql from 'libsql'
import { translated, Unavailable } from '../database.ts'

/** The database held by this process alone, all of it in the one file. */
export interface Whole {
  release(): void
}

/**
 * Takes the file for this process alone and folds its log into it. `in-use` when any other process has it open, even if
 * that is idle: in WAL mode each holds a lock for as long as it lives, and none survives its process.
 * `damaged` when the file is too broken to be opened.
 */
export const takeWhole = (path: string): Whole | 'in-use' | 'damaged' => {
  let file: Libsql.Database | undefined
  try {
    file = new Libsql(path, { timeout: 0 })
    file.exec('PRAGMA locking_mode = EXCLUSIVE')
    file.exec('BEGIN EXCLUSIVE')
    file.exec('COMMIT')
    file.prepare('PRAGMA journal_mode = DELETE').all()
    const held = file
    return { release: () => void held.close() }
  } catch (error) {
    file?.close()
    return translated(error) instanceof Unavailable ? 'in-use' : 'damaged'
  }
}
