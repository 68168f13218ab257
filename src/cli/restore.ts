import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { type Config, readConfig } from '../config.ts'
import { BackupRefused } from '../db/backup/fault.ts'
import { restoreBackup } from '../db/backup/restore.ts'
import { clockOf, fileOf, keptSecret } from '../open.ts'
import { backupWords } from './backup-words.ts'
import { BadUsage, type Command, Refused, readArgs, say } from './command.ts'
import { languageOf } from './language.ts'

const ZONE = 'Asia/Shanghai'
/** How long a server may take to say that it is there. */
const HEALTH_MS = 1000

/** `wanling restore`: a backup in the place of the database, which is kept beside it. */
export const restoreCommand: Command = {
  name: 'restore',
  takes: 'FILE [--plain] [--lang zh|en]',
  summary: 'put a backup in the place of the database; the old one is kept beside it',
  help: `Stop the server first: while any program has the database open, nothing is done. A damaged backup, one of a newer
version and one that the present SECRET_KEY does not open are refused before anything is touched.
  --plain  take a database file without a seal, such as the copy that an upgrade leaves beside the database`,
  run: async args => {
    const { values, positionals } = readArgs(args, { plain: { type: 'boolean' }, lang: { type: 'string' } })
    const [file, ...more] = positionals
    if (file === undefined || more.length > 0) throw new BadUsage('restore takes one FILE')
    const words = backupWords[languageOf(values.lang)]
    const config = readConfig(process.env)
    const path = fileOf(config.databaseUrl)
    if (path === undefined) throw new Refused(words.remote)
    const kept = `${path}.before-restore-${stamp(clockOf(config)())}`
    const plain = values.plain === true
    mkdirSync(dirname(path), { recursive: true })
    try {
      const isServed = () => answers(config)
      const done = await restoreBackup({ file, path, secret: keptSecret(config), kept, plain, isServed })
      say(done.at === undefined ? words.restoredPlain : words.restored(spoken(done.at)))
      if (done.kept) say(words.kept(kept))
      say(words.since)
      say(words.next)
    } catch (error) {
      if (error instanceof BackupRefused) throw new Refused(`${words.fault[error.fault](file)}\n${words.untouched}`)
      if (error instanceof Error && 'code' in error) throw new Refused(words.failed(path, String(error.code)))
      throw error
    }
  },
}

const local = (at: number) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(ZONE).toPlainDateTime()
const stamp = (at: number): string => local(at).toString({ smallestUnit: 'second' }).replaceAll(':', '')
const spoken = (at: number): string => local(at).toString({ smallestUnit: 'minute' }).replace('T', ' ')

const answers = async ({ host, port }: Config): Promise<boolean> => {
  try {
    await fetch(`http://${host}:${port}/healthz`, { signal: AbortSignal.timeout(HEALTH_MS) })
    return true
  } catch {
    return false
  }
}
