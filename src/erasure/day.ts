import { Temporal } from 'temporal-polyfill'
import { dayOf } from '../calendar/index.ts'

/** Where Wanling is used: receipts tell days, not times. */
const ZONE = 'Asia/Shanghai'

/** The county's date at an instant (epoch ms). */
export const countyDay = (ms: number): string => dayOf(Temporal.Instant.fromEpochMilliseconds(ms), ZONE)
