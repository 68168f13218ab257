/** The autumn term of 2026 by hand, from the State Council's notice and the county's own letters: nothing of src/. */

export const FIRST = '2026-09-01'
export const LAST = '2027-01-22'

const OFF = new Set([
  ...['2026-09-25', '2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07', '2027-01-01'],
  // The county closed its schools for snow.
  '2026-11-27',
])
const MADE_UP = new Set(['2026-09-20', '2026-10-10'])

export type School = 'school' | 'other'

/** What one school decided for itself. */
export const OWN_DAYS: { school: School; date: string; open: boolean; reason: string }[] = [
  { school: 'other', date: '2026-10-10', open: false, reason: '不补课' },
  { school: 'school', date: '2026-12-19', open: true, reason: '补雪天的课' },
]

const DAY_MS = 24 * 3600_000

export const nextDay = (date: string, days = 1): string =>
  new Date(Date.parse(`${date}T00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)

export const isSchoolDay = (school: School, date: string): boolean => {
  const own = OWN_DAYS.find(one => one.school === school && one.date === date)
  if (own) return own.open
  if (date < FIRST || date > LAST || OFF.has(date)) return false
  const weekday = new Date(`${date}T00:00Z`).getUTCDay()
  return MADE_UP.has(date) || (weekday >= 1 && weekday <= 5)
}

export const isSchoolNight = (school: School, night: string): boolean => isSchoolDay(school, nextDay(night))

/** Epoch ms of a minute of the day in Beijing, which has no summer time. */
export const beijing = (date: string, minute: number): number => Date.parse(`${date}T00:00+08:00`) + minute * 60_000

/** The date and the minute of the day in Beijing. */
export const inBeijing = (ms: number): { date: string; minute: number } => {
  const shifted = new Date(ms + 8 * 3600_000)
  return { date: shifted.toISOString().slice(0, 10), minute: shifted.getUTCHours() * 60 + shifted.getUTCMinutes() }
}

/** When nobody is there: neither ticks nor people. */
export const AWAY = [
  ['2026-09-15', 19 * 60 + 45, 20 * 60 + 20],
  ['2026-10-13', 19 * 60 + 20, 22 * 60],
  ['2026-11-04', 20 * 60 + 25, 20 * 60 + 55],
  ['2026-12-09', 6 * 60, 7 * 60 + 40],
] as const

export const isAway = (ms: number): boolean => {
  const { date, minute } = inBeijing(ms)
  return AWAY.some(([day, from, to]) => day === date && minute >= from && minute < to)
}
