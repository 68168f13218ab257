import { Temporal } from 'temporal-polyfill'
import type { Config } from '../../config.ts'
import { lastGood } from '../../db/backup/shelf.ts'
import { statement } from '../../db/statement.ts'
import { ZONE } from '../../features.ts'
import { fileOf } from '../../open.ts'
import { backupFolder, LONGEST_WITHOUT_MS } from '../../upkeep.ts'
import type { Language } from '../language.ts'
import type { Reader } from './database.ts'
import { bad, type Line, ok, warn } from './line.ts'
import { doctorWords } from './words.ts'

/** When the last good nightly backup was made. Outside production none is expected. */
export const backupLine = async (
  config: Config,
  reader: Reader | undefined,
  now: number,
  language: Language,
): Promise<Line> => {
  const words = doctorWords[language]
  const path = fileOf(config.databaseUrl)
  if (path === undefined) return ok(words.backup, words.backupRemote)
  const folder = backupFolder(config, path)
  const last = await lastGood(folder)
  const isLate = now - (last ?? (await born(reader)) ?? now) >= LONGEST_WITHOUT_MS
  const late = config.production ? bad : warn
  if (last === undefined)
    return isLate ? late(words.backup, words.backupLate(folder)) : warn(words.backup, words.backupNone(folder))
  const at = Temporal.Instant.fromEpochMilliseconds(last).toZonedDateTimeISO(ZONE).toPlainDateTime()
  const said = at.toString({ smallestUnit: 'minute' }).replace('T', ' ')
  return isLate ? late(words.backup, words.backupOld(said)) : ok(words.backup, words.backupFine(said, folder))
}

const born = async (reader: Reader | undefined): Promise<number | undefined> => {
  const [[row] = []] = (await reader?.read([statement('SELECT min(at) FROM migration')])) ?? []
  return row?.[0] === undefined || row[0] === null ? undefined : Number(row[0])
}
