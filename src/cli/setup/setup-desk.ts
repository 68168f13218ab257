import { BadUsage } from '../command.ts'
import type { Desk } from '../with-database.ts'
import type { Asker, Question } from './ask.ts'
import type { Flags } from './flags.ts'
import type { SetupWords } from './words.ts'

/** What the steps of `wanling setup` work with. */
export interface Setup {
  flags: Flags
  words: SetupWords
  /** Undefined when nobody can be asked. */
  asker: Asker | undefined
}

/** One thing to set up once the database stands. A step that finds its work done says so and asks nothing. */
export type Step = (setup: Setup, desk: Desk) => Promise<void>

/** What the command line says, otherwise what the person answers, otherwise the standard. @throws BadUsage */
export const answerTo = async (
  { asker }: Setup,
  said: string | undefined,
  option: string,
  text: string,
  question: Question = {},
): Promise<string> => {
  if (said !== undefined) return said
  if (asker) return asker.ask(text, question)
  if (question.standard !== undefined) return question.standard
  throw new BadUsage(`${option} is missing`)
}

/** A question whose answer is one of a list. */
export const among = <T extends string>(list: readonly T[], words: SetupWords, standard?: T): Question => ({
  ...(standard === undefined ? {} : { standard }),
  check: answer => (list.some(one => one === answer) ? undefined : words.oneOf(list.join(', '))),
})

/** Yes or no, in either language; false when nobody can be asked. */
export const isYes = async ({ asker, words }: Setup, text: string, standard: boolean): Promise<boolean> => {
  if (!asker) return standard
  const answer = await asker.ask(text, {
    standard: standard ? 'y' : 'n',
    check: said => (YES.test(said) || NO.test(said) ? undefined : words.yesNo),
  })
  return YES.test(answer)
}

const YES = /^(?:y|yes|是|要|开|用)$/i
const NO = /^(?:n|no|否|不|不要|不开|不用)$/i
