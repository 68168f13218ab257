/** A button. Its id is at most 60 bytes once the prompt's prefix stands before it. */
export interface Choice {
  id: string
  label: string
}

/** One message to a person. `say` is plain text; line breaks are kept. */
export interface Reply {
  say: string
  choices?: Choice[]
  image?: string
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
