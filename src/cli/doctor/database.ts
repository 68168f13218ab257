import { existsSync, statSync } from 'node:fs'
import { createClient } from '@libsql/client'
import type { Config } from '../../config.ts'
import type { Database } from '../../db/database.ts'
import { WrongSecretKey, wrappedKeysOpen } from '../../db/keys.ts'
import { NewerDatabase, pendingMigrations } from '../../db/migrate.ts'
import { ReadOnlyFile } from '../../db/read-only.ts'
import { RemoteDatabase } from '../../db/remote.ts'
import { statement } from '../../db/statement.ts'
import { fileOf, keptSecret } from '../../open.ts'
import type { Language } from '../language.ts'
import { isPrivate } from './environment.ts'
import { bad, type Line, ok, warn } from './line.ts'
import { doctorWords } from './words.ts'

/** What may be read of the database; undefined when there is none, or none that can be read. */
export type Reader = Pick<Database, 'read'>

export interface Examined {
  lines: Line[]
  reader: Reader | undefined
}

const PATIENCE_MS = 5000

/** Opens the database without making, migrating or writing anything, and says how it stands. */
export const examineDatabase = async (config: Config, language: Language): Promise<Examined> => {
  const path = fileOf(config.databaseUrl)
  const { lines, reader } =
    path === undefined ? await examineRemote(config, language) : await examineFile(path, language)
  if (!reader) return { lines, reader }
  const { line, isCurrent } = await versionLine(reader, path === undefined, language)
  if (line) lines.push(line)
  if (!isCurrent) return { lines, reader: undefined }
  lines.push(await keysLine(config, reader, language))
  return { lines, reader }
}

const examineFile = async (path: string, language: Language): Promise<Examined> => {
  const words = doctorWords[language]
  if (!existsSync(path)) return { lines: [warn(words.database, words.dbNone(path))], reader: undefined }
  const { size, mode } = statSync(path)
  const open = isPrivate(mode) ? [] : [warn(words.database, words.dbOpen(path))]
  try {
    const reader = new ReadOnlyFile(path)
    const [rows = []] = await reader.read([statement('PRAGMA quick_check')])
    if (rows[0]?.[0] !== 'ok') throw new TypeError('not sound')
    return { lines: [ok(words.database, words.dbFine(path, (size / 1e6).toFixed(1))), ...open], reader }
  } catch {
    return { lines: [bad(words.database, words.dbDamaged)], reader: undefined }
  }
}

const examineRemote = async (config: Config, language: Language): Promise<Examined> => {
  const words = doctorWords[language]
  const { host } = new URL(config.databaseUrl)
  const reader = new RemoteDatabase(createClient({ url: config.databaseUrl, authToken: config.databaseToken }))
  try {
    await Promise.race([reader.read([statement('SELECT 1')]), tooLate()])
    return { lines: [ok(words.database, words.dbRemote(host))], reader }
  } catch {
    return { lines: [bad(words.database, words.dbUnreachable(host))], reader: undefined }
  }
}

const tooLate = (): Promise<never> =>
  new Promise((_, reject) => setTimeout(() => reject(new Error('too late')), PATIENCE_MS).unref())

const versionLine = async (
  reader: Reader,
  isRemote: boolean,
  language: Language,
): Promise<{ line?: Line; isCurrent: boolean }> => {
  const words = doctorWords[language]
  try {
    if ((await pendingMigrations(reader)).length === 0) return { isCurrent: true }
    const line = isRemote ? bad(words.database, words.dbPendingRemote) : warn(words.database, words.dbPending)
    return { line, isCurrent: false }
  } catch (error) {
    if (!(error instanceof NewerDatabase)) throw error
    return { line: bad(words.database, words.dbNewer), isCurrent: false }
  }
}

const keysLine = async (config: Config, reader: Reader, language: Language): Promise<Line> => {
  const words = doctorWords[language]
  const secret = keptSecret(config)
  if (!secret) return bad(words.keys, words.keysNone)
  try {
    await wrappedKeysOpen(reader, secret)
  } catch (error) {
    if (error instanceof WrongSecretKey) return bad(words.keys, words.keysWrong)
    throw error
  }
  if (!config.secretKey) return warn(words.keys, words.keysBeside(`${fileOf(config.databaseUrl)}.key`))
  return ok(words.keys, words.keysFine)
}
