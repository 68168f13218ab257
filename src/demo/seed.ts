import { Temporal } from 'temporal-polyfill'
import { dayOf } from '../calendar/index.ts'
import type { Database } from '../db/database.ts'
import { county } from '../db/schema/index.ts'
import { insert, type Statement, statement } from '../db/statement.ts'
import { schoolYearOf } from '../roster/grade.ts'
import { makeCode } from '../roster/invitation.ts'
import { type Chance, makeChance } from './chance.ts'
import { type DemoChild, type DemoClass, planCounty } from './county.ts'
import { classHabit, type NightKind } from './evening.ts'
import { familyRows, planFamilies } from './families.ts'
import { BANDS, type InvitationDeps, invitationRows } from './invitations.ts'
import { demoNights, reportNights } from './nights.ts'
import { DEMO_ACTOR, settingRows } from './settings.ts'

export interface SeedDeps extends InvitationDeps {
  /** An id for a row. */
  newId: () => string
  /** Another number tells another county. */
  seed?: number
}

const ZONE = 'Asia/Shanghai'
const COUNTY = { name: '晚铃演示县', code: '410999', region: 'henan', zone: ZONE }
/** Rows of one write: enough to be fast, few enough to let others in between. */
const BATCH = 3000
/** Classes whose figures stay hidden, because too few of their families report. */
const SHORT_CLASSES = 10

/** Whether the database has a county. It is written last, so an interrupted seed does not count. */
export const isSeeded = async (db: Database): Promise<boolean> => {
  const [rows = []] = await db.read([statement('SELECT 1 FROM county LIMIT 1')])
  return rows.length > 0
}

/**
 * Fills an empty database with the demo county: three schools, 48 classes, about 2,000 children, four weeks of nights
 * before `now`. What an interrupted seed left is removed first. Does nothing where there is a county already.
 */
export const seedDemo = async (db: Database, deps: SeedDeps): Promise<void> => {
  if (await isSeeded(db)) return
  const { now, newId, seed = 7 } = deps
  await clearInterrupted(db)
  const chance = makeChance(seed)
  const countyId = newId()
  const nights = demoNights(now, ZONE)
  const today = dayOf(Temporal.Instant.fromEpochMilliseconds(now), ZONE)
  const enrolledFrom = earlier(`${schoolYearOf(today)}-09-01`, nights[0]?.night ?? today)
  const joinedBy = nights[0]?.midnight ?? now
  const { classes, statements } = planCounty(countyId, { today, enrolledFrom, at: joinedBy }, newId, chance)
  const invited = invitedChildren(classes)
  await db.write(settingRows(countyId, now))
  await writeBatches(db, statements)
  await writeFamilies(db, classes, invited, { nights, joinedBy, newId, chance })
  const codes = invited.map(({ id }) => ({ code: makeCode(deps.random), childId: id }))
  await db.write([...invitationRows(codes, codes, deps), insert(county, { id: countyId, ...COUNTY })])
}

const earlier = (a: string, b: string): string => (a < b ? a : b)

const FILLED = [
  'night_answer',
  'night',
  'consent',
  'guardianship',
  'invitation',
  'invitation_use',
  'enrolment',
  'child',
  'school_class',
  'school',
  'term',
]

/** Only what carries the demo's mark is ours to remove. */
const clearInterrupted = async (db: Database): Promise<void> => {
  const [marks = []] = await db.read([statement("SELECT 1 FROM setting WHERE key = 'demo' AND by = ?", DEMO_ACTOR)])
  if (marks.length === 0) return
  await db.write([
    ...FILLED.map(table => statement(`DELETE FROM ${table}`)),
    statement('DELETE FROM setting WHERE by = ?', DEMO_ACTOR),
  ])
}

/** The first child of the first class of each band: nobody binds them but whoever tries the demo. */
const invitedChildren = (classes: readonly DemoClass[]): DemoChild[] =>
  BANDS.flatMap(({ grades: [grade] }) => classes.find(one => one.grade === grade)?.children.slice(0, 1) ?? [])

interface FamilyDeps {
  nights: readonly NightKind[]
  /** Everybody bound before this moment, epoch milliseconds. */
  joinedBy: number
  newId: () => string
  chance: Chance
}

const writeFamilies = async (
  db: Database,
  classes: readonly DemoClass[],
  invited: readonly DemoChild[],
  deps: FamilyDeps,
): Promise<void> => {
  const short = shortClasses(classes, invited, deps.chance)
  let waiting: Statement[] = []
  for (const one of classes) {
    const free = deps.chance.shuffled(one.children.filter(child => !invited.includes(child)))
    waiting.push(...classFamilies(one, free.slice(0, boundIn(one, short.has(one), deps.chance)), deps))
    if (waiting.length < BATCH) continue
    await writeBatches(db, waiting)
    waiting = []
  }
  await writeBatches(db, waiting)
}

/** Ten classes, none of them one whose code is printed: who tries the demo should see class figures. */
const shortClasses = (classes: readonly DemoClass[], invited: readonly DemoChild[], chance: Chance): Set<DemoClass> => {
  const shown = new Set(invited.map(child => child.classId))
  return new Set(chance.shuffled(classes.filter(one => !shown.has(one.id))).slice(0, SHORT_CLASSES))
}

/** How many children of a class are bound: about two thirds in the whole county. */
const boundIn = ({ children }: DemoClass, isShort: boolean, chance: Chance): number =>
  isShort ? chance.whole(4, 9) : Math.floor(children.length * chance.between(0.74, 0.86))

const classFamilies = (
  { grade }: DemoClass,
  bound: readonly DemoChild[],
  { nights, joinedBy, newId, chance }: FamilyDeps,
): Statement[] => {
  const habit = classHabit(grade, chance)
  return planFamilies(bound, joinedBy, newId, chance).flatMap(family => {
    const { statements, firstReport } = reportNights(family, habit, nights, newId, chance)
    return [...familyRows(family, firstReport, newId, chance), ...statements]
  })
}

const writeBatches = async (db: Database, statements: readonly Statement[]): Promise<void> => {
  for (let from = 0; from < statements.length; from += BATCH) await db.write(statements.slice(from, from + BATCH))
}
