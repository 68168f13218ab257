import { Temporal } from 'temporal-polyfill'

const ZONE = 'Asia/Shanghai'

const at = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(ZONE)

/** `2026-11-23T21:50:00+08:00`, county time, from epoch ms. */
export const localTime = (ms: number): string => at(ms).toString({ timeZoneName: 'never', smallestUnit: 'second' })

/** `2026-11-23`. */
export const localDay = (ms: number): string => at(ms).toPlainDate().toString()

/** `21:50`. */
export const localClock = (ms: number): string => at(ms).toPlainTime().toString({ smallestUnit: 'minute' })
