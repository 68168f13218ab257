import { addDays } from '../../calendar/index.ts'
import type { Facts } from '../../chat/dialog.ts'
import type { Lang } from '../../chat/inbound.ts'
import { type Row, type Statement, statement } from '../../db/statement.ts'
import type { Family, FamilyChild } from '../../roster/family.ts'
import { gradeOn } from '../../roster/grade.ts'
import type { Stood } from '../../roster/reminder/store.ts'

/** One child of a guardian, as far as a reminder has to know it. */
export interface RemindedChild
  extends Pick<FamilyChild, 'id' | 'label' | 'grade' | 'system' | 'schoolId' | 'countyId'> {
  /** This guardian wants reminders (C5) and nights are kept: C5 and C1 given here, and refused by no guardian. */
  agreed: boolean
  /** A guardian has said no to Telegram (C6). */
  notAbroad: boolean
  /** Somebody has answered for tonight, whatever they said. */
  answered: boolean
  /** Somebody has answered since the last reminder. */
  answeredSince: boolean
  /** Another guardian of this child was reminded tonight, or let tonight pass. */
  otherReminded: boolean
}

/** A guardian whose hour may be at hand. */
export interface Candidate extends Stood {
  /** Minutes after midnight, as chosen. */
  minute: number
  /** When it was chosen, epoch ms. */
  since: number
  conversation: string
  channel: string
  lang: Lang
  /** Where the chat may not be begun, a link can be sent instead (学校通知). */
  takesNotices: boolean
  children: RemindedChild[]
}

export interface Candidates extends Pick<Family, 'terms' | 'overrides'> {
  list: Candidate[]
}

/** Where a page of candidates ends: the next begins behind it. */
export interface Cursor {
  minute: number
  lastAt: number
  guardianId: string
}

/** Whom to look at: a page of those whose hour lies between two minutes of the day, or one conversation. */
export type Wanted = { from: number; to: number; after: Cursor | null } | { conversation: string }

/** Guardians in one page: few enough that reading and deciding them keeps nobody waiting. */
export const PAGE = 200

const LATEST = (guardian: string, kind: string): string => `(SELECT x.given FROM consent x
  WHERE x.guardian_id = ${guardian} AND x.child_id = g.child_id AND x.kind = ${kind}
  ORDER BY x.at DESC, x.rowid DESC LIMIT 1)`

const ANSWER = 'SELECT 1 FROM night_answer a WHERE a.child_id = g.child_id'

/** In the order of their hours, and of two with one hour first whoever was reminded longer ago. */
const page = (where: string): string => `SELECT r.guardian_id, r.minute, r.since, r.in_a_row, r.last_night, r.last_at,
    v.id, v.channel, v.lang, v.notice_to IS NOT NULL
  FROM reminder r JOIN conversation v ON v.guardian_id = r.guardian_id AND v.gone_at IS NULL
  WHERE r.rests_since IS NULL AND (r.last_night IS NULL OR r.last_night < ?1) AND ${where}
  ORDER BY r.minute, coalesce(r.last_at, 0), r.guardian_id, v.inbound_at DESC LIMIT ${PAGE}`

const ONE = page('v.id = ?2')
const MANY = page(`r.minute BETWEEN ?2 AND ?3
    AND (r.minute, coalesce(r.last_at, 0), r.guardian_id) > (?4, ?5, ?6)
    AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.conversation = v.id AND o.only_while = ?7)`)

