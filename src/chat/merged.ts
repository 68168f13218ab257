import type { Reply } from './reply.ts'

/**
 * A turn's replies as one, for platforms that count messages: the words one after another; the choices of the last
 * question first, then those offered before it.
 */
export const merged = (replies: Reply[]): Reply[] => {
  if (replies.length < 2) return replies
  const choices = replies.toReversed().flatMap(reply => reply.choices ?? [])
  const once = choices.filter((choice, i) => choices.findIndex(({ id }) => id === choice.id) === i)
  return [
    {
      ...Object.assign({}, ...replies),
      say: replies
        .map(reply => reply.say)
        .filter(Boolean)
        .join('\n\n'),
      choices: once,
    },
  ]
}
