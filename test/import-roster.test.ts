import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Libsql from 'libsql'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Answer, wanling } from './support/cli.ts'
import { slowness } from './support/load.ts'
import { newFile } from './support/server.ts'

const GBK = fixture('gbk-title-line.csv')
const UTF8 = fixture('two-header-rows-bom.csv')
const TUESDAY = '2026-11-24T09:00:00+08:00'
const WEDNESDAY = '2026-11-25T09:00:00+08:00'
const SEPTEMBER = '2027-09-06T09:00:00+08:00'

let file = ''

function fixture(name: string): string {
  return fileURLToPath(new URL(`data/rosters/${name}`, import.meta.url))
}

const run = (...args: string[]) => wanling(file, args)

/** Writes a roster of the primary school beside the database. */
const roster = (...lines: string[]): string =>
  written(`学校,班级,姓名,编号\n${lines.map(l => `实验小学,${l}\n`).join('')}`)

const written = (text: string): string => {
  const path = join(dirname(file), 'roster.csv')
  writeFileSync(path, text)
  return path
}

const query = (sql: string): unknown[] => {
  const db = new Libsql(file)
  const rows = db.prepare(sql).raw(true).all()
  db.close()
  return rows
}

/** Every table as text. */
const everything = (): string =>
  query("SELECT name FROM sqlite_master WHERE type = 'table'")
    .map(row => JSON.stringify(query(`SELECT * FROM "${String(row).replaceAll('"', '')}"`)))
    .join('\n')

const ENROLLED = `SELECT c.label, s.name, k.first_grade_year, k.class_no, e.from_date, e.until_date
  FROM enrolment e JOIN child c ON c.id = e.child_id JOIN school_class k ON k.id = e.class_id
  JOIN school s ON s.id = k.school_id ORDER BY c.rowid, e.from_date`

const done = (answer: Answer): Answer => {
  expect(answer).toMatchObject({ code: 0, err: '' })
  return answer
}

let county = ''

beforeAll(async () => {
  county = file = newFile()
  done(await run('county', 'set', '--name', '某县', '--code', '410900', '--region', 'henan'))
  done(await run('school', 'add', '--name', '实验小学', '--kind', 'primary', '--system', '6-3'))
  done(await run('school', 'add', '--name', '第一初中', '--kind', 'junior'))
})

/** A county with a primary and a junior school and no child. */
const newCounty = () => {
  file = newFile()
  copyFileSync(county, file)
}

beforeEach(newCounty)

describe('files as offices send them', () => {
  test('GBK: children in their classes, forbidden columns named and nowhere in the database', async () => {
    const { out } = done(await run('import-roster', GBK))
    expect(out).toContain('added 4, moved 0, unchanged 0, left 0')
    expect(out).toMatch(/F "身份证号": an ID number/)
    expect(out).toMatch(/G "家长电话": a phone number/)
    expect(query(ENROLLED)).toEqual([
      ['王小宇', '实验小学', 2024, 2, '2026-11-23', null],
      ['阿依古丽·买买提', '实验小学', 2024, 2, '2026-11-23', null],
      ['李想', '实验小学', 2024, 11, '2026-11-23', null],
      ['欧阳嘉禾', '实验小学', 2026, 1, '2026-11-23', null],
    ])
    expect(everything()).toContain('王小宇')
    expect(everything()).not.toMatch(/999999|1300000|身份证/)
    expect(readFileSync(file).includes('999999201803120014')).toBe(false)
  })

  test('UTF-8 without a school column, twice: the second time changes nothing, not even the log', async () => {
    const first = done(await run('import-roster', UTF8, '--school', '第一初中'))
    expect(first.out).toContain('added 3')
    const before = everything()
    expect(before).not.toMatch(/999999|陈家长|13000000011/)
    const second = done(await wanling(file, ['import-roster', UTF8, '--school', '第一初中'], TUESDAY))
    expect(second.out).toContain('added 0, moved 0, unchanged 3, left 0')
    expect(everything()).toBe(before)
  })

  test('the next school year the same children are in the next grade, and the newcomers in the first', async () => {
    done(await run('import-roster', roster('一(1)班,王小宇,')))
    const { out } = done(await wanling(file, ['import-roster', roster('二(1)班,王小宇,', '一(1)班,李想,')], SEPTEMBER))
    expect(out).toContain('added 1, moved 0, unchanged 1')
  })
})

