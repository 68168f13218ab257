import { Temporal } from 'temporal-polyfill'

/** Days in which a deletion can be taken back (policy §7.2 allows 15 until it is done; the last is for a bad night). */
export const UNDO_DAYS = 14
/** The hour, in county time, from which a due deletion is carried out. */
const PURGE_HOUR = 3
/** Days in which the other guardians may nod to a child's deletion. */
export const NOD_DAYS = 7

const DAY_MS = 24 * 3600_000

/** When what is locked at `now` (epoch ms) is purged: at 03:00 of the fourteenth day, always within 15 days. */
export const purgeDue = (now: number, zone: string): number =>
  Temporal.Instant.fromEpochMilliseconds(now)
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .add({ days: UNDO_DAYS })
    .toZonedDateTime({ timeZone: zone, plainTime: { hour: PURGE_HOUR } }).epochMilliseconds

/** Until when a request waits for nods. */
export const nodsUntil = (now: number): number => now + NOD_DAYS * DAY_MS

/**
 * Whether a guardian may lock a child's whole record at once: as the last one there, or when all the others have
 * nodded. `guardians`: who is linked now, the asker included. A locked link is none.
 */
export const mayLockRecord = (guardians: string[], asker: string, nods: string[]): boolean =>
  guardians.includes(asker) && guardians.every(one => one === asker || nods.includes(one))

/** Whose nod is still missing. */
export const nodsMissing = (guardians: string[], asker: string, nods: string[]): string[] =>
  guardians.filter(one => one !== asker && !nods.includes(one))

export interface Locked {
  /** The guardians whose links it locked. */
  guardians: string[]
  purging: boolean
}

/** A deletion is taken back by anybody whose link it locked, until the purge begins: what two agreed on, one may undo. */
export const mayUndo = (locked: Locked, guardianId: string): boolean =>
  !locked.purging && locked.guardians.includes(guardianId)

/** A guardian with nothing left but locked links can do nothing but take them back. */
export const isLockedOut = (linked: number, locked: number): boolean => linked === 0 && locked > 0
