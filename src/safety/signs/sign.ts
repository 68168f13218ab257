/** What one sign of danger is made of; the signs themselves are in the files beside this one. */

/** The six leaves of policy P4 a–f: 性侵害, 自伤自杀, 走失拐卖, 严重暴力虐待家暴, 意外急病火灾中毒, 网络诱骗敲诈. */
export type EmergencyKind = 'sexual' | 'self_harm' | 'missing' | 'violence' | 'accident' | 'online'

/** One named rule. It is read on folded text without figures of speech. */
export type Sign = {
  /** Leaf letter of P4, a dot, a word: safe to log. */
  readonly id: string
  readonly kind: EmergencyKind
  /** What must be found: a global pattern with bounded gaps. */
  readonly on: RegExp
  /** Must also stand in the same sentence, within reach. */
  readonly near?: RegExp
  /** Calls it off when found in the same sentence, within reach. */
  readonly unless?: RegExp
  /** Calls it off when found inside the match itself. */
  readonly not?: RegExp
  /** How far talk of books, games, news, lessons calls it off: the sentence (default), the clause only, or never. */
  readonly tale?: 'clause' | 'never'
  /** Called off when the message says that it is over. */
  readonly mends?: true
}