describe('a child who moves', () => {
  const nightOf = (child: string) =>
    query(`SELECT k.class_no FROM night n JOIN school_class k ON k.id = n.class_id
    JOIN child c ON c.id = n.child_id WHERE c.label = '${child}'`)

  test('is in the new class from that day; its old night stays with the old class', async () => {
    done(await run('import-roster', roster('三(1)班,王小宇,A1', '三(1)班,李想,A2')))
    query(`INSERT INTO night (child_id, night, version, class_id, written_min, first_at, changed_at, by_guardian, late)
      SELECT child_id, '2026-11-22', 1, class_id, 40, 0, 0, 'g', 0 FROM enrolment RETURNING 1`)
    const { out } = done(await wanling(file, ['import-roster', roster('三(2)班,王小宇,A1')], TUESDAY))
    expect(out).toContain('added 0, moved 1, unchanged 0, left 0')
    expect(query(ENROLLED)).toEqual([
      ['王小宇', '实验小学', 2024, 1, '2026-11-23', '2026-11-24'],
      ['王小宇', '实验小学', 2024, 2, '2026-11-24', null],
      ['李想', '实验小学', 2024, 1, '2026-11-23', null],
    ])
    expect(nightOf('王小宇')).toEqual([[1]])
    const log = query("SELECT actor_kind, actor_id, type FROM change_log WHERE type LIKE 'Child%' ORDER BY n")
    expect(log).toEqual([
      ['staff', 'cli', 'ChildEnrolled'],
      ['staff', 'cli', 'ChildEnrolled'],
      ['staff', 'cli', 'ChildMoved'],
    ])
    expect(JSON.stringify(query('SELECT change FROM change_log'))).not.toMatch(/王小宇|李想|A1/)
  })

  test('and moves back on the same day has one class, the last', async () => {
    done(await run('import-roster', roster('三(1)班,王小宇,')))
    done(await wanling(file, ['import-roster', roster('三(2)班,王小宇,')], TUESDAY))
    done(await wanling(file, ['import-roster', roster('三(3)班,王小宇,')], TUESDAY))
    expect(query(ENROLLED).slice(1)).toEqual([['王小宇', '实验小学', 2024, 3, '2026-11-24', null]])
  })

  test('who is not in the file any more stays, and is told by class', async () => {
    done(await run('import-roster', roster('三(1)班,王小宇,', '三(1)班,李想,')))
    const { out } = done(await wanling(file, ['import-roster', roster('三(1)班,王小宇,')], TUESDAY))
    expect(out).toContain('unchanged 1, left 1')
    expect(out).toContain('实验小学 Class 3(1) 1')
    expect(out).not.toContain('李想')
    expect(query('SELECT 1 FROM enrolment WHERE until_date IS NULL')).toHaveLength(2)
  })
})

describe('who leaves', () => {
  const open = () =>
    query(`${ENROLLED.replace('ORDER BY', 'WHERE e.until_date IS NULL ORDER BY')}`).map(row => String(row))
  const both = () => roster('三(1)班,王小宇,', '三(1)班,李想,', '三(2)班,陈一诺,')

  test('leaves only when the office says so, and the dry run tells it first', async () => {
    done(await run('import-roster', both()))
    const path = roster('三(1)班,王小宇,')
    const dry = done(await run('import-roster', path, '--leave-missing', '--dry-run')).out
    expect(dry).toContain('they leave today: 实验小学 Class 3(1) 1.')
    expect(open()).toHaveLength(3)
    done(await wanling(file, ['import-roster', path, '--leave-missing'], TUESDAY))
    expect(open().map(row => row.split(',')[0])).toEqual(['王小宇', '陈一诺'])
    expect(query(ENROLLED)).toContainEqual(['李想', '实验小学', 2024, 1, '2026-11-23', '2026-11-24'])
    expect(query("SELECT count(*) FROM change_log WHERE type = 'ChildLeft'")).toEqual([[1]])
    expect(done(await wanling(file, ['import-roster', path, '--leave-missing'], TUESDAY)).out).toContain('left 0')
  })

  test('and comes back as the same child into its class, on the same day too', async () => {
    done(await run('import-roster', both()))
    done(await run('import-roster', roster('三(1)班,王小宇,'), '--leave-missing'))
    const { out } = done(await run('import-roster', both()))
    expect(out).toContain('added 0, moved 0, unchanged 2')
    expect(out).toContain('came back: 1')
    expect(open()).toHaveLength(3)
    expect(query('SELECT count(*) FROM child')).toEqual([[3]])
  })

  test('a namesake in another class is asked about: it may be the child that left, or another', async () => {
    done(await run('import-roster', both()))
    done(await run('import-roster', roster('三(1)班,王小宇,'), '--leave-missing'))
    const path = roster('三(2)班,李想,', '三(2)班,陈一诺,')
    const asked = await wanling(file, ['import-roster', path], TUESDAY)
    expect(asked).toMatchObject({ code: 1, out: '' })
    expect(asked.err).toContain('row 2: A child of this name left earlier')
    const stored = everything()
    expect(stored).not.toContain('ChildReturned')
    const copy = file
    file = newFile()
    copyFileSync(copy, file)
    expect(done(await wanling(file, ['import-roster', path, '--new', '2'], TUESDAY)).out).toContain('added 1')
    expect(query('SELECT count(*) FROM child')).toEqual([[4]])
    file = copy
    expect(done(await wanling(file, ['import-roster', path, '--same', '2'], TUESDAY)).out).toContain('came back: 1')
    expect(query('SELECT count(*) FROM child')).toEqual([[3]])
    expect(open()).toContain('李想,实验小学,2024,2,2026-11-24,')
  })
})

