/** Bands around the general bedtime. They are ours (WL-02): 一般 leaves room, so nothing is called late before T + 30. */
import { bedBy, type Stage } from './limits.ts'

/** How late, against the general bedtime. */
export type SleepBand = 'on_time' | 'slightly_late' | 'late' | 'very_late'

/** Whether the time in bed reaches the hours of SL-01. */
export type SleepOpportunity = 'enough' | 'nearly' | 'short' | 'very_short'

export const BANDS_RULE = 'WL-02'

/** The band of a light-out, in minutes after 18:00. On time includes the minute itself. */
export const sleepBand = (stage: Stage, offset: number): SleepBand => {
  const over = offset - bedBy(stage).offset
  if (over <= 0) return 'on_time'
  if (over <= 30) return 'slightly_late'
  return over <= 60 ? 'late' : 'very_late'
}

/** Time in bed (卧床时间) from light-out to waking, both in minutes after 18:00 of the night, against SL-01. */
export const sleepOpportunity = (stage: Stage, bedOffset: number, wakeOffset: number): SleepOpportunity => {
  const missing = bedBy(stage).hours * 60 - (wakeOffset - bedOffset)
  if (missing <= 0) return 'enough'
  if (missing < 30) return 'nearly'
  return missing < 60 ? 'short' : 'very_short'
}
