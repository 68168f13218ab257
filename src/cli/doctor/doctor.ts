import { clockOf, fileOf } from '../../open.ts'
import { backupFolder } from '../../upkeep.ts'
import { BadUsage, type Command, Refused, readArgs, say } from '../command.ts'
import { type Language, languageOf } from '../language.ts'
import { backupLine } from './backups.ts'
import { askChannels } from './channels.ts'
import { clockLine } from './clock.ts'
import { countyLines } from './county.ts'
import { examineDatabase } from './database.ts'
import { environmentLines, tryConfig } from './environment.ts'
import type { Line } from './line.ts'
import { machineLines } from './machine.ts'
import { outsideLines } from './outside.ts'
import { tunnelText } from './tunnel.ts'
import { doctorWords } from './words.ts'

/** `wanling doctor`: how everything stands that Wanling needs, a line each. */
export const doctorCommand: Command = {
  name: 'doctor',
  takes: '[--lang zh|en] [--outside URL] [--tunnel HOST]',
  summary: 'look at settings, database, clock, channels, backups: a line each, with the way to mend it',
  help: `Changes nothing and shows no secret. Each line is ok, warn or bad; exits 1 when one is bad.
Asks the platforms whether they know our credentials, and waits at most 5 seconds for them.
--outside URL looks at our callbacks by that address, as the platforms will.
--tunnel HOST prints the files for a way in through a small public machine, and looks at nothing.`,
  run: async args => {
    const { values, positionals } = readArgs(args, {
      lang: { type: 'string' },
      outside: { type: 'string' },
      tunnel: { type: 'string' },
    })
    if (positionals.length > 0) throw new BadUsage('doctor takes options only')
    if (values.tunnel !== undefined) return say(tunnelOf(values.tunnel))
    const outside = values.outside === undefined ? undefined : addressOf(values.outside)
    const language = languageOf(values.lang)
    const lines = [...(await examine(language)), ...(outside ? await lookFrom(outside, language) : [])]
    for (const { mark, what, say: text } of lines) say(`${mark.padEnd(4)} ${what}  ${text}`)
    const words = doctorWords[language]
    const count = (mark: Line['mark']) => lines.filter(line => line.mark === mark).length
    if (count('bad') > 0) throw new Refused(words.summaryBad(count('bad')))
    say(count('warn') > 0 ? words.summaryWarn(count('warn')) : words.summaryFine)
  },
}

const HOST = /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/i

const tunnelOf = (host: string): string => {
  if (!HOST.test(host)) throw new BadUsage('--tunnel takes the name of a machine, such as wanling.example.cn')
  return tunnelText({ host, port: tryConfig(process.env).config?.port ?? 8787 })
}

const addressOf = (text: string): string => {
  if (!/^https?:$/.test(URL.parse(text)?.protocol ?? '')) throw new BadUsage('--outside takes a web address')
  return text
}

const lookFrom = async (url: string, language: Language): Promise<Line[]> => {
  const { config } = tryConfig(process.env)
  return config ? outsideLines(url, config, language) : []
}

const examine = async (language: Language): Promise<Line[]> => {
  const { config, problems } = tryConfig(process.env)
  const environment = environmentLines(process.env, problems, language)
  if (!config) return [...environment, ...machineLines(language, ['.'])]
  const now = clockOf(config)()
  const [{ lines, reader }, channels] = await Promise.all([
    examineDatabase(config, language),
    askChannels(config, language),
  ])
  const path = fileOf(config.databaseUrl)
  return [
    ...environment,
    ...machineLines(language, path === undefined ? ['.'] : [path, backupFolder(config, path)]),
    await clockLine(config, { now, reader, skewMs: channels.skewMs }, language),
    ...lines,
    ...(reader ? await countyLines(config, reader, now, language) : []),
    await backupLine(config, reader, now, language),
    ...channels.lines,
  ]
}
