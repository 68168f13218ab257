import { Temporal } from 'temporal-polyfill'
import type { Schedule, Slot } from './job.ts'

const MINUTE_MS = 60_000

/** The latest slot of a schedule that is due at `now` and not yet too late; undefined when there is none. */
export const dueSlot = (schedule: Schedule, now: number, zone: string): Slot | undefined => {
  const local = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone)
  if ('every' in schedule) return slotOf(local.round({ smallestUnit: 'minute', roundingMode: 'floor' }))
  const today = local.toPlainDate().toZonedDateTime({ timeZone: zone, plainTime: schedule.daily })
  const last = today.epochMilliseconds <= now ? today : today.subtract({ days: 1 })
  return now - last.epochMilliseconds < (schedule.lateMin + 1) * MINUTE_MS ? slotOf(last) : undefined
}

const slotOf = (at: Temporal.ZonedDateTime): Slot => ({
  id: at.toPlainDateTime().toString({ smallestUnit: 'minute' }),
  at: at.epochMilliseconds,
})
