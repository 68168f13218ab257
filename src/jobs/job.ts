import type { Background } from '../background/background.ts'
import type { Reach } from '../chat/reply.ts'
import type { Database } from '../db/database.ts'
import type { Keys } from '../db/keys.ts'
import type { Upkeep } from './upkeep.ts'

/** Days of the county's calendar on which something may fall due. */
export type DayRule = 'school day' | 'last school day of the week' | 'first workday of the week'

/** When a job falls due, in the county's time. */
export type Schedule =
  | { every: 'minute' }
  /** At `HH:mm`, on every day or on some. When nobody was there, it is made up for within `lateMin` minutes, once. */
  | { daily: string; lateMin: number; on?: DayRule }

/** One time at which a job falls due. */
export interface Slot {
  /** `YYYY-MM-DDTHH:mm`, county time: the name under which it is claimed. */
  id: string
  /** Epoch ms. */
  at: number
}

/** What a job works with. */
export interface JobTools {
  db: Database
  keys: Keys
  background: Background
  /** Epoch ms, by the injected clock. */
  now: () => number
  random: (n: number) => Uint8Array
  newId: () => string
  /** The county's zone. */
  zone: string
  /** How far a channel reaches, by its name; none for one that is off. */
  reach: (channel: string) => Reach
  /** Where people reach this service; without it no links are sent. */
  publicUrl?: string | undefined
  upkeep?: Upkeep | undefined
}

/** A line of the job table. `run` may be begun again after it was cut short, so doing it twice must do no harm. */
export interface Job {
  name: string
  schedule: Schedule
  run: (slot: Slot, tools: JobTools) => Promise<void>
}
