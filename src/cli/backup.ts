import { statSync } from 'node:fs'
import { readConfig } from '../config.ts'
import { BackupRefused } from '../db/backup/fault.ts'
import { growing } from '../db/backup/make.ts'
import type { Seal } from '../db/backup/seal.ts'
import { BackupFailed, backUpInThread } from '../db/backup/threaded.ts'
import { clockOf, fileOf, keptSecret } from '../open.ts'
import { backupWords } from './backup-words.ts'
import { BadUsage, type Command, Refused, readArgs, say } from './command.ts'
import type { Language } from './language.ts'
import { languageOf } from './language.ts'

/** `wanling backup`: one file, made while the server goes on. */
export const backupCommand: Command = {
  name: 'backup',
  takes: 'FILE [--lang zh|en]',
  summary: 'copy the database into FILE while the server goes on, and open the copy to make sure',
  help: `FILE is readable by its owner alone and says when it was made, how long it is and its SHA-256, so that damage shows.
It does not hold SECRET_KEY, and cannot be opened without it.`,
  run: async args => {
    const { values, positionals } = readArgs(args, { lang: { type: 'string' } })
    const [file, ...more] = positionals
    if (file === undefined || more.length > 0) throw new BadUsage('backup takes one FILE')
    const language = languageOf(values.lang)
    const words = backupWords[language]
    const seal = await make(file, language)
    say(words.made(file, (seal.bytes / 1e6).toFixed(1), seal.sha256))
    say(words.noKey)
  },
}

const make = async (file: string, language: Language): Promise<Seal> => {
  const words = backupWords[language]
  const config = readConfig(process.env)
  const from = fileOf(config.databaseUrl)
  if (from === undefined) throw new Refused(words.remote)
  const secret = keptSecret(config)
  if (!secret) throw new Refused(words.fault['no-key'](file))
  const stop = showProgress(from, growing(file), words.copying)
  const script = new URL('./backup.js', import.meta.url)
  try {
    return await backUpInThread({ from, to: file, secret, at: clockOf(config)() }, script)
  } catch (error) {
    if (error instanceof BackupRefused) throw new Refused(words.fault[error.fault](file))
    throw error instanceof BackupFailed ? new Refused(words.failed(file, error.message)) : error
  } finally {
    stop()
  }
}

/** Says on a terminal how far the copy has grown; nothing when piped. */
const showProgress = (from: string, part: string, line: (percent: number) => string): (() => void) => {
  if (!process.stderr.isTTY) return () => undefined
  const timer = setInterval(() => {
    const percent = Math.min(100, Math.round((100 * sizeOf(part)) / Math.max(1, sizeOf(from))))
    process.stderr.write(`\r\u001b[K${line(percent)}`)
  }, 200)
  return () => {
    clearInterval(timer)
    process.stderr.write('\r\u001b[K')
  }
}

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0