describe('all or nothing', () => {
  const refused = async (args: string[], ...told: string[]) => {
    const before = everything()
    const answer = await run('import-roster', ...args)
    expect(answer).toMatchObject({ code: 1, out: '' })
    for (const text of told) expect(answer.err).toContain(text)
    expect(everything()).toBe(before)
    return answer
  }

  test('a bad row: the file, the row, the column and the way out are named; nothing is stored', async () => {
    const path = roster('三(1)班,王小宇,', '三(12班,李想,', '三(1)班,999999201803120014,', '十二(1)班,赵六,')
    const { err } = await refused([path], `${path}, row 4, column C "姓名"`, `${path}, row 5, column B "班级"`)
    expect(err).not.toMatch(/999999|赵六|王小宇/)
  })

  test('a school that is not there: the row, and the schools there are', async () => {
    await refused([written('学校,班级,姓名\n实验小学,三(1)班,王小宇\n育才小学,三(1)班,李想\n')], 'row 3', '实验小学')
    await refused([UTF8, '--school', '第九初中'], '--school 第九初中', '第一初中')
  })

  test('a file that is none: not there, empty, a spreadsheet, bytes', async () => {
    await refused([join(dirname(file), 'none.csv')], 'ENOENT')
    await refused([dirname(file)], 'EISDIR')
    await refused([written('')])
    await refused([written('PK\u0003\u0004 and more')], 'Excel')
    await refused([file])
  })

  test('a dry run says what would change and stores nothing', async () => {
    const before = everything()
    const { out } = done(await run('import-roster', '--dry-run', GBK))
    expect(out).toContain('nothing was stored')
    expect(out).toContain('added 4')
    expect(everything()).toBe(before)
  })

  test('two imports of one file at once: one adds, the other finds them there', async () => {
    // The class is there already, so that only the guard can tell that the other was faster.
    done(await run('import-roster', roster('三(1)班,王小宇,')))
    const path = roster(...Array.from({ length: 3000 }, (_, i) => `三(1)班,${nameOf(i)},`))
    const both = await Promise.all([run('import-roster', path), run('import-roster', path)])
    expect(both.map(({ code }) => code)).toEqual([0, 0])
    expect(query('SELECT count(*) FROM child')).toEqual([[3001]])
    expect(query('SELECT count(*) FROM guard')).toEqual([[0]])
  })

  test('killed at any moment it has stored all of it or nothing', async () => {
    const lines = Array.from({ length: 5000 }, (_, i) => `三(${(i % 90) + 1})班,${nameOf(i)},K${i}`)
    const start = performance.now()
    done(await run('import-roster', roster(...lines)))
    const whole = performance.now() - start
    for (const part of [0.6, 0.7, 0.75, 0.8, 0.85, 0.9]) {
      newCounty()
      await wanling(file, ['import-roster', roster(...lines)], WEDNESDAY, whole * part)
      expect(query('SELECT count(*) IN (0, 5000) FROM child')).toEqual([[1]])
    }
  })
})

describe('what a row cannot decide', () => {
  test('is asked, and answered by row', async () => {
    done(await run('import-roster', roster('一(1)班,王小宇,')))
    const path = roster('五(1)班,王小宇,')
    const asked = await run('import-roster', path)
    expect(asked.code).toBe(1)
    expect(asked.err).toContain(`${path}, row 2: `)
    expect(asked.err).toContain('--same ROW')
    expect(done(await run('import-roster', path, '--new', '2')).out).toContain('added 1')
    expect(done(await run('import-roster', path, '--new', '2')).out).toContain('added 0, moved 0, unchanged 1')
  })

  test('a misspelt name under its own key is mended when the office says it is the same child', async () => {
    done(await run('import-roster', roster('一(1)班,王小雨,K1')))
    const path = roster('一(1)班,王小宇,K1')
    expect((await run('import-roster', path, '--new', '2')).code).toBe(1)
    done(await run('import-roster', path, '--same', '2'))
    expect(query('SELECT label, external_key FROM child')).toEqual([['王小宇', 'K1']])
  })

  test('a key told later is kept, and two of one name are told apart by nickname', async () => {
    done(await run('import-roster', roster('一(1)班,王小宇,')))
    done(await run('import-roster', roster('一(1)班,王小宇,K1')))
    expect(query('SELECT external_key FROM child')).toEqual([['K1']])
    const twins = written('学校,班级,姓名,称呼\n实验小学,二(1)班,张伟,大伟\n实验小学,二(1)班,张伟,小伟\n')
    expect(done(await run('import-roster', twins)).out).toContain('added 2')
    expect(done(await run('import-roster', twins)).out).toContain('added 0, moved 0, unchanged 2')
  })
})

