import type { Who } from '../chat/dialog.ts'
import type { Lang } from '../chat/inbound.ts'
import type { Choice, Reply } from '../chat/reply.ts'
import { RELATIONS } from './change.ts'
import { householdWords, spokenDay } from './household/words.ts'
import type { Invited, Threshold } from './invited.ts'
import { rosterWords } from './words.ts'

/** The questions of a binding, each a step of its own. */
export const QUESTIONS = ['child', 'relation', 'c6', 'know', 'help', 'c1'] as const
export type Question = (typeof QUESTIONS)[number]

/** What the questions are made of. */
export interface Asking {
  invited: Invited
  threshold: Threshold
  lang: Lang
  /** The whole text of C1. */
  privacyUrl: string
}

/**
 * The question after this one. Everybody is asked for the child and who they are; on Telegram whether it may go abroad;
 * a junior-school guardian whether the child knows; last a guardian is asked C1, a helper whether they will help.
 */
export const questionAfter = (question: Question, invited: Invited, who: Who): Question | null => {
  const asked: Record<Question, boolean> = {
    child: true,
    relation: true,
    c6: who.channel === 'telegram',
    know: invited.as === 'guardian' && invited.stage === 'junior',
    help: invited.as === 'helper',
    c1: invited.as === 'guardian',
  }
  return QUESTIONS.slice(QUESTIONS.indexOf(question) + 1).find(one => asked[one]) ?? null
}

/** One question with its choices, the affirmative one first. */
export const ask = (question: Question, { invited, threshold, lang, privacyUrl }: Asking): Reply => {
  const words = rosterWords[lang]
  const household = householdWords[lang]
  switch (question) {
    case 'child':
      return { say: words.whichChild(invited), choices: yesNo('child', words.yesChild, words.noChild) }
    case 'relation':
      return {
        say: words.whoAreYou(invited.label),
        choices: RELATIONS.map(one => ({ id: `relation:${one}`, label: words.relation[one] })),
      }
    case 'c6':
      return { say: words.c6(threshold.telegramReceiver), choices: yesNo('c6', words.c6Yes, words.c6No) }
    case 'know':
      return {
        say: household.know(invited.label),
        choices: yesNo('know', household.knowYes, household.knowNo),
      }
    case 'help':
      return {
        say: household.help(invited.label, spokenDay(invited.until, lang)),
        choices: yesNo('help', household.helpYes, household.helpNo),
      }
    case 'c1':
      return { say: words.c1(threshold.operator, privacyUrl), choices: yesNo('c1', words.c1Yes, words.c1No) }
  }
}

const yesNo = (id: string, yes: string, no: string): Choice[] => [
  { id: `${id}:yes`, label: yes },
  { id: `${id}:no`, label: no },
]

/** What is said when somebody answers no: nothing has been kept, and the way that stays open. */
export const declined = (question: Exclude<Question, 'relation'>, lang: Lang): string => {
  const words = rosterWords[lang]
  const household = householdWords[lang]
  const said = {
    child: words.wrongChild,
    c6: words.c6Refused,
    know: household.knowRefused,
    help: household.helpRefused,
    c1: words.c1Refused,
  }
  return said[question]
}
