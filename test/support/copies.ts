import { openSync, readSync, writeSync } from 'node:fs'
import Libsql from 'libsql'
import { sealFile } from '../../src/db/backup/seal.ts'

/** A file with one byte changed in its middle. */
export const spoil = (path: string, at: number): void => {
  const file = openSync(path, 'r+')
  const byte = Buffer.alloc(1)
  readSync(file, byte, 0, 1, at)
  writeSync(file, Buffer.from([(byte[0] ?? 0) ^ 0xff]), 0, 1, at)
}

/** Changes the database in a copy of a backup and seals it again, as a program that knew how would. */
export const altered = async (path: string, sql: string): Promise<void> => {
  const db = new Libsql(path)
  db.exec('VACUUM')
  db.exec(sql)
  db.close()
  await sealFile(path, Date.parse('2026-11-24T03:20:00+08:00'))
}

/** Fills a database with so many megabytes that nobody reads. */
export const fill = (path: string, megabytes: number): void => {
  const db = new Libsql(path)
  db.exec('CREATE TABLE ballast (x BLOB)')
  db.exec(
    `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${megabytes * 20})
     INSERT INTO ballast SELECT randomblob(50000) FROM n`,
  )
  db.close()
}
