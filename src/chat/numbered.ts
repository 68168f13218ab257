import type { Choice, Reply } from './reply.ts'

/** Choices as numbered lines under the words, for a platform that cannot show so many, or so long, or any at all. */
export const withLines = (say: string, choices: Choice[]): string =>
  [say, ...choices.map(({ label }, i) => `${i + 1}. ${label}`)].filter(Boolean).join('\n')

/** A reply with its link written out, for platforms whose messages carry no link of their own. */
export const linkInWords = (reply: Reply): string =>
  reply.link ? [reply.say, `${reply.link.label} ${reply.link.url}`].filter(Boolean).join('\n') : reply.say
