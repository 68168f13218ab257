/** The names of the channels that Wanling speaks; also the first part of every turn's key. `page` is `/n/:token`. */
export type ChannelName = 'webchat' | 'telegram' | 'lark' | 'wecom' | 'wecom_kf' | 'page'

export type Lang = 'zh' | 'en'

/** What one update said, after the channel has verified and parsed it. */
export type Content =
  | { kind: 'text'; text: string }
  /** A tapped button, by the id that the button carried, its prompt's prefix included. */
  | { kind: 'choice'; id: string }
  /** A deep link, a scanned code or the first opening of the chat. */
  | { kind: 'start'; code: string }
  | { kind: 'photo'; caption: string }
  | { kind: 'voice' | 'sticker' | 'location' | 'file' }

/** One verified update of a platform. Nothing in it is ever logged. */
export interface Inbound {
  channel: ChannelName
  /** The platform's id of the person. Only its HMAC is stored in the clear. */
  account: string
  /** Where an answer goes, when that is not the account itself (a Telegram chat). */
  address: string
  /** The platform's own id of the update, as text exactly as it came. */
  updateId: string
  /** Epoch milliseconds at which the person sent it, by the platform's clock; the arrival where it tells none. */
  sentAt: number
  content: Content
  /** The language that the platform reports for the person, such as `zh-hans`; empty when it tells none. */
  platformLang: string
}
