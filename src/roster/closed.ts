import type { ChannelName } from '../chat/inbound.ts'
import type { FamilyChild } from './family.ts'
import { isObjected, isRecording } from './rights.ts'

/**
 * Why nights of a child are neither kept nor shown: this guardian's own choice, another guardian's, the child's will, or
 * a guardian's no to Telegram.
 */
export type Closed = 'mine' | 'other' | 'unwilling' | 'abroad'

/** The first reason why a child is closed to somebody on a channel; null when it is open. */
export const closedFor = (child: FamilyChild, channel: ChannelName): Closed | null => {
  const answers = child.guardians.map(({ said }) => said)
  if (child.consents.C1 === 'refused') return 'mine'
  if (isObjected(answers, 'KNOW')) return 'unwilling'
  if (!isRecording(answers)) return 'other'
  return channel === 'telegram' && isObjected(answers, 'C6') ? 'abroad' : null
}
