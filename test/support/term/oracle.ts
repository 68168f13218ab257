import { beijing, inBeijing, isSchoolNight, nextDay, type School } from './days.ts'

/** One grown-up as the outside sees them. */
export interface Person {
  account: string
  wants: boolean
  /** Minutes after midnight; undefined before an hour was ever set. */
  hour: number | undefined
  since: number
  unanswered: number
  lastNight: string
  lastAt: number
  rests: boolean
}

export interface Pupil {
  label: string
  school: School
  junior: boolean
  /** Nobody of the family has taken C1 back. */
  recorded: boolean
  /** Whose reminders may be about this child. */
  agreedBy: Set<string>
  boundTo: Set<string>
}

/** A household: who belongs to it, and what it has said. */
export interface Household {
  people: Person[]
  pupils: Pupil[]
  answers: { label: string; night: string; at: number }[]
}

export const SEVEN = 7
export const FOURTEEN = 14

/** What the rules of reminders allow, told once more from their text. Shares no line with the program. */
export class Oracle {
  readonly households: Household[]

  constructor(households: Household[]) {
    this.households = households
  }

  /** The night that a moment asks about: this evening's, or last night's in the morning. */
  static nightAt(now: number): { night: string; morning: boolean } {
    const { date, minute } = inBeijing(now)
    return minute < 12 * 60 ? { night: nextDay(date, -1), morning: true } : { night: date, morning: false }
  }

  /** Whether it is worth asking: their hour, or the nine o'clock that stands for it, was within the last half hour. */
  static isNear(person: Person, now: number): boolean {
    const { minute } = inBeijing(now)
    if (!person.wants || person.rests || person.hour === undefined) return false
    return [person.hour, Math.min(person.hour, 21 * 60)].some(hour => hour <= minute && minute < hour + 30)
  }

  #pupilsOf(home: Household, person: Person): Pupil[] {
    return home.pupils.filter(pupil => pupil.boundTo.has(person.account))
  }

  /** The children this person would be asked about tonight, however late it is. */
  concerned(home: Household, person: Person, night: string): Pupil[] {
    const own = this.#pupilsOf(home, person)
    return own.filter(
      one => person.wants && one.agreedBy.has(person.account) && one.recorded && isSchoolNight(one.school, night),
    )
  }

  #isAtHand(person: Person, pupils: Pupil[], now: number): boolean {
    if (person.hour === undefined || pupils.length === 0) return false
    const { night, morning } = Oracle.nightAt(now)
    const bedtime = pupils.every(one => one.junior) ? 22 * 60 : 21 * 60 + 20
    const isMorningHour = person.hour < 12 * 60
    if (isMorningHour !== morning) return false
    // 21:30 is after a younger child's bedtime: nine is the last hour before it.
    const hour = !isMorningHour && person.hour >= bedtime ? 21 * 60 : person.hour
    const at = beijing(morning ? nextDay(night) : night, hour)
    const end = beijing(morning ? nextDay(night) : night, morning ? 8 * 60 + 30 : bedtime)
    return person.since < at && at <= now && now < Math.min(at + 30 * 60_000, end)
  }

  #isAnswered(home: Household, person: Person, night: string): boolean {
    const labels = this.#pupilsOf(home, person).map(one => one.label)
    return home.answers.some(one => one.night === night && labels.includes(one.label))
  }

  #isReminded(home: Household, person: Person, night: string): boolean {
    const own = this.#pupilsOf(home, person)
    return home.people.some(
      one => one.lastNight >= night && (one === person || own.some(pupil => pupil.boundTo.has(one.account))),
    )
  }

  #unanswered(home: Household, person: Person): number {
    const labels = this.#pupilsOf(home, person).map(one => one.label)
    const since = home.answers.some(
      one => labels.includes(one.label) && (one.night >= person.lastNight || one.at >= person.lastAt),
    )
    return person.lastNight !== '' && since ? 0 : person.unanswered
  }

  /** Why nothing may go to this person now; undefined when it may. Rest is noted as it falls due. */
  refusal(home: Household, person: Person, now: number): string | undefined {
    const { night } = Oracle.nightAt(now)
    if (!person.wants) return 'stopped'
    if (person.rests) return 'rests'
    const pupils = this.concerned(home, person, night)
    if (pupils.length === 0) return 'no school tomorrow, or nothing is recorded'
    if (this.#isReminded(home, person, night)) return 'the family was asked about this night'
    if (this.#isAnswered(home, person, night)) return 'the night has an answer'
    if (!this.#isAtHand(person, pupils, now)) return 'not their hour'
    const unanswered = this.#unanswered(home, person)
    if (unanswered >= FOURTEEN) {
      person.rests = true
      return 'rests from now on'
    }
    if (unanswered >= SEVEN) {
      for (let date = nextDay(person.lastNight); date < night; date = nextDay(date))
        if (pupils.some(one => isSchoolNight(one.school, date))) return undefined
      return 'every other night only'
    }
    return undefined
  }

  /** A reminder reached somebody. */
  left(home: Household, person: Person, now: number): void {
    person.unanswered = this.#unanswered(home, person) + 1
    person.lastNight = Oracle.nightAt(now).night
    person.lastAt = now
  }
}
