import * as z from 'zod'
import { type Keys, Unsealable } from '../db/keys.ts'

/** Links of files die after this long. */
export const LINK_LIFE_MS = 24 * 3600_000

const shape = z.object({
  file: z.literal('export'),
  format: z.enum(['text', 'json']),
  guardianId: z.string(),
  lang: z.enum(['zh', 'en']),
  /** Epoch ms. */
  until: z.number(),
})

/** What a file is: its content is made from this when it is fetched, and is stored nowhere. */
export type FileDescription = z.infer<typeof shape>

const PLACE = 'file link'
const PATH = '/files/'

/** A link that is the sealed description itself: nobody can guess one, change one, or read one. */
export const fileLink = (keys: Keys, description: FileDescription): string =>
  `${PATH}${keys.seal(JSON.stringify(description), PLACE)}`

/** Reads back what a link describes. Undefined for a link that we did not make, or that has had its time. */
export const readFileLink = (keys: Keys, link: string, now: number): FileDescription | undefined => {
  const token = link.startsWith(PATH) ? link.slice(PATH.length) : ''
  const result = shape.safeParse(unsealed(keys, token))
  return result.success && now < result.data.until ? result.data : undefined
}

const unsealed = (keys: Keys, token: string): unknown => {
  try {
    return JSON.parse(keys.unseal(token, PLACE))
  } catch (error) {
    if (error instanceof Unsealable) return undefined
    throw error
  }
}
