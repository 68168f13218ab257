/** What a word does in a sentence about the evening. Events first, then scopes, values, facts and labels. */
export type Tag =
  | 'sleep'
  | 'light'
  | 'bed'
  | 'wake'
  | 'awake'
  | 'start'
  | 'until'
  | 'finish'
  | 'write'
  | 'took'
  | 'homework'
  | 'subject'
  | 'other'
  | 'extra'
  | 'errand'
  | 'doing'
  | 'idle'
  | 'break'
  | 'plan'
  | 'habit'
  | 'question'
  | 'judge'
  | 'policy'
  | 'past'
  | 'instead'
  | 'childhood'
  | 'other_family'
  | 'own_family'
  | 'me'
  | 'adult'
  | 'kid'
  | 'tell'
  | 'care'
  | 'tonight'
  | 'last_night'
  | 'before_last'
  | 'morning'
  | 'both_nights'
  | 'total'
  | 'subset'
  | 'net'
  | 'vague_before'
  | 'vague_after'
  | 'hedge'
  | 'shift'
  | 'limit'
  | 'to'
  | 'at'
  | 'by'
  | 'from'
  | 'for'
  | 'or'
  | 'unfinished'
  | 'left'
  | 'undone'
  | 'none'
  | 'nil'
  | 'school'
  | 'home'
  | 'ill'
  | 'partial'
  | 'same'
  | 'late'
  | 'now'
  | 'forgot'
  | 'exam'
  | 'correct'
  | 'retract'
  | 'previous'
  | 'self_fix'
  | 'not'
  | 'moved'
  | 'actually'
  | 'label'
  | 'group'
  | 'all'
  | 'and'
  | 'nap'
  | 'filler'

interface Base {
  start: number
  end: number
  text: string
}

/** A clock as written; whether it is evening or morning is decided by its role. */
export interface Clock {
  hour: number
  minute: number
  part: 'am' | 'pm' | 'night' | 'noon' | null
}

export interface ClockToken extends Base, Clock {
  kind: 'clock'
  vague: boolean
}
export interface DurationToken extends Base {
  kind: 'duration'
  minutes: number
  vague: boolean
  /** Written with 分, which may also be points of a test. */
  points?: boolean
}
export interface SpanToken extends Base {
  kind: 'span'
  from: Clock
  to: Clock
}
export interface NumberToken extends Base {
  kind: 'number'
  value: number
  vague: boolean
}
export interface CountToken extends Base {
  kind: 'count'
}
export interface WordToken extends Base {
  kind: 'word'
  tag: Tag
}
export interface MarkToken extends Base {
  kind: 'mark'
  mark: 'stop' | 'comma' | 'space' | 'colon' | 'ask'
}
export interface TextToken extends Base {
  kind: 'text'
}

export type Token =
  | ClockToken
  | DurationToken
  | SpanToken
  | NumberToken
  | CountToken
  | WordToken
  | MarkToken
  | TextToken
/** A token that can fill a slot. */
export type Quantity = ClockToken | DurationToken | SpanToken

/** True for clocks, durations and from–to spans. */
export function isQuantity(token: Token | undefined): token is Quantity {
  return token?.kind === 'clock' || token?.kind === 'duration' || token?.kind === 'span'
}

/** True for a word with one of these tags. */
export function isWord<T extends Tag>(token: Token | undefined, ...tags: T[]): token is WordToken & { tag: T } {
  return token?.kind === 'word' && tags.some(tag => tag === token.tag)
}
