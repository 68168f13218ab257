import type { Hono } from 'hono'
import type { ChannelName, Inbound } from './inbound.ts'
import type { Reach, Reply } from './reply.ts'

/** What became of one message handed to a platform. */
export type Delivery =
  | { outcome: 'sent' }
  /** The platform asks for patience: this recipient, or the whole channel, waits so many milliseconds. */
  | { outcome: 'wait'; ms: number; scope: 'recipient' | 'channel' }
  /** A passing fault: try again later by the back-off. */
  | { outcome: 'again'; error: string }
  /** This message will never be taken. It becomes a dead letter. */
  | { outcome: 'refused'; error: string }
  /** This person cannot be reached any more (blocked, gone). Nothing further is sent until they write. */
  | { outcome: 'gone'; error: string }
  /** Nothing may be sent until this person writes again; then this goes first. */
  | { outcome: 'hold' }
  /** The chat lives on under another address; the message is tried there. */
  | { outcome: 'moved'; address: string }

/** What the kernel answers to a channel that handed over an update. */
export interface TurnAnswer {
  /** Replies of this turn, for platforms that take them in the response; the same for a repeat of the update. */
  replies: Reply[]
  /** True when the update had been handled before. */
  repeated: boolean
  /** True when the account is over its rate and has had its one polite line. Nothing was stored. */
  limited: boolean
}

/** Takes one turn: resolves once its effect is on disk; throws `NotStored` when it could not be stored. */
export type TakeTurn = (inbound: Inbound) => Promise<TurnAnswer>

/** A message on its way out: `id` is passed to the platform where it dedupes. */
export interface Outgoing {
  id: string
  address: string
  reply: Reply
  /** It was held back until the person wrote again, and says so. */
  late?: boolean
}

/** Named limits of a platform's pacing, so that the sweeper keeps them. */
export interface Pacing {
  /** Messages a second to one person. */
  perRecipient: number
  /** Messages a second in all. */
  overall: number
}

/**
 * One chat platform. `passive` channels carry a turn's replies in the response to the update, so their outbox rows are
 * born delivered; the others are sent to right after the commit. Where a platform's response carries some answers only,
 * `passive` says whether it takes these.
 */
export interface Channel {
  name: ChannelName
  passive: boolean | ((replies: Reply[], inbound: Inbound) => boolean)
  /** The platform counts messages: a turn's replies go as one. */
  merges?: boolean
  reach: Reach
  pacing: Pacing
  /** Mounts the webhook or API of this platform. */
  mount(app: Hono, take: TakeTurn): void
  /** Sends one message. Never throws: every failure is a `Delivery`. */
  send(message: Outgoing): Promise<Delivery>
  /** Whether the choices of this reply are shown as numbered lines, so that a number typed back is a tap. */
  numbered?(reply: Reply): boolean
  /**
   * Sends one link to a person whose chat we may not start; `address` is where notices for them go. `gone` means that
   * notices reach them no more; the chat itself is untouched.
   */
  notify?(message: Outgoing): Promise<Delivery>
  /** Called once after the server listens: registering webhooks, long polling. Makes the first outbound call. */
  begin?(take: TakeTurn): Promise<void>
  /** Stops long polling; resolves when the update in hand is done. */
  end?(): Promise<void>
}

/** How far each of these channels reaches, by its name; none for any other. */
export const reachOf =
  (channels: Channel[]) =>
  (name: string): Reach =>
    channels.find(one => one.name === name)?.reach ?? 'none'

/** The turn could not be stored (database busy or unreachable): the platform must send the update again. */
export class NotStored extends Error {
  override name = 'NotStored'
}
