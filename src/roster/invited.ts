import type { Facts } from '../chat/dialog.ts'
import { statement } from '../db/statement.ts'
import { gradeOn } from './grade.ts'

/** What a code opens, as far as the person who holds it may see. */
export interface Invited {
  /** The code's HMAC, by which it is stored. */
  invitation: string
  childId: string
  label: string
  grade: number
  classNo: number
  schoolName: string
  /** used up, past its 72 hours, already this guardian's child, or theirs and locked for deletion. */
  trouble: 'used' | 'expired' | 'already' | 'locked' | null
}

export interface Threshold {
  invited: Invited | null
  /** Whether the operator has decided that Telegram may be used here. */
  telegramOn: boolean
  /** The receiver abroad, named in consent C6. */
  telegramReceiver: string
  operator: string
}

const INVITED = `SELECT i.child_id, c.label, k.first_grade_year, k.class_no, s.name, i.expires_at,
    EXISTS (SELECT 1 FROM invitation_use u WHERE u.code = i.code),
    EXISTS (SELECT 1 FROM guardianship g WHERE g.child_id = i.child_id AND g.guardian_id = ?1),
    EXISTS (SELECT 1 FROM erasure_link l WHERE l.child_id = i.child_id AND l.guardian_id = ?1
      AND l.source = 'guardianship')
  FROM invitation i JOIN child c ON c.id = i.child_id
    JOIN enrolment e ON e.child_id = c.id AND e.until_date IS NULL
    JOIN school_class k ON k.id = e.class_id JOIN school s ON s.id = k.school_id
  WHERE i.code = ?2`

const SETTINGS = "SELECT key, value FROM setting WHERE key IN ('telegram', 'operator')"

/** Reads what a code opens for this guardian (empty when not bound yet). `invitation` is the code's HMAC. */
export const readInvited = (invitation: string, guardianId: string, today: string, now: number): Facts<Threshold> => ({
  statements: [statement(INVITED, guardianId, invitation), statement(SETTINGS)],
  read: ([rows = [], settings = []]) => ({
    invited: invitedOf(rows[0], invitation, today, now),
    ...settingsOf(settings),
  }),
})

type Cells = Parameters<Facts<Threshold>['read']>[0][number][number]

const invitedOf = (row: Cells | undefined, invitation: string, today: string, now: number): Invited | null => {
  if (!row) return null
  const [childId, label, firstGradeYear, classNo, schoolName, expiresAt, used, already, locked] = row
  const expired = typeof expiresAt === 'number' && expiresAt <= now
  return {
    invitation,
    childId: String(childId),
    label: String(label),
    grade: gradeOn(Number(firstGradeYear), today),
    classNo: Number(classNo),
    schoolName: String(schoolName),
    trouble: already === 1 ? 'already' : locked === 1 ? 'locked' : used === 1 ? 'used' : expired ? 'expired' : null,
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
