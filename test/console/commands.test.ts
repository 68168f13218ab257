import { expect, test } from 'vitest'
import { wanling } from '../support/cli.ts'
import { newFile } from '../support/server.ts'

const COUNTY = ['county', 'set', '--name', '晴川县', '--code', '410999', '--region', 'henan']
/** A dozen processes, one after another. */
const SLOW = 240_000
const ADD = ['staff', 'add', '--name', '王敏', '--email', 'wang@example.cn', '--role', 'county_lead']

test(
  'accounts are opened, listed, reset and closed by command, and the audit tells of it',
  async () => {
    const file = newFile()
    const early = await wanling(file, ADD)
    expect([early.code, early.err]).toEqual([1, expect.stringContaining('There is no county yet')])
    await wanling(file, COUNTY)
    const added = await wanling(file, ADD)
    expect(added.out).toMatch(/^staff county_lead wang@example\.cn [2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{2}\n$/)
    const twice = await wanling(file, ADD)
    expect([twice.code, twice.err]).toEqual([1, expect.stringContaining('already')])
    expect((await wanling(file, ['staff', 'list'])).out).toBe('wang@example.cn county_lead 晴川县\n')
    expect((await wanling(file, ['staff', 'reset', 'WANG@example.cn'])).out).toMatch(/^wang@example\.cn \S{12}\n$/)
    expect((await wanling(file, ['staff', 'off', 'wang@example.cn'])).code).toBe(0)
    expect((await wanling(file, ['staff', 'reset', 'wang@example.cn'])).code).toBe(1)
    expect((await wanling(file, ['staff', 'list'])).out).toBe('wang@example.cn off\n')
    const audit = await wanling(file, ['audit'])
    expect(audit.out).toMatch(/^\d+ rows, 0 with the ids erased\nhead (\d+):[\w-]{43}\n$/)
    const head = /head (\S+)/.exec(audit.out)?.[1] ?? ''
    expect((await wanling(file, ['audit', '--head', head])).code).toBe(0)
    const [n = '', link = ''] = head.split(':')
    const other = await wanling(file, ['audit', '--head', `${n}:${[...link].reverse().join('')}`])
    expect([other.code, other.err]).toEqual([1, `row ${n} is not the one that was signed\n`])
  },
  SLOW,
)

test(
  'a role of a school takes its school, and a wrong one is named',
  async () => {
    const file = newFile()
    await wanling(file, COUNTY)
    await wanling(file, ['school', 'add', '--name', '晴川实验学校', '--kind', 'primary'])
    const add = (...rest: string[]) =>
      wanling(file, ['staff', 'add', '--name', '李', '--email', 'li@example.cn', '--role', ...rest])
    expect((await add('school_office')).code).toBe(2)
    expect((await add('school_office', '--school', '没有的学校')).err).toContain('There is no school')
    expect((await add('class_teacher', '--school', '晴川实验学校', '--class', '三(2)班')).err).toContain('no class')
    expect((await add('county_lead', '--school', '晴川实验学校')).code).toBe(2)
    expect((await add('head_of_everything')).code).toBe(2)
    expect((await add('school_office', '--school', '晴川实验学校')).code).toBe(0)
  },
  SLOW,
)
