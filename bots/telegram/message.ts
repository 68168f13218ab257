import * as z from 'zod'
import type { Content } from '../../src/chat/inbound.ts'

const anything = z.unknown().optional()

/** The fields of a Bot API message that decide what a turn it is. */
export const Message = z.object({
  date: z.int().optional().catch(undefined),
  edit_date: z.int().optional().catch(undefined),
  chat: z.object({ id: z.int(), type: z.string() }),
  from: z.object({ id: z.int(), language_code: z.string().optional().catch(undefined) }).optional(),
  text: z.string().optional(),
  caption: z.string().optional(),
  photo: anything,
  voice: anything,
  video_note: anything,
  audio: anything,
  sticker: anything,
  animation: anything,
  location: anything,
  venue: anything,
  document: anything,
  video: anything,
  contact: anything,
  poll: anything,
  dice: anything,
  game: anything,
  story: anything,
  pinned_message: anything,
})

export type MessageShape = z.infer<typeof Message>

/** In this order: an animation also carries `document`, a venue also `location`. */
const MEDIA: [keyof MessageShape, 'voice' | 'sticker' | 'location' | 'file'][] = [
  ['voice', 'voice'],
  ['video_note', 'voice'],
  ['audio', 'voice'],
  ['sticker', 'sticker'],
  ['animation', 'sticker'],
  ['venue', 'location'],
  ['location', 'location'],
  ['video', 'file'],
  ['document', 'file'],
  ['contact', 'file'],
]

const UNTAKEN = ['poll', 'dice', 'game', 'story', 'pinned_message'] as const

/** What a message says, or the countable name of a kind that takes no turn. */
export const contentOf = (message: MessageShape): Content | string => {
  if (message.text !== undefined) return fromText(message.text)
  if (message.photo !== undefined) return { kind: 'photo', caption: message.caption ?? '' }
  const media = MEDIA.find(([field]) => message[field] !== undefined)
  if (!media) return `message.${UNTAKEN.find(field => message[field] !== undefined) ?? 'other'}`
  // Words under a video or a file must reach the emergency screen, and a caption is how the kernel reads words of media.
  if (message.caption) return { kind: 'photo', caption: message.caption }
  return { kind: media[1] }
}

const START = /^\/start(?:@\w+)?(?:\s+(.*))?$/is
const ADDRESSED_COMMAND = /^(\/\w+)@\w+/

/** `/start CODE` is a deep link or typed by hand; `/help@some_bot` is how clients write a command in full. */
const fromText = (text: string): Content => {
  const start = START.exec(text.trim())
  if (start) return { kind: 'start', code: start[1]?.trim() ?? '' }
  return { kind: 'text', text: text.replace(ADDRESSED_COMMAND, '$1') }
}
