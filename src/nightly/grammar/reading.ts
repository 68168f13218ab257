/** What a message is: a nightly report, a change of an earlier one, one that needs asking back, or none at all. */
export type ReportKind = 'report' | 'correction' | 'ambiguous' | 'not_report'

/** One child of several. `minutes` 0–300, `bedtime` local `HH:MM`. `name` is the parent's own word, absent for twins. */
export interface ChildReading {
  name?: string
  minutes: number | null
  bedtime: string | null
  unfinished?: boolean
}

/** One night of several. `nightsAgo` 0 = tonight. */
export interface NightReading {
  nightsAgo: number
  minutes: number | null
  bedtime: string | null
}

/** How much of the homework was done before the child came home. */
export type DoneAtSchool = 'all' | 'most' | 'half' | 'little' | 'none_set'

/** Why it got late, when the parent says so. */
export type LateReason = 'homework' | 'screen' | 'activity' | 'not_sleepy' | 'family' | 'other'

/** Things about the homework itself which the hotline's rules are interested in. */
export type HomeworkFlag = 'parent_marked' | 'punitive' | 'phone_required' | 'tutoring_hw'

/** What a careful reader understands from one message. Minutes are whole minutes, clocks local `HH:MM`. */
export interface ReportReading {
  kind: ReportKind
  /** School homework at home that night, 0–300. */
  minutes: number | null
  /** Light out, 17:00–05:59. */
  bedtime: string | null
  /** 0 tonight, 1 last night, 2 the night before; null for no report and for several nights. */
  nightsAgo: number | null
  /** true = something was left undone, false = said to be finished. */
  unfinished: boolean | null
  children?: ChildReading[]
  nights?: NightReading[]
  /** The child went to sleep just now: the message's own time is the bedtime. */
  lightOutNow: boolean
  /** The word for the day that was written, if any. */
  nightWord: 'tonight' | 'last_night' | 'before_last' | null
  /** A value that the parent says belongs to another night. */
  movedMinutes?: { nightsAgo: number; minutes: number }
  /** Withdraws an earlier message without putting anything in its place. */
  retraction: boolean
  doneAtSchool: DoneAtSchool | null
  /** Minutes of reading, music, sport, screens, extra work: told, and not homework. */
  otherMin: number | null
  wakeTime: string | null
  lateReason: LateReason | null
  flags: HomeworkFlag[]
  /** Homework was broken off so that the child could sleep. */
  stoppedForBed: boolean
  /** A bedtime that is still a plan. */
  planned: string | null
  /** The whole message is one number. */
  bareNumber: number | null
  /** Values outside what can be stored, so that the dialog may ask for a slip. */
  outOfRange: { minutes?: number; bedtime?: string } | null
}
