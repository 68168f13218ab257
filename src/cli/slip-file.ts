import { rename, rm, writeFile } from 'node:fs/promises'
import { Unavailable } from '../db/database.ts'
import { Refused } from './command.ts'
import { invitationWords } from './invitation-words.ts'
import type { Language } from './language.ts'

/** The file that slips go to: a page of HTML. @throws Refused for another kind, with the way out */
export const slipFile = (file: string, language: Language): string => {
  if (/\.html?$/i.test(file)) return file
  const words = invitationWords[language]
  throw new Refused(/\.pdf$/i.test(file) ? words.notPdf(file) : words.notHtml(file))
}

/**
 * Writes a file that only its owner may read, does the work it is for, and gives it its name when that is done. When the
 * work fails no file is left. @throws Refused
 */
export const keepFile = async (
  file: string,
  text: string,
  language: Language,
  work: () => Promise<void>,
): Promise<void> => {
  const words = invitationWords[language]
  const part = `${file}.part`
  try {
    await rm(part, { force: true })
    await writeFile(part, text, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error'
    throw new Refused(words.notWritten(file, code))
  }
  try {
    await work()
  } catch (error) {
    await rm(part, { force: true })
    throw error instanceof Unavailable ? new Refused(words.notStored) : error
  }
  await rename(part, file)
}
