import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readRosterFile } from './read-roster.ts'

const read = (text: string) =>
  readRosterFile(new TextEncoder().encode(text), {
    today: '2026-11-23',
    schools: [{ name: '实验小学', stage: 'primary', system: '6-3' }],
    school: '实验小学',
  })

describe('forbidden things', () => {
  test.each([
    ['身份证', 'id-number'],
    ['证件号码', 'id-number'],
    ['ID card no.', 'id-number'],
    ['全国学籍号', 'student-number'],
    ['学号', 'student-number'],
    ['家庭住址', 'address'],
    ['户籍', 'address'],
    ['学生电话', 'contact'],
    ['母亲手机', 'contact'],
    ['出生年月', 'birth-date'],
    ['Age', 'birth-date'],
    ['电 话', 'contact'],
    ['student_id', 'student-number'],
    ['phone_number', 'contact'],
    ['期末成绩', 'score'],
    ['班级排名', 'score'],
    ['数学', 'score'],
    ['过敏史', 'health'],
    ['视力', 'health'],
    ['照片', 'photo'],
    ['监护人', 'guardian'],
    ['与学生关系', 'guardian'],
    ['性别', 'not-needed'],
  ])('a column %s is skipped and named: %s', (title, why) => {
    const result = read(`班级,姓名,${title}\n3-1,王小宇,某某某\n`)
    expect(result.ok).toBe(true)
    expect(result.skippedColumns).toEqual([{ letter: 'C', title, why, foundBy: 'title' }])
    expect(JSON.stringify(result)).not.toContain('某某某')
  })

  test.each([
    ['备注', '999999201803120014', 'id-number'],
    ['', '13000000001', 'contact'],
    ['编号', 'G999999201803120014', 'student-number'],
    ['称呼', '2018-03-12', 'birth-date'],
  ])('a column %j that holds %s is skipped by what it holds', (title, value, why) => {
    const result = read(`班级,姓名,${title}\n3-1,王小宇,${value}\n3-1,赵六,\n`)
    expect(result.ok).toBe(true)
    expect(result.skippedColumns).toEqual([{ letter: 'C', title, why, foundBy: 'content' }])
    expect(JSON.stringify(result)).not.toContain(value)
  })

  test.each([
    ['3-1,王小宇999999201803120014,实验小学', '姓名', 'id-number'],
    ['3-1,13000000001,实验小学', '姓名', 'contact'],
    ['3-1,2018年3月12日,实验小学', '姓名', 'birth-date'],
    ['G999999201803120014,王小宇,实验小学', '班级', 'student-number'],
    ['3-1,王小宇,13000000001', '学校', 'contact'],
  ])('in a column that is read, %j makes the row bad without repeating it', (line, title, kind) => {
    const result = read(`班级,姓名,学校\n3-2,赵六,实验小学\n${line}\n`)
    expect(result).toMatchObject({ ok: false, errors: [{ code: 'forbidden', row: 3, column: { title }, kind }] })
    expect(JSON.stringify(result)).not.toMatch(/\d{8}|3月/)
  })

  test('a title that itself holds something forbidden is named by its letter alone', () => {
    const result = read('班级,姓名,联系电话13000000001\n3-1,王小宇,\n')
    expect(result.skippedColumns).toEqual([{ letter: 'C', title: '', why: 'contact', foundBy: 'title' }])
  })

  test('nothing of a skipped column or a bad row is in the answer', () => {
    const secret = fc.stringMatching(/^[a-z]{12}$/)
    fc.assert(
      fc.property(secret, fc.constantFrom('身份证号', '地址', '备注', '父亲', '成绩'), (value, title) => {
        expect(JSON.stringify(read(`班级,姓名,${title}\n3-1,王小宇,${value}\n`))).not.toContain(value)
        expect(JSON.stringify(read(`班级,姓名,${title}\n${value},<${value}>,${value}\n`))).not.toContain(value)
      }),
    )
  })
})
