import { sayCounts } from '../roster/import/count-words.ts'
import { sayMissing, sayOutline } from '../roster/import/outline-words.ts'
import { sayPlanQuestion, sayRosterErrors, sayRosterWarning, saySkippedColumns } from '../roster/import/say.ts'
import type { RosterError, SkippedColumn } from '../roster/import/types.ts'
import type { ImportOutcome } from '../roster/import-roster.ts'
import { Refused, say } from './command.ts'
import type { Language } from './language.ts'
import { rosterCommandWords } from './roster-words.ts'

/** More faults than these are counted: a column moved by one makes one a row. */
const FAULTS_SHOWN = 50

type Told = { file: string; language: Language; dryRun: boolean; leaveMissing: boolean; school: string | undefined }

/** Says what became of an import. @throws Refused with every fault, its place and how to mend it */
export const tellImport = (outcome: ImportOutcome, told: Told): void => {
  const { file, language } = told
  const words = rosterCommandWords[language]
  if (!('refused' in outcome)) {
    tellDone(outcome, told)
    return
  }
  switch (outcome.refused) {
    case 'busy':
      throw new Refused(words.busy)
    case 'no-county':
      throw new Refused(words.nothingStored)
    case 'questions': {
      const questions = outcome.questions.map(question => sayPlanQuestion(question, file, language))
      throw new Refused([...shown(questions, language), words.answers, words.nothingStored].join('\n'))
    }
    case 'file':
      throw new Refused(faultLines(outcome, told).join('\n'))
  }
}

const tellDone = (
  outcome: Exclude<ImportOutcome, { refused: unknown }>,
  { language, dryRun, leaveMissing }: Told,
): void => {
  const { counts, outline, left, skipped, warnings } = outcome
  for (const line of sayCounts(counts, left.length, dryRun, language)) say(line)
  for (const line of [
    ...(dryRun ? sayOutline(outline, language) : []),
    sayMissing(outline, leaveMissing, language),
    saySkippedColumns(skipped, language),
    ...warnings.map(warning => sayRosterWarning(warning, language)),
  ]) {
    if (line !== '') say(line)
  }
}

type FileFaults = { errors: RosterError[]; skipped: SkippedColumn[]; schools: string[] }

const faultLines = ({ errors, skipped, schools }: FileFaults, { file, language, school }: Told): string[] => {
  const words = rosterCommandWords[language]
  const faults = sayRosterErrors(
    errors,
    error => (error.code === 'school-option' ? `--school ${school ?? ''}` : file),
    language,
  )
  const ofSchool = errors.some(({ code }) => code === 'school-option' || code === 'unknown-school')
  return [
    ...shown(faults, language),
    ...(ofSchool ? [words.schools(schools)] : []),
    saySkippedColumns(skipped, language),
    words.nothingStored,
  ].filter(Boolean)
}

const shown = (lines: readonly string[], language: Language): string[] => {
  const more = lines.length - FAULTS_SHOWN
  return more > 0 ? [...lines.slice(0, FAULTS_SHOWN), rosterCommandWords[language].more(more)] : [...lines]
}
