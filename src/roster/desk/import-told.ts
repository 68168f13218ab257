import type { Lang } from '../../chat/inbound.ts'
import { sayCounts } from '../import/count-words.ts'
import { sayMissing, sayOutline } from '../import/outline-words.ts'
import { sayPlanQuestion, sayRosterErrors, sayRosterWarning, saySkippedColumns } from '../import/say.ts'
import type { ImportOutcome } from '../import-roster.ts'
import { deskWords } from './words.ts'

/** What the office reads of an import: a title, its lines, and what to do next. */
export interface ImportTold {
  isRefused: boolean
  title: string
  lines: string[]
  after?: string
}

interface Asked {
  /** The file's name. */
  name: string
  lang: Lang
  dryRun: boolean
  leaveMissing: boolean
}

/** More lines than these are left out: a column moved by one makes a fault in every row. */
const MOST_LINES = 50

/** Puts what became of an import into words; `undefined` is one that could not be carried out at all. */
export const tellOutcome = (outcome: ImportOutcome | undefined, asked: Asked): ImportTold => {
  const { name, lang } = asked
  const words = deskWords[lang].import
  if (!outcome) return { isRefused: true, title: words.slow, lines: [] }
  if (!('refused' in outcome)) return tellDone(outcome, asked)
  switch (outcome.refused) {
    case 'busy':
    case 'no-county':
      return { isRefused: true, title: words.busy, lines: [] }
    case 'questions': {
      const lines = outcome.questions.map(question => sayPlanQuestion(question, name, lang))
      return { isRefused: true, title: words.questions, lines: lines.slice(0, MOST_LINES), after: words.answersHow }
    }
    case 'file': {
      const lines = [...sayRosterErrors(outcome.errors, () => name, lang), saySkippedColumns(outcome.skipped, lang)]
      return { isRefused: true, title: words.refused, lines: lines.filter(Boolean).slice(0, MOST_LINES) }
    }
  }
}

const tellDone = (
  { counts, outline, left, skipped, warnings }: Exclude<ImportOutcome, { refused: unknown }>,
  { lang, dryRun, leaveMissing }: Asked,
): ImportTold => {
  const words = deskWords[lang].import
  // The first line says whether it was only tried, which the title says here.
  const [, ...counted] = sayCounts(counts, left.length, dryRun, lang)
  const lines = [
    ...counted,
    ...(dryRun ? sayOutline(outline, lang) : []),
    sayMissing(outline, leaveMissing, lang),
    saySkippedColumns(skipped, lang),
    ...warnings.map(warning => sayRosterWarning(warning, lang)),
  ].filter(Boolean)
  return {
    isRefused: false,
    title: dryRun ? words.triedTitle : words.doneTitle,
    lines: lines.slice(0, MOST_LINES),
    ...(dryRun ? { after: words.tryFirst } : {}),
  }
}