const childrenOf = (guardians: string): string => `WITH page AS (${guardians})
  SELECT g.guardian_id, c.id, c.label, k.first_grade_year, s.system, s.id, s.county_id,
    ${LATEST('g.guardian_id', "'C5'")} IS 1 AND ${LATEST('g.guardian_id', "'C1'")} IS 1
      AND NOT EXISTS (SELECT 1 FROM guardianship h JOIN (SELECT 'C1' AS kind UNION SELECT 'KNOW' UNION SELECT 'C5') w
        WHERE h.child_id = g.child_id AND ${LATEST('h.guardian_id', 'w.kind')} IS 0),
    EXISTS (SELECT 1 FROM guardianship h WHERE h.child_id = g.child_id AND ${LATEST('h.guardian_id', "'C6'")} IS 0),
    EXISTS (${ANSWER} AND a.night = ?1),
    EXISTS (${ANSWER} AND (a.night >= r.last_night OR a.at >= r.last_at)),
    EXISTS (SELECT 1 FROM guardianship h JOIN reminder o ON o.guardian_id = h.guardian_id
      WHERE h.child_id = g.child_id AND h.guardian_id <> g.guardian_id AND o.last_night >= ?1)
  FROM guardianship g JOIN reminder r ON r.guardian_id = g.guardian_id JOIN child c ON c.id = g.child_id
    JOIN enrolment e ON e.child_id = c.id AND e.until_date IS NULL
    JOIN school_class k ON k.id = e.class_id JOIN school s ON s.id = k.school_id
  WHERE g.guardian_id IN (SELECT guardian_id FROM page) ORDER BY g.at, c.id`

const CHILDREN_OF_ONE = childrenOf(ONE)
const CHILDREN_OF_MANY = childrenOf(MANY)

/** Reads who may be reminded about a night, with all that decides whether they are. */
export const readCandidates = (night: string, wanted: Wanted): Facts<Candidates> => {
  const asked =
    'conversation' in wanted
      ? [statement(ONE, night, wanted.conversation), statement(CHILDREN_OF_ONE, night, wanted.conversation)]
      : [MANY, CHILDREN_OF_MANY].map(sql => statement(sql, night, ...pageArgs(night, wanted)))
  return {
    statements: [
      ...asked,
      statement('SELECT from_date, until_date FROM term ORDER BY from_date'),
      overridesAround(night),
    ],
    read: rows => candidatesOf(rows, night),
  }
}

const pageArgs = (night: string, { from, to, after }: Extract<Wanted, { from: number }>) => [
  from,
  to,
  after?.minute ?? 0,
  after?.lastAt ?? 0,
  after?.guardianId ?? '',
  onlyWhile(night),
]

/** The condition under which a reminder leaves, as its outbox row names it. */
export const onlyWhile = (night: string): string => `reminder:${night}`

const overridesAround = (night: string): Statement =>
  statement(
    'SELECT unit, date, school_day, reason FROM calendar_override WHERE date BETWEEN ? AND ?',
    addDays(night, -40),
    addDays(night, 2),
  )

const candidatesOf = ([guardians = [], children = [], terms = [], overrides = []]: Row[][], night: string) => {
  const byGuardian = Map.groupBy(children, row => row[0])
  return {
    list: guardians.map(row => candidateOf(row, byGuardian.get(row[0] ?? null) ?? [], night)),
    terms: terms.map(([from, to]) => ({ from: String(from), to: String(to) })),
    overrides: overrides.map(([unit, date, schoolDay, reason]) => ({
      unit: String(unit),
      date: String(date),
      schoolDay: schoolDay === 1,
      reason: String(reason),
    })),
  }
}

const candidateOf = (row: Row, children: Row[], night: string): Candidate => {
  const [guardianId, minute, since, inARow, lastNight, lastAt, conversation, channel, lang, takesNotices] = row
  return {
    guardianId: String(guardianId),
    minute: Number(minute),
    since: Number(since),
    inARow: Number(inARow),
    lastNight: typeof lastNight === 'string' ? lastNight : null,
    lastAt: typeof lastAt === 'number' ? lastAt : null,
    conversation: String(conversation),
    channel: String(channel),
    lang: lang === 'en' ? 'en' : 'zh',
    takesNotices: takesNotices === 1,
    children: children.map(child => childOf(child, night)),
  }
}

const childOf = (row: Row, night: string): RemindedChild => {
  const [, id, label, firstGradeYear, system, schoolId, countyId, agreed, notAbroad, ...tonight] = row
  const [answered, answeredSince, otherReminded] = tonight
  return {
    id: String(id),
    label: String(label),
    grade: gradeOn(Number(firstGradeYear), night),
    system: system === '5-4' ? '5-4' : '6-3',
    schoolId: String(schoolId),
    countyId: String(countyId),
    agreed: agreed === 1,
    notAbroad: notAbroad === 1,
    answered: answered === 1,
    answeredSince: answeredSince === 1,
    otherReminded: otherReminded === 1,
  }
}
