import { Temporal } from 'temporal-polyfill'
import { calendarMissing, dayOf } from '../../calendar/index.ts'
import type { Config } from '../../config.ts'
import { statement } from '../../db/statement.ts'
import { ZONE } from '../../features.ts'
import { neededSettings } from '../../ownership.ts'
import { readCountyCalendar } from '../../roster/county-calendar.ts'
import type { Language } from '../language.ts'
import type { Reader } from './database.ts'
import { bad, type Line, ok, warn } from './line.ts'
import { doctorWords } from './words.ts'

/** What was decided and entered: who runs this, the county, its schools, its calendar. */
export const countyLines = async (config: Config, reader: Reader, now: number, language: Language): Promise<Line[]> => {
  const [[schools] = [], counties = [], settings = []] = await reader.read([
    statement('SELECT count(*) FROM school'),
    statement('SELECT 1 FROM county'),
    statement('SELECT key FROM setting'),
  ])
  const keys = new Set(settings.map(row => String(row[0])))
  return [
    ...settingLines(config, keys, language),
    countyLine(
      { isDemo: keys.has('demo'), has: counties.length > 0, schools: Number(schools?.[0] ?? 0) },
      config,
      language,
    ),
    ...(await calendarLines(reader, now, language)),
  ]
}

const settingLines = (config: Config, keys: Set<string>, language: Language): Line[] => {
  const words = doctorWords[language]
  const missing = neededSettings(config).filter(({ key }) => !keys.has(key))
  const mark = config.production ? bad : warn
  const lines = missing.map(({ key, how }) => mark(words.settings, words.settingMissing(key, how)))
  const undecided = config.telegram && !keys.has('telegram') ? [warn('Telegram', words.telegramOff)] : []
  return [...(lines.length > 0 ? lines : [ok(words.settings, words.settingsFine)]), ...undecided]
}

interface Entered {
  isDemo: boolean
  has: boolean
  schools: number
}

const countyLine = ({ isDemo, has, schools }: Entered, { production }: Config, language: Language): Line => {
  const words = doctorWords[language]
  if (isDemo) return production ? bad(words.county, words.demo) : warn(words.county, words.demo)
  if (!has) return warn(words.county, words.countyNone)
  return schools > 0 ? ok(words.county, words.countyFine(schools)) : warn(words.county, words.schoolsNone)
}

const calendarLines = async (reader: Reader, now: number, language: Language): Promise<Line[]> => {
  const words = doctorWords[language]
  const today = dayOf(Temporal.Instant.fromEpochMilliseconds(now), ZONE)
  const calendar = await readCountyCalendar(reader)
  const year = calendarMissing(calendar, today)
  const until = calendar.terms.at(-1)?.to
  const lines = [
    ...(year === undefined ? [] : [warn(words.calendar, words.yearMissing(year))]),
    ...(until !== undefined && until >= today ? [] : [warn(words.calendar, words.termNone)]),
  ]
  return lines.length > 0 ? lines : [ok(words.calendar, words.calendarFine(until ?? ''))]
}
