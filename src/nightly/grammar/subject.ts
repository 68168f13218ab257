// Whose evening a clause tells of: the parent's own or the child's.

import { isWord, type Token } from './tokens.ts'

/**
 * True for 我昨晚十二点才睡: the first person named is a grown-up, and nothing between that word and the sleeping names the
 * child, the homework, or what the grown-up says or does about them.
 */
export function isAdultsSleep(tokens: readonly Token[]): boolean {
  const asleep = tokens.findIndex(token => isWord(token, 'sleep', 'light', 'bed', 'now', 'late'))
  const who = tokens.findIndex(token => isWord(token, 'me', 'adult', 'kid', 'label', 'own_family', 'group'))
  const subject = tokens[who]
  if (asleep === -1 || who === -1 || !isWord(subject, 'me', 'adult')) return false
  const between = tokens.slice(Math.min(who, asleep) + 1, Math.max(who, asleep))
  if (who > asleep) return false
  return !between.some(token => isWord(token, 'tell', 'kid', 'label', 'group', 'homework', 'write', 'own_family'))
}
