import { termEnd } from '../calendar/index.ts'
import type { Facts } from '../chat/dialog.ts'
import type { ChannelName } from '../chat/inbound.ts'
import { statement } from '../db/statement.ts'
import { type Stage, stageOf } from '../policy/index.ts'
import { guardianAnswers } from './family.ts'
import { gradeOn } from './grade.ts'
import { MOST_HELPERS, type Role } from './rights.ts'
import { type CodeState, type Trouble, troubleOf } from './trouble.ts'

/** What a code opens, as far as the person who holds it may see. */
export interface Invited {
  /** The code's HMAC, by which it is stored. */
  invitation: string
  /** What the code makes of its holder. */
  as: Role
  childId: string
  label: string
  grade: number
  stage: Stage
  classNo: number
  schoolName: string
  /** The last day on which a helper added today may help. */
  until: string
  /** Why it cannot be used, if it cannot. */
  trouble: Trouble | null
}

export interface Threshold {
  invited: Invited | null
  /** Whether the operator has decided that Telegram may be used here. */
  telegramOn: boolean
  /** The receiver abroad, named in consent C6. */
  telegramReceiver: string
  operator: string
}

const INVITED = `SELECT i.child_id, c.label, k.first_grade_year, k.class_no, s.name, i.expires_at, i.kind, s.system,
    EXISTS (SELECT 1 FROM invitation_use u WHERE u.code = i.code),
    EXISTS (SELECT 1 FROM guardianship g WHERE g.child_id = i.child_id AND g.guardian_id = ?),
    EXISTS (SELECT 1 FROM erasure_link l WHERE l.child_id = i.child_id AND l.guardian_id = ?
      AND l.source = 'guardianship'),
    EXISTS (SELECT 1 FROM helper h WHERE h.child_id = i.child_id AND h.helper_id = ? AND h.until_date >= ?),
    (SELECT count(*) FROM helper h WHERE h.child_id = i.child_id AND h.until_date >= ?)
  FROM invitation i JOIN child c ON c.id = i.child_id
    JOIN enrolment e ON e.child_id = c.id AND e.until_date IS NULL
    JOIN school_class k ON k.id = e.class_id JOIN school s ON s.id = k.school_id
  WHERE i.code = ?`

const GUARDIANS = `SELECT g.guardian_id, c.kind, c.given FROM invitation i JOIN guardianship g ON g.child_id = i.child_id
    LEFT JOIN consent c ON c.guardian_id = g.guardian_id AND c.child_id = g.child_id
  WHERE i.code = ? ORDER BY c.at, c.rowid`

const TERMS = 'SELECT until_date FROM term ORDER BY until_date'

const SETTINGS = "SELECT key, value FROM setting WHERE key IN ('telegram', 'operator')"

/** Who holds a code, and where they stand. */
export interface Holder {
  /** Empty when they are not bound to any child yet. */
  personId: string
  channel: ChannelName
  /** County date. */
  today: string
  /** Epoch ms. */
  now: number
}

/** Reads what a code opens for its holder. `invitation` is the code's HMAC. */
export const readInvited = (invitation: string, holder: Holder): Facts<Threshold> => {
  const { personId, today } = holder
  return {
    statements: [
      statement(INVITED, personId, personId, personId, today, today, invitation),
      statement(GUARDIANS, invitation),
      statement(TERMS),
      statement(SETTINGS),
    ],
    read: ([rows = [], guardians = [], terms = [], settings = []]) => ({
      invited: invitedOf(rows[0], { invitation, holder, guardians, terms }),
      ...settingsOf(settings),
    }),
  }
}

type Cells = Parameters<Facts<Threshold>['read']>[0][number][number]

interface Around {
  invitation: string
  holder: Holder
  guardians: Cells[]
  terms: Cells[]
}

const invitedOf = (row: Cells | undefined, { invitation, holder, guardians, terms }: Around): Invited | null => {
  if (!row) return null
  const [
    childId,
    label,
    firstGradeYear,
    classNo,
    schoolName,
    expiresAt,
    kind,
    system,
    used,
    guards,
    locked,
    helps,
    helpers,
  ] = row
  const grade = gradeOn(Number(firstGradeYear), holder.today)
  const as = kind === 'helper' ? 'helper' : 'guardian'
  const code: CodeState = {
    as,
    byFamily: kind !== 'school',
    used: used === 1,
    expired: typeof expiresAt === 'number' && expiresAt <= holder.now,
    already: guards === 1 || (as === 'helper' && helps === 1),
    locked: locked === 1,
    full: Number(helpers) >= MOST_HELPERS,
    guardians: guardianAnswers(guardians).map(({ said }) => said),
  }
  return {
    invitation,
    as,
    childId: String(childId),
    label: String(label),
    grade,
    stage: stageOf(Math.min(9, Math.max(1, grade)), system === '5-4' ? '5-4' : '6-3'),
    classNo: Number(classNo),
    schoolName: String(schoolName),
    until: termEnd(
      terms.map(([to]) => ({ to: String(to) })),
      holder.today,
    ),
    trouble: troubleOf(code, holder.channel),
  }
}

const settingsOf = (rows: Cells[]): Omit<Threshold, 'invited'> => {
  const value = (key: string): Record<string, unknown> => {
    const row = rows.find(one => one[0] === key)
    const parsed: unknown = row ? JSON.parse(String(row[1])) : {}
    return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {}
  }
  const telegram = value('telegram')
  return {
    telegramOn: telegram.on === true,
    telegramReceiver: typeof telegram.receiver === 'string' ? telegram.receiver : 'Telegram',
    operator: String(value('operator').name ?? ''),
  }
}