describe('the command line', () => {
  test('bad usage ends with 2 and the help of the command', async () => {
    for (const args of [
      [],
      ['import-roster'],
      ['import-roster', GBK, '--scool', 'x'],
      ['school', 'add'],
      ['nonsense'],
    ]) {
      const { code, err, out } = await run(...args)
      expect([code, out]).toEqual([2, ''])
      expect(err).toContain('wanling ')
    }
    const { err } = await run('county', 'set', '--name', 'x', '--code', '12', '--region', 'henan')
    expect(err).toContain('--code')
  })

  test.each(['understand', 'county set', 'term add', 'school add', 'import-roster', 'set', 'migrate'])(
    '%s has --help',
    async name => {
      const { out } = done(await run(...name.split(' '), '--help'))
      expect(out).toContain(`wanling ${name}`)
    },
  )

  test('nothing is imported before there is a county', async () => {
    file = newFile()
    const { code, err } = await run('import-roster', GBK)
    expect(code).toBe(1)
    expect(err).toContain('county set')
  })

  test('county, schools and terms: said again the same, said otherwise refused or mended', async () => {
    const before = everything()
    done(await run('county', 'set', '--name', '某县', '--code', '410900', '--region', 'henan'))
    done(await run('school', 'add', '--name', '实验小学', '--kind', 'primary'))
    expect(everything()).toBe(before)
    expect((await run('school', 'add', '--name', '实验小学', '--kind', 'junior')).code).toBe(1)
    done(await run('school', 'set', '--name', '实验小学', '--system', '5-4'))
    expect(done(await run('school', 'list')).out).toContain('实验小学 primary 5-4')
    const term = (from: string, until: string) => run('term', 'add', '--name', 'T', '--from', from, '--until', until)
    done(await term('2026-09-01', '2027-01-22'))
    expect((await term('2027-01-22', '2027-07-09')).code).toBe(1)
    expect((await term('2027-02-30', '2027-07-09')).code).toBe(2)
    done(await term('2026-09-01', '2027-01-21'))
    expect(query('SELECT from_date, until_date FROM term')).toEqual([['2026-09-01', '2027-01-21']])
  })

  test('a school is found by another spelling, which no other school may have', async () => {
    const path = written('学校,班级,姓名\n县实小,三(1)班,王小宇\n')
    expect((await run('import-roster', path)).code).toBe(1)
    done(await run('school', 'alias', '--name', '实验小学', '--also', '县实小'))
    done(await run('school', 'alias', '--name', '实验小学', '--also', '县实小'))
    expect((await run('school', 'alias', '--name', '第一初中', '--also', '县实小')).code).toBe(1)
    expect(done(await run('school', 'list')).out).toContain('实验小学 primary 6-3 (县实小)')
    expect(done(await run('import-roster', path)).out).toContain('added 1')
    expect(query(ENROLLED)[0]).toContain('实验小学')
  })

  test('the mode is one of three', async () => {
    expect((await run('set', 'mode', 'loud')).code).toBe(1)
    done(await run('set', 'mode', 'internal'))
    expect(query("SELECT value FROM setting WHERE key = 'mode'")).toEqual([['{"mode":"internal"}']])
  })
})

/** Different names of three characters for 0 … 8 000. */
function nameOf(i: number): string {
  const han = (n: number) => String.fromCodePoint(0x4e00 + n)
  return `王${han(i % 90)}${han(100 + Math.floor(i / 90))}`
}

test('5,000 rows in five seconds', async () => {
  const lines = Array.from({ length: 5000 }, (_, i) => `${1 + (i % 6)}-${1 + (i % 20)},${nameOf(i)},K${i}`)
  const path = roster(...lines)
  let ms = Number.POSITIVE_INFINITY
  let limit = 0
  for (let i = 0; i < 3 && ms >= limit; i++) {
    newCounty()
    limit = 5000 * (await slowness())
    const start = performance.now()
    expect(done(await run('import-roster', path)).out).toContain('added 5000')
    ms = performance.now() - start
  }
  expect(ms).toBeLessThan(limit)
  console.log(`5,000 rows: ${Math.round(ms)} ms`)
})
