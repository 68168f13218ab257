import { open } from 'node:fs/promises'
import { rosterLimits } from '../roster/import/limits.ts'
import { type ImportDeps, importRoster } from '../roster/import-roster.ts'
import { sheetReader } from '../roster/sheet/read.ts'
import { threadScript } from '../threads.ts'
import { BadUsage, type Command, Refused, readArgs } from './command.ts'
import { theCounty } from './county.ts'
import { languageOf } from './language.ts'
import { progressLine } from './progress.ts'
import { tellImport } from './roster-tell.ts'
import { rosterCommandWords } from './roster-words.ts'
import { CLI, withDatabase } from './with-database.ts'

/** `wanling import-roster`. */
export const importRosterCommand: Command = {
  name: 'import-roster',
  takes: 'FILE [--school NAME] [--sheet S] [--dry-run] [--same ROWS] [--new ROWS] [--leave-missing] [--lang zh|en]',
  summary: 'enrol the children of a roster (.xlsx or .csv): all rows or none',
  help: `FILE has a header with school, class and name, perhaps grade, nickname and key. Other columns are skipped, named and
never stored; the file is not kept. The same file again changes nothing. A child in another class than before
moves there today; its earlier nights stay with the old class. Children who are not in the file stay as they are.
Try it first with --dry-run.
  --school NAME    the school of a file without a school column
  --sheet S        the sheet to read, by name or number, when several of a workbook are rosters
  --dry-run        say what would change and store nothing
  --same ROWS      these rows, which were asked about, are the children already there
  --new ROWS       these rows, which were asked about, are other children
  --leave-missing  who is in a class that the file lists, but not in the file, leaves today
  --lang zh|en     language of the answers; otherwise that of the terminal`,
  run: async args => {
    const { values, positionals } = readArgs(args, {
      school: { type: 'string' },
      sheet: { type: 'string' },
      'dry-run': { type: 'boolean' },
      'leave-missing': { type: 'boolean' },
      same: { type: 'string' },
      new: { type: 'string' },
      lang: { type: 'string' },
    })
    const [file, ...more] = positionals
    if (file === undefined || more.length > 0) throw new BadUsage('import-roster takes one FILE')
    const language = languageOf(values.lang)
    const answers = { same: readRows(values.same, '--same'), fresh: readRows(values.new, '--new') }
    const dryRun = values['dry-run'] === true
    const leaveMissing = values['leave-missing'] === true
    const { school, sheet } = values
    const request = { bytes: await readBytes(file), school, sheet, answers, leaveMissing, dryRun }
    const progress = progressLine()
    const { step: steps } = rosterCommandWords[language]
    const outcome = await withDatabase(async desk => {
      await theCounty(desk)
      const readSheet = sheetReader(threadScript('sheet-thread'))
      const step: ImportDeps['step'] = (one, done, total) => progress.show(steps[one], done, total)
      return importRoster(desk.db, request, { ...desk, actor: CLI, readSheet, step })
    }).finally(progress.end)
    tellImport(outcome, { file, language, dryRun, leaveMissing, school })
  },
}

const readRows = (text: string | undefined, option: string): Set<number> => {
  const parts = text === undefined ? [] : text.split(/[,，、\s]+/)
  if (parts.some(part => !/^[1-9]\d*$/.test(part))) throw new BadUsage(`${option} takes row numbers, such as 12,15`)
  return new Set(parts.map(Number))
}

/** Reads no more than one byte over the limit, so that a film named .xlsx does no harm. */
const readBytes = async (file: string): Promise<Uint8Array> => {
  try {
    await using handle = await open(file)
    const buffer = new Uint8Array(rosterLimits.bytes + 1)
    let length = 0
    while (length < buffer.length) {
      const { bytesRead } = await handle.read(buffer, length)
      if (bytesRead === 0) break
      length += bytesRead
    }
    return buffer.subarray(0, length)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error'
    throw new Refused(`${file}: cannot be read (${code})`)
  }
}
