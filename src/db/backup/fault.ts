/** Why a file was not taken as a backup, or a backup was not made. The commands turn it into a sentence. */
export type BackupFault =
  /** There is no such file, or it cannot be read. */
  | 'unreadable'
  /** No backup of Wanling, or only part of one. */
  | 'no-seal'
  /** The bytes are not those that were sealed, or the database in it does not hold together. */
  | 'damaged'
  /** A sound database of some other program. */
  | 'foreign'
  /** Made by a newer Wanling. */
  | 'newer'
  /** SECRET_KEY is not set. */
  | 'no-key'
  /** The present SECRET_KEY does not open its keys. */
  | 'wrong-key'
  /** Another process has the database open. */
  | 'in-use'
  /** Not enough room on the disk. */
  | 'no-room'
  /** A file of this name is there already. */
  | 'exists'
  /** There is no database yet. */
  | 'no-database'

/** A backup or a restore that was refused; nothing was touched. */
export class BackupRefused extends Error {
  override name = 'BackupRefused'
  readonly fault: BackupFault

  constructor(fault: BackupFault) {
    super(fault)
    this.fault = fault
  }
}
