import { nightAnswer } from '../db/schema/index.ts'
import { decodeRows, type Row, type Statement, statement } from '../db/statement.ts'
import { SETTINGS, settingColumns } from './tables.ts'

const ANSWER = {
  childId: nightAnswer.childId,
  night: nightAnswer.night,
  at: nightAnswer.at,
  kind: nightAnswer.kind,
  writtenMin: nightAnswer.writtenMin,
  bedOffset: nightAnswer.bedOffset,
  saidAhead: nightAnswer.saidAhead,
  doneAtSchool: nightAnswer.doneAtSchool,
  finished: nightAnswer.finished,
  stoppedForBed: nightAnswer.stoppedForBed,
  otherMin: nightAnswer.otherMin,
  wakeOffset: nightAnswer.wakeOffset,
  lateReason: nightAnswer.lateReason,
  flags: nightAnswer.flags,
  setByTeacher: nightAnswer.setByTeacher,
}
const COLUMNS = Object.values(ANSWER).map(column => column.name)
const decode = decodeRows(ANSWER)

/** One answer as this guardian gave it. */
export type OwnAnswer = ReturnType<typeof decode>[number]

/** Children by their links: what is locked has none, and so is in no export. */
const MINE = 'SELECT child_id FROM guardianship WHERE guardian_id = ?1'

const CHILDREN = `SELECT c.id, c.label, c.nickname, g.relation, g.at FROM guardianship g JOIN child c ON c.id = g.child_id
  WHERE g.guardian_id = ?1 ORDER BY g.at, c.id`
const CLASSES = `SELECT e.child_id, s.name, k.first_grade_year, k.class_no, e.from_date, e.until_date FROM enrolment e
    JOIN school_class k ON k.id = e.class_id JOIN school s ON s.id = k.school_id
  WHERE e.child_id IN (${MINE}) ORDER BY e.from_date`
const ANSWERS = `SELECT ${COLUMNS} FROM night_answer
  WHERE guardian_id = ?1 AND child_id IN (${MINE}) ORDER BY night, at, rowid`
const CONSENTS = `SELECT child_id, kind, version, given, at FROM consent
  WHERE guardian_id = ?1 AND child_id IN (${MINE}) ORDER BY at, rowid`
const CHATS = 'SELECT channel, lang FROM conversation WHERE guardian_id = ?1 ORDER BY channel'
/** Own changes; what the school did with the child's place; and of the other parent only that a night was told of. */
const CHANGES = `SELECT at, actor_kind, actor_id = ?1, type, subject, json_extract(change, '$.night') FROM change_log
  WHERE actor_id = ?1 OR (subject IN (${MINE}) AND (actor_kind <> 'parent' OR type LIKE 'Night%')) ORDER BY n`
const OPERATOR = "SELECT json_extract(value, '$.name') FROM setting WHERE key = 'operator'"

/** Settings that are there in this version: a row as JSON, or none. */
const SETTING_ROWS = SETTINGS.flatMap(table => {
  const columns = settingColumns(table)
  if (columns.length === 0) return []
  const pairs = columns.map(column => `'${column}', ${column}`)
  return [{ table, sql: `SELECT json_object(${pairs}) FROM ${table} WHERE guardian_id = ?1` }]
})

export interface Copy {
  operator: string
  children: { id: string; label: string; nickname: string | null; relation: string; at: number }[]
  classes: {
    childId: string
    school: string
    firstGradeYear: number
    classNo: number
    from: string
    until: string | null
  }[]
  answers: OwnAnswer[]
  consents: { childId: string; kind: string; version: string; answer: 'given' | 'refused' | 'asked'; at: number }[]
  /** Other settings by their table, as they stand. */
  settings: Record<string, unknown>
  chats: { channel: string; lang: string }[]
  changes: {
    at: number
    by: 'you' | 'other parent' | 'school' | 'service'
    type: string
    childId: string
    night: string | null
  }[]
}

/** Reads a guardian's copy of what is theirs: nothing of the other guardian but that "the other parent" told of a night. */
export const readCopy = async (
  guardianId: string,
  read: (statements: Statement[]) => Promise<Row[][]>,
): Promise<Copy> => {
  const asked = [CHILDREN, CLASSES, ANSWERS, CONSENTS, CHATS, CHANGES].map(sql => statement(sql, guardianId))
  const [
    children = [],
    classes = [],
    answers = [],
    consents = [],
    chats = [],
    changes = [],
    operator = [],
    ...settings
  ] = await read([...asked, statement(OPERATOR), ...SETTING_ROWS.map(({ sql }) => statement(sql, guardianId))])
  return {
    operator: String(operator[0]?.[0] ?? ''),
    children: children.map(([id, label, nickname, relation, at]) => ({
      id: String(id),
      label: String(label),
      nickname: textOf(nickname),
      relation: String(relation),
      at: Number(at),
    })),
    classes: classes.map(([childId, school, firstGradeYear, classNo, from, until]) => ({
      childId: String(childId),
      school: String(school),
      firstGradeYear: Number(firstGradeYear),
      classNo: Number(classNo),
      from: String(from),
      until: textOf(until),
    })),
    answers: decode(answers),
    consents: consents.map(([childId, kind, version, given, at]) => ({
      childId: String(childId),
      kind: String(kind),
      version: String(version),
      answer: given === null ? 'asked' : given === 1 ? 'given' : 'refused',
      at: Number(at),
    })),
    settings: Object.fromEntries(
      SETTING_ROWS.flatMap(({ table }, i) => {
        const row = settings[i]?.[0]?.[0]
        return row === undefined ? [] : [[table, JSON.parse(String(row))]]
      }),
    ),
    chats: chats.map(([channel, lang]) => ({ channel: String(channel), lang: String(lang) })),
    changes: changes.map(changeOf),
  }
}

const textOf = (cell: Row[number] | undefined): string | null => (typeof cell === 'string' ? cell : null)

const changeOf = ([at, kind, mine, type, subject, night]: Row): Copy['changes'][number] => ({
  at: Number(at),
  by: mine === 1 ? 'you' : kind === 'parent' ? 'other parent' : kind === 'job' ? 'service' : 'school',
  type: String(type),
  childId: String(subject),
  night: textOf(night),
})
