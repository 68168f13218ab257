import { Temporal } from 'temporal-polyfill'
import type { Moment, Who } from '../chat/dialog.ts'
import type { Lang } from '../chat/inbound.ts'
import type { Reply } from '../chat/reply.ts'
import { type NightsRecounted, recountNights, type Told } from '../nightly/recount.ts'
import { BACKUP_DAYS } from '../policy/index.ts'
import { purgeDue } from '../roster/erasure-rules.ts'
import type { ErasureChange, LinksLocked, LockScope } from './change.ts'
import type { Lock, Standing } from './facts.ts'
import { GUARDIANSHIP } from './ties.ts'
import { erasureWords } from './words.ts'

/** What a step of deletion knows. */
export interface ErasureFacts {
  standing: Standing
  told: Told
}

/** Guardians and children whose tie is locked. */
export type LockedLinks = { guardianId: string; childId: string }[]

/** The day of an instant (epoch ms) as one says it. */
export const spokenDay = (ms: number, zone: string, lang: Lang): string => {
  const { month, day } = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone)
  return erasureWords[lang].date(month, day)
}

/** When it is done for good, and when the last backup that held it is overwritten; as days one says. */
export const spokenDue = (dueAt: number, zone: string, lang: Lang): { due: string; backups: string } => ({
  due: spokenDay(dueAt, zone, lang),
  backups: spokenDay(dueAt + BACKUP_DAYS * 24 * 3600_000, zone, lang),
})

/** Locks links at once, with the nights counted again without their guardians' answers. `reply` tells who did it. */
export const lockLinks = (
  { standing, told }: ErasureFacts,
  scope: LockScope,
  subject: string,
  links: LockedLinks,
  zone: string,
  moment: Moment,
): { changes: (ErasureChange | LinksLocked | NightsRecounted)[]; dueAt: number; reply: (lang: Lang) => Reply } => {
  const dueAt = purgeDue(moment.now, zone)
  const erasureId = moment.newId()
  const receipt = receiptNumber(moment.random)
  const all = [...links.map(one => ({ ...one, source: GUARDIANSHIP })), ...helpersOf(standing, links)]
  const gone = [...standing.lockedPairs, ...all]
  const base = { feature: 'erasure', subject, scope, erasureId } as const
  return {
    changes: [
      { ...base, type: 'RecordLocked' },
      { ...base, type: 'LinksLocked', derived: true, receipt, dueAt, links: all },
      ...recounted(all, gone, told, zone),
    ],
    dueAt,
    reply: lang => ({
      say: erasureWords[lang].locked(spokenDay(dueAt, zone, lang), receipt),
      choices: [undoTap(erasureId, lang)],
    }),
  }
}

/** Who lends a hand with a child that nobody is left to decide about. */
const helpersOf = ({ children }: Standing, links: LockedLinks): LinksLocked['links'] =>
  children
    .filter(({ id, guardians }) =>
      guardians.every(one => links.some(link => link.childId === id && link.guardianId === one)),
    )
    .flatMap(({ id, helping }) =>
      helping.map(({ personId, source }) => ({ guardianId: personId, childId: id, source })),
    )

/** The nights counted again once locks are taken back. */
export const unlockNights = ({ standing, told }: ErasureFacts, locks: Lock[]): NightsRecounted[] => {
  const links = locks.flatMap(one => one.links)
  const stillLocked = standing.lockedPairs.filter(one => !locks.some(lock => lock.id === one.erasureId))
  return recounted(links, stillLocked, told, links[0]?.zone ?? '')
}

const recounted = (links: LockedLinks, locked: LockedLinks, told: Told, zone: string): NightsRecounted[] =>
  [...new Set(links.map(one => one.childId))].map(childId => {
    const changed = links.filter(one => one.childId === childId).map(one => one.guardianId)
    const without = locked.filter(one => one.childId === childId).map(one => one.guardianId)
    return recountNights(childId, told, changed, guardianId => !without.includes(guardianId), zone)
  })

/** Twelve random digits in threes of four: says nothing, and can be read out. */
const receiptNumber = (random: (n: number) => Uint8Array): string => {
  const digits = Array.from(random(12), byte => String(byte % 10)).join('')
  return `${digits.slice(0, 4)} ${digits.slice(4, 8)} ${digits.slice(8)}`
}

/** The one tap that takes a lock back, or all of them. */
export const undoTap = (lockId: string | 'all', lang: Lang) => ({
  id: `undo:${lockId}`,
  label: erasureWords[lang].undo,
})

/** What somebody with nothing but locked links is told, whatever they ask for. */
export const lockedOutReply = (lock: { dueAt: number; purging: boolean }, zone: string, who: Who): Reply => {
  const words = erasureWords[who.lang]
  if (lock.purging) return { say: words.purging }
  return { say: words.lockedOut(spokenDay(lock.dueAt, zone, who.lang)), choices: [undoTap('all', who.lang)] }
}
