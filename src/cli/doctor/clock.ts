import { Temporal } from 'temporal-polyfill'
import type { Config } from '../../config.ts'
import { statement } from '../../db/statement.ts'
import { ZONE } from '../../features.ts'
import type { Language } from '../language.ts'
import type { Reader } from './database.ts'
import { bad, type Line, ok, warn } from './line.ts'
import { doctorWords } from './words.ts'

/** The program was not written before this year, and a machine that has lost its battery begins long before it. */
const FIRST_YEAR = 2026
const LAST_YEAR = 2050
/** How far a clock may be off, in ms: more, and "just fell asleep" is stored at a wrong time. */
const MOST_BEHIND_MS = 5 * 60_000
const MOST_SKEW_MS = 60_000

export interface ClockFacts {
  now: number
  reader: Reader | undefined
  /** What a platform's server said the time was, less ours, in ms; undefined when none was asked. */
  skewMs: number | undefined
}

/** The machine's clock, against the years it can be, the newest entry of the database and a platform's own. */
export const clockLine = async (config: Config, facts: ClockFacts, language: Language): Promise<Line> => {
  const words = doctorWords[language]
  const { now, reader, skewMs } = facts
  const local = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(ZONE)
  if (local.year < FIRST_YEAR || local.year > LAST_YEAR) return bad(words.clock, words.clockYear(local.year))
  if (config.startAt !== undefined) return warn(words.clock, words.clockSet)
  const behind = reader ? (await newest(reader)) - now : 0
  if (behind > MOST_BEHIND_MS) return bad(words.clock, words.clockBehind(Math.round(behind / 60_000)))
  if (skewMs !== undefined && Math.abs(skewMs) > MOST_SKEW_MS)
    return bad(words.clock, words.clockSkew(Math.round(Math.abs(skewMs) / 1000)))
  return ok(
    words.clock,
    words.clockFine(local.toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ')),
  )
}

const NEWEST = `SELECT max(at) FROM (SELECT max(at) AS at FROM turn UNION ALL SELECT max(started_at) FROM job_run
  UNION ALL SELECT max(at) FROM migration)`

const newest = async (reader: Reader): Promise<number> => {
  const [[row] = []] = await reader.read([statement(NEWEST)])
  return Number(row?.[0] ?? 0)
}
