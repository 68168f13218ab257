import type { Background } from '../background/background.ts'
import type { ReadFile } from '../chat/reply.ts'
import type { Keys } from '../db/keys.ts'
import { exportName } from '../export/name.ts'
import { readFileLink } from './link.ts'

export interface FileDeps {
  keys: Keys
  background: Background
  /** Epoch ms. */
  now: () => number
}

const TYPES = { text: 'text/plain; charset=utf-8', json: 'application/json; charset=utf-8' }

/**
 * What a link gives now: made by the thread, from the database as it stands. Undefined when the link has had its time,
 * is none of ours, or when what it told of is locked or gone.
 */
export const makeReadFile =
  ({ keys, background, now }: FileDeps): ReadFile =>
  async link => {
    const described = readFileLink(keys, link, now())
    if (!described) return undefined
    const { guardianId, format, lang } = described
    const text = await background.run('export', { guardianId, format, lang, now: now() })
    if (text === null) return undefined
    return { name: exportName(now(), format, lang), type: TYPES[format], bytes: Buffer.from(text) }
  }
