/** The facts of one night that an answer may tell. Absent: not told. Minutes; offsets are minutes after 18:00. */
export interface NightFacts {
  writtenMin?: number | null
  bedOffset?: number | null
  saidAhead?: boolean | null
  doneAtSchool?: string | null
  finished?: boolean | null
  stoppedForBed?: boolean | null
  otherMin?: number | null
  wakeOffset?: number | null
  lateReason?: string | null
  flags?: string | null
  setByTeacher?: boolean | null
}

/** What has happened to a night. `subject` is the child. */
export interface NightChange {
  feature: 'nightly'
  type: 'NightReported' | 'NightCorrected' | 'NightRetracted'
  subject: string
  night: string
  answerId: string
  /** Who said it. */
  guardianId: string
  /** They said it as a helper, whose answer never goes before a guardian's. */
  byHelper: boolean
  classId: string
  /** When the person said it, epoch ms. */
  toldAt: number
  /** What this answer told. */
  told: NightFacts
  /** The night as it stands now. */
  stands: NightFacts
  /** The version that the decision was made on; 0 for a night not on record. */
  seenVersion: number
  /** After 20:00 of the next day: a restatement in released figures. */
  late: boolean
}
