import { Temporal } from 'temporal-polyfill'
import { dayOf } from '../calendar/index.ts'
import type { Lang } from '../chat/inbound.ts'

const ZONE = 'Asia/Shanghai'

/** The name under which an export made at `now` (epoch ms) is saved. */
export const exportName = (now: number, format: 'text' | 'json', lang: Lang): string => {
  const day = dayOf(Temporal.Instant.fromEpochMilliseconds(now), ZONE)
  return `${lang === 'zh' ? '晚铃记录' : 'wanling-records'}-${day}.${format === 'text' ? 'txt' : 'json'}`
}
