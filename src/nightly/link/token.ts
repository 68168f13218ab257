import { Temporal } from 'temporal-polyfill'
import * as z from 'zod'
import { isLate } from '../../calendar/index.ts'
import type { Lang } from '../../chat/inbound.ts'
import type { Keys } from '../../db/keys.ts'

/** What a link of one evening is for: one guardian's answer about one child and one night. */
export interface NightLink {
  guardianId: string
  childId: string
  night: string
  lang: Lang
}

const shape = z.tuple([z.string(), z.string(), z.iso.date(), z.enum(['zh', 'en'])])

const PLACE = 'night link'

/** The token of `/n/:token`: sealed, so that nothing is stored for it and nothing can be read from it. */
export const sealLink = (keys: Keys, { guardianId, childId, night, lang }: NightLink): string =>
  keys.seal(JSON.stringify([guardianId, childId, night, lang]), PLACE)

/** Reads a token back; undefined for what we never made. */
export const openLink = (keys: Keys, token: string): NightLink | undefined => {
  try {
    const [guardianId, childId, night, lang] = shape.parse(JSON.parse(keys.unseal(token, PLACE)))
    return { guardianId, childId, night, lang }
  } catch {
    return undefined
  }
}

/** A link dies at 20:00 of the next day: later answers are for the chat. */
export const isDead = ({ night }: NightLink, now: number, zone: string): boolean =>
  isLate(night, Temporal.Instant.fromEpochMilliseconds(now), zone)
