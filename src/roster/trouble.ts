import type { ChannelName } from '../chat/inbound.ts'
import { type Answers, consentHolds, isObjected, isRecording, type Role } from './rights.ts'

/**
 * `used` up; `expired` after its 72 hours; `already` this person's child; `locked`: theirs, and on its way out; `full`: four help already; `closed`: a
 * family's card whose guardian has left or keeps no record; `abroad`: Telegram, to which a guardian said no, or to
 * which none has said yes for a helper.
 */
export type Trouble = 'used' | 'expired' | 'already' | 'locked' | 'full' | 'closed' | 'abroad'

/** All that decides whether a code opens. `guardians`: what each guardian of the child last said. */
export interface CodeState {
  as: Role
  byFamily: boolean
  used: boolean
  expired: boolean
  already: boolean
  /** Their tie to this child is locked for deletion. */
  locked: boolean
  full: boolean
  guardians: Answers[]
}

/** The first reason why a code does not open for somebody on a channel; null when it does. */
export const troubleOf = (code: CodeState, channel: ChannelName): Trouble | null => {
  const { as, guardians } = code
  if (code.already) return 'already'
  if (code.locked) return 'locked'
  if (code.used) return 'used'
  if (code.expired) return 'expired'
  if (code.byFamily && guardians.length === 0) return 'closed'
  if (as === 'helper' && !isRecording(guardians)) return 'closed'
  if (as === 'helper' && code.full) return 'full'
  if (channel !== 'telegram') return null
  const agreed = as === 'helper' ? consentHolds(guardians, 'C6') : !isObjected(guardians, 'C6')
  return agreed ? null : 'abroad'
}
