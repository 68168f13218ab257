import type { Moment, Notice } from '../chat/dialog.ts'
import type { Lang } from '../chat/inbound.ts'
import type { Reply } from '../chat/reply.ts'
import { NOD_DAYS } from '../roster/erasure-rules.ts'
import type { Standing } from './facts.ts'

/** The same message to several guardians, each in their language. It is not worth saying after a week. */
export const noticesTo = (
  { others }: Standing,
  guardians: string[],
  moment: Moment,
  reply: (lang: Lang) => Reply,
): Notice[] =>
  others
    .filter(one => guardians.includes(one.guardianId))
    .map(({ conversation, channel, lang }) => ({
      conversation,
      channel,
      reply: reply(lang),
      expiresAt: moment.now + NOD_DAYS * 24 * 3600_000,
    }))
