import type { Picture } from './picture.ts'

/** A button. Its id is at most 60 bytes once the prompt's prefix stands before it. */
export interface Choice {
  id: string
  label: string
}

/** A file as it was made just now, for a person who fetches it or a platform that takes it. */
export interface FileContent {
  name: string
  /** Its media type. */
  type: string
  bytes: Uint8Array
}

/** Makes what a file's link describes. Undefined once the link has had its time, or what it told of is gone. */
export type ReadFile = (url: string) => Promise<FileContent | undefined>

/** One message to a person. `say` is plain text; line breaks are kept. */
export interface Reply {
  say: string
  choices?: Choice[]
  /** What to show beside the words. Only a channel makes an image of it; `say` tells the same in words. */
  picture?: Picture
  /** The address of an image, made by the kernel from the picture. */
  image?: string
  /** A file by its description, sealed in the link. Its content is made when it is fetched or delivered, never before. */
  file?: { name: string; url: string }
  /** One page to open, for chats that carry a link and no buttons. */
  link?: { label: string; url: string }
}

/**
 * How far a conversation reaches without being asked, weakest last:
 * `tap` we may start, with buttons; `link` we may start, with one link; `reply` we may only answer; `none` they must come back.
 */
export type Reach = 'tap' | 'link' | 'reply' | 'none'

const ORDER: Reach[] = ['none', 'reply', 'link', 'tap']

/** Whether a conversation of reach `has` can carry a message that needs `needs`. */
export const reaches = (has: Reach, needs: Reach): boolean => ORDER.indexOf(has) >= ORDER.indexOf(needs)
