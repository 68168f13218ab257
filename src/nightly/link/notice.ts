import type { Reply } from '../../chat/reply.ts'
import type { Keys } from '../../db/keys.ts'
import { type NightLink, sealLink } from './token.ts'
import { linkWords } from './words.ts'

/** The evening card for a chat that we may not start: one line, and one page for two taps. */
export const nightNotice = (keys: Keys, publicUrl: string, link: NightLink, label: string, morning = false): Reply => ({
  say: linkWords[link.lang].notice(label, morning),
  link: { label: linkWords[link.lang].open, url: nightUrl(keys, publicUrl, link) },
})

const nightUrl = (keys: Keys, publicUrl: string, link: NightLink): string => `${publicUrl}/n/${sealLink(keys, link)}`
