import type { ChannelName } from '../../src/chat/inbound.ts'

/** What every channel does. The suite runs each line for each channel. */
export const BEHAVIOURS = [
  'a code starts the binding, and a wrong one is answered kindly',
  'a text is a report',
  'two taps are a report',
  'a photo, a voice message and a sticker get one kind answer with the number, and nothing is kept',
  'an emergency gets the card, whatever else is open',
  'three of one update at once, and once more later, have one effect and one answer',
  'a stranger is refused before anything is read, the same for every cause',
  'an unknown event is acknowledged and counted',
  'the store is down: the platform is told to come again, and then nothing is lost',
  'a long text arrives whole, in parts cut between sentences',
  'more choices than the platform shows are pages or numbered lines, and one of the last can be taken',
  'one who blocked us gets nothing more, until they write',
  'each way of failing is told apart',
] as const

export type Behaviour = (typeof BEHAVIOURS)[number]

/** Where a channel differs, with the reason. Nothing else may be left out. */
export const EXCEPTIONS: { channel: ChannelName; behaviour: Behaviour; reason: string }[] = [
  {
    channel: 'webchat',
    behaviour: 'a stranger is refused before anything is read, the same for every cause',
    reason: 'nobody signs: the page is open to everybody, and in production an account is a cookie of our own',
  },
  {
    channel: 'webchat',
    behaviour: 'an unknown event is acknowledged and counted',
    reason: 'the page is our own and sends no events; a body that is no message is 400',
  },
  {
    channel: 'webchat',
    behaviour: 'a long text arrives whole, in parts cut between sentences',
    reason: 'the page shows texts of any length in one piece',
  },
  {
    channel: 'webchat',
    behaviour: 'one who blocked us gets nothing more, until they write',
    reason: 'the page fetches: there is nothing to block',
  },
  {
    channel: 'webchat',
    behaviour: 'each way of failing is told apart',
    reason: 'replies are the response to the message itself: there is no call that could fail',
  },
]

/** Conversations that cannot go the same way everywhere. */
export const OTHER_CONVERSATIONS: { channel: ChannelName; begins: string; reason: string }[] = [
  {
    channel: 'telegram',
    begins: 'a report before C1 is not kept',
    reason: 'Telegram is abroad, so C6 is asked before C1 and the taps of the binding are one more',
  },
]
