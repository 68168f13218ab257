import type { Background } from '../../background/background.ts'
import { type Cell, type Row, statement } from '../../db/statement.ts'
import { gradeOn } from '../grade.ts'

/** A class of a school as the office sees it. */
export interface ClassLine {
  id: string
  grade: number
  classNo: number
  /** Children in it today. */
  children: number
}

const CLASSES = `SELECT k.id, k.first_grade_year, k.class_no,
    (SELECT count(*) FROM enrolment e WHERE e.class_id = k.id AND e.until_date IS NULL)
  FROM school_class k WHERE k.school_id = ? ORDER BY k.first_grade_year DESC, k.class_no`

/** The last grade of compulsory school: a class above it has left. */
const LAST_GRADE = 9

type Read = Pick<Background, 'read'>

/** A school's classes on a day, the youngest first. */
export const readClasses = async (db: Read, school: string, today: string): Promise<ClassLine[]> => {
  const [rows = []] = await db.read([statement(CLASSES, school)])
  return rows
    .map(([id, year, classNo, children]) => ({
      id: String(id),
      grade: gradeOn(Number(year), today),
      classNo: Number(classNo),
      children: Number(children),
    }))
    .filter(({ grade }) => grade <= LAST_GRADE)
}

export interface ChildLine {
  id: string
  label: string
  mark: string | null
  grade: number
  classNo: number
}

export interface Search {
  /** Part of a name. */
  text: string
  /** A class's id; empty for the whole school. */
  classId: string
  page: number
}

/** Lines of one page. */
export const LINES = 50

/** Children of a school by class and class list, one page of them and whether there are more. */
export const readChildren = async (
  db: Read,
  school: string,
  { text, classId, page }: Search,
  today: string,
): Promise<{ lines: ChildLine[]; more: boolean }> => {
  const like = `%${text.replace(/[%_\\]/g, sign => `\\${sign}`)}%`
  const ofClass = classId === '' ? 'k.school_id = ?' : 'k.id = ? AND k.school_id = ?'
  const args: Cell[] = classId === '' ? [school] : [classId, school]
  const sql = `SELECT c.id, c.label, coalesce(c.nickname, c.external_key), k.first_grade_year, k.class_no
    FROM school_class k JOIN enrolment e ON e.class_id = k.id AND e.until_date IS NULL JOIN child c ON c.id = e.child_id
    WHERE ${ofClass}${text === '' ? '' : " AND c.label LIKE ? ESCAPE '\\'"}
    ORDER BY k.first_grade_year DESC, k.class_no, c.rowid LIMIT ? OFFSET ?`
  const [rows = []] = await db.read([statement(sql, ...args, ...(text === '' ? [] : [like]), LINES + 1, page * LINES)])
  return { lines: rows.slice(0, LINES).map(row => lineOf(row, today)), more: rows.length > LINES }
}

const lineOf = ([id, label, mark, year, classNo]: Row, today: string): ChildLine => ({
  id: String(id),
  label: String(label),
  mark: typeof mark === 'string' ? mark : null,
  grade: gradeOn(Number(year), today),
  classNo: Number(classNo),
})

/** Days in a class: from the first to the day before `until`, null while they last. */
export interface Stay {
  classId: string
  firstGradeYear: number
  classNo: number
  from: string
  until: string | null
}

export interface ChildCard {
  id: string
  schoolId: string
  label: string
  nickname: string | null
  /** The newest first. */
  stays: Stay[]
}

const CHILD = 'SELECT id, school_id, label, nickname FROM child WHERE id = ?'
const STAYS = `SELECT k.id, k.first_grade_year, k.class_no, e.from_date, e.until_date
  FROM enrolment e JOIN school_class k ON k.id = e.class_id WHERE e.child_id = ? ORDER BY e.from_date DESC`

/** One child and the classes it has been in; undefined when there is none. */
export const readChild = async (db: Read, id: string): Promise<ChildCard | undefined> => {
  const [children = [], stays = []] = await db.read([statement(CHILD, id), statement(STAYS, id)])
  const [row] = children
  if (!row) return undefined
  return {
    id: String(row[0]),
    schoolId: String(row[1]),
    label: String(row[2]),
    nickname: typeof row[3] === 'string' ? row[3] : null,
    stays: stays.map(([classId, year, classNo, from, until]) => ({
      classId: String(classId),
      firstGradeYear: Number(year),
      classNo: Number(classNo),
      from: String(from),
      until: typeof until === 'string' ? until : null,
    })),
  }
}

/** The class that a child is in. */
export const currentStay = ({ stays }: ChildCard): Stay | undefined => stays.find(stay => stay.until === null)
