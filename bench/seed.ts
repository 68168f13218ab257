import { execFileSync } from 'node:child_process'
import { addDays, demoTerms, instantOf } from '../src/calendar/index.ts'
import { EmbeddedDatabase } from '../src/db/embedded.ts'
import { type Keys, openKeys } from '../src/db/keys.ts'
import {
  child,
  consent,
  conversation,
  county,
  enrolment,
  guardianship,
  night,
  nightAnswer,
  school,
  schoolClass,
  setting,
  term,
} from '../src/db/schema/index.ts'
import { insert, type Statement } from '../src/db/statement.ts'
import { firstGradeYearOf } from '../src/roster/grade.ts'
import { reporterOf } from './people.ts'
import { root } from './process.ts'

const ZONE = 'Asia/Shanghai'
const CLASS_SIZE = 40
const CLASSES_PER_SCHOOL = 36
const GRADE = 4
/** Statements of one write. */
const BATCH = 3000

export interface SeedPlan {
  file: string
  secret: Buffer
  families: number
  /** Nights on record before tonight, of each family. */
  nights: number
  /** `YYYY-MM-DD` */
  tonight: string
  now: number
}

/** Fills a new file with a county of bound Telegram families, each with a few nights on record. */
export const seedFamilies = async (plan: SeedPlan): Promise<void> => {
  execFileSync(process.execPath, ['--no-deprecation', 'dist/cli.js', 'migrate'], {
    cwd: root,
    env: { PATH: process.env.PATH, DATABASE_URL: `file:${plan.file}` },
  })
  const db = new EmbeddedDatabase(plan.file)
  const keys = await openKeys(db, plan.secret, plan.now)
  await db.write(countyRows(plan))
  let waiting: Statement[] = []
  for (let n = 0; n < plan.families; n++) {
    waiting.push(...classRows(n, plan), ...familyRows(n, keys, plan))
    if (waiting.length < BATCH && n < plan.families - 1) continue
    await db.write(waiting)
    waiting = []
  }
  await db.close()
}

const countyRows = ({ now }: SeedPlan): Statement[] => [
  insert(county, { id: 'county', name: '晴川县', code: '410999', region: 'henan', zone: ZONE }),
  ...demoTerms.map(({ from, to }) => insert(term, { countyId: 'county', name: from, from, until: to })),
  ...Object.entries({
    operator: { name: '晴川县教育局', contact: 'desk@example.cn', kind: 'bureau', receivers: [] },
    telegram: { on: true, by: 'bench', receiver: 'Telegram Messenger Inc.' },
    'owner.webchat': 'county',
    'owner.telegram': 'county',
  }).map(([key, value]) => insert(setting, { key, value: JSON.stringify(value), by: 'bench', at: now })),
]

const schoolOf = (n: number): string => `school-${Math.floor(n / CLASS_SIZE / CLASSES_PER_SCHOOL)}`
const classOf = (n: number): string => `class-${Math.floor(n / CLASS_SIZE)}`

/** The school and the class of the n-th child, when it is their first. */
const classRows = (n: number, { tonight }: SeedPlan): Statement[] => {
  if (n % CLASS_SIZE !== 0) return []
  const classNo = Math.floor(n / CLASS_SIZE) % CLASSES_PER_SCHOOL
  const facts = { countyId: 'county', name: `晴川第${schoolOf(n).slice(7)}小学`, kind: 'primary', system: '6-3' }
  return [
    ...(classNo === 0 ? [insert(school, { id: schoolOf(n), ...facts })] : []),
    insert(schoolClass, {
      id: classOf(n),
      schoolId: schoolOf(n),
      firstGradeYear: firstGradeYearOf(GRADE, tonight),
      classNo: classNo + 1,
    }),
  ]
}

const CONSENTS = { C1: true, C2: true, C4: false, C5: false, C6: true }

const familyRows = (n: number, keys: Keys, { now, nights, tonight }: SeedPlan): Statement[] => {
  const { account, childId } = reporterOf(n)
  const guardianId = `guardian-${n}`
  const id = keys.lookup('account', 'telegram', String(account))
  const bound = { guardianId, childId }
  return [
    insert(child, { id: childId, schoolId: schoolOf(n), label: '小宇', at: now }),
    insert(enrolment, { childId, classId: classOf(n), from: '2026-09-01' }),
    insert(guardianship, { ...bound, relation: 'mother', at: now }),
    ...Object.entries(CONSENTS).map(([kind, given]) =>
      insert(consent, { id: `${kind}-${n}`, ...bound, kind, version: '2026-11', given, at: now }),
    ),
    insert(conversation, {
      id,
      channel: 'telegram',
      address: keys.seal(String(account), id),
      lang: 'zh',
      langChosen: false,
      guardianId,
      seq: 0,
      minute: 0,
      turnsInMinute: 0,
      inboundAt: now,
    }),
    ...Array.from({ length: nights }, (_, i) => nightRows(n, addDays(tonight, i - nights))).flat(),
  ]
}

const nightRows = (n: number, date: string): Statement[] => {
  const { childId } = reporterOf(n)
  const at = instantOf(date, 22 * 60, ZONE).epochMilliseconds
  const facts = { writtenMin: 30 + (n % 50), bedOffset: 180 + (n % 60), saidAhead: false }
  const guardianId = `guardian-${n}`
  return [
    insert(nightAnswer, { id: `${date}-${n}`, childId, night: date, guardianId, at, kind: 'report', ...facts }),
    insert(night, {
      ...{ childId, night: date, version: 1, classId: classOf(n), ...facts },
      ...{ firstAt: at, changedAt: at, by: guardianId, late: false },
    }),
  ]
}
