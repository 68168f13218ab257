import { copyFileSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Libsql from 'libsql'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Answer, wanling } from './support/cli.ts'
import { newFile, serveFile } from './support/server.ts'

const NOW = '2026-11-24T18:00:00+08:00'
const NAMES = '王小宇 李想 欧阳嘉禾 陈一诺 格桑·旺堆 Tom赵 孙悦 周周 吴桐'.split(' ')
const TWINS = ['张伟,大伟', '张伟,小伟']

let file = ''
let page = ''

const run = (...args: string[]): Promise<Answer> => wanling(file, args, NOW)
const done = (answer: Answer): Answer => {
  expect(answer).toMatchObject({ code: 0, err: '' })
  return answer
}

let county = ''

beforeAll(async () => {
  county = file = newFile()
  const roster = join(dirname(file), 'roster.csv')
  const lines = [...NAMES.map(name => `实验小学,三(1)班,${name},`), ...TWINS.map(twin => `实验小学,三(2)班,${twin}`)]
  writeFileSync(roster, `学校,班级,姓名,称呼\n${lines.join('\n')}\n第一初中,七(1)班,郑一,\n育才小学,三(2)班,冯二,\n`)
  done(await run('county', 'set', '--name', '某县', '--code', '410900', '--region', 'henan'))
  done(await run('school', 'add', '--name', '实验小学', '--kind', 'primary'))
  done(await run('school', 'add', '--name', '育才小学', '--kind', 'primary'))
  done(await run('school', 'add', '--name', '第一初中', '--kind', 'junior'))
  done(await run('import-roster', roster))
})

beforeEach(() => {
  file = newFile()
  page = join(dirname(file), 'slips.html')
  copyFileSync(county, file)
})

type Printed = { to: string; code: string; html: string }

const slips = (): Printed[] =>
  readFileSync(page, 'utf8')
    .split('<article')
    .slice(1)
    .map(html => ({
      html,
      to: /class="to(?: long)?">(.*?)</.exec(html)?.[1] ?? '',
      code: (/<\/small>(.{11})</.exec(html)?.[1] ?? '').replace(' ', ''),
    }))

const codeOf = (name: string): string => slips().find(({ to }) => to.startsWith(name))?.code ?? ''

/** A slip without what differs from child to child: name, code, picture. */
const blank = ({ html, to, code }: Printed): string =>
  html
    .replace(to, '')
    .replace('to long', 'to')
    .replace(`${code.slice(0, 5)} ${code.slice(5)}`, '')
    .replace(/ d="M[^"]*z"\/><\/svg><div/, '')
    .replace(/<\/section>[\s\S]*$/, '')

const query = (sql: string): unknown[] => {
  const db = new Libsql(file)
  const rows = db.prepare(sql).raw(true).all()
  db.close()
  return rows
}

describe('what is printed', () => {
  test('eight to a page, in the order of the class list, each with its rights and its numbers', async () => {
    const { out } = done(await run('invitations', '--class', '三年级1班', '--out', page))
    expect(out).toContain('实验小学 Class 3(1): 9 slips')
    expect(slips().map(({ to }) => to)).toEqual(NAMES.map(name => `${name}的家长`))
    expect(readFileSync(page, 'utf8').match(/<section/g)).toHaveLength(2)
    expect(new Set(slips().map(({ code }) => code)).size).toBe(9)
    for (const { html } of slips()) {
      for (const part of ['自愿', '>110<', '>120<', '>12356<', '三(1)班', '<svg class="qr"'])
        expect(html).toContain(part)
    }
    expect(readFileSync(page, 'utf8')).not.toMatch(/<script|https?:\/\/|src=|url\(/)
    expect(statSync(page).mode & 0o777).toBe(0o600)
    const database = readFileSync(file, 'latin1') + readFileSync(`${file}-wal`, { encoding: 'latin1', flag: 'a+' })
    for (const { code } of slips()) expect(database).not.toContain(code)
  })

  test('two of one name are told apart by the nickname', async () => {
    done(await run('invitations', '--class', '实验小学三年级二班', '--out', page))
    expect(slips().map(({ to }) => to)).toEqual(['张伟（大伟）的家长', '张伟（小伟）的家长'])
  })

  test('a whole school, each class on pages of its own', async () => {
    const { out } = done(await run('invitations', '--school', '实验小学', '--out', page))
    expect(out).toContain('11 slips')
    expect(readFileSync(page, 'utf8').match(/<section/g)).toHaveLength(3)
  })
})

describe('a code', () => {
  const sayTo = async (url: string, account: string, content: object): Promise<string> => {
    const response = await fetch(`${url}/chat/api/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Accept-Language': 'zh-CN' },
      body: JSON.stringify({ account, ...content }),
    })
    return await response.text()
  }
  const bind = async (url: string, account: string, code: string): Promise<string> => {
    const asked = await sayTo(url, account, { start: code })
    for (const text of ['是', '妈妈']) await sayTo(url, account, { text })
    await sayTo(url, account, { text: '同意' })
    return asked
  }

  test('opens its child once; after a new issue no earlier one opens, used or not, and the answers are the same', async () => {
    done(await run('invitations', '--class', '三(1)班', '--school', '实验小学', '--out', page))
    const server = await serveFile(file, { WANLING_NOW: NOW })
    const [used, unused] = [codeOf('王小宇'), codeOf('李想')]
    expect(await bind(server.url, 'mum', used)).toContain('是实验小学三(1)班的王小宇吗')
    const first = slips()
    expect(query('SELECT count(*) FROM guardianship')).toEqual([[1]])
    done(await run('invitations', '--class', '三(1)班', '--school', '实验小学', '--out', page))
    expect(slips().map(({ to }) => to)).toEqual(first.map(({ to }) => to))
    expect(new Set(slips().map(blank)).size).toBe(1)
    expect(query('SELECT count(*), count(DISTINCT at) FROM invitation_use')).toEqual([[9, 1]])
    const told = await Promise.all([used, unused].map((code, i) => sayTo(server.url, `stranger${i}`, { text: code })))
    expect(told[0]).toContain('换了新的')
    expect(told[1]).toBe(told[0])
    expect(await bind(server.url, 'dad', codeOf('王小宇'))).toContain('王小宇吗')
    expect(await bind(server.url, 'aunt', codeOf('李想'))).toContain('李想吗')
    expect(query('SELECT count(*) FROM guardianship')).toEqual([[3]])
    await server.kill()
  })

  test('of one child is made anew without a word on the old one; its classmates keep theirs', async () => {
    done(await run('invitations', '--class', '三(1)班', '--school', '实验小学', '--out', page))
    const kept = codeOf('李想')
    const { out } = done(await run('invitations', '--class', '实验小学3-1', '--child', '王小宇', '--out', page))
    expect(slips().map(({ to }) => to)).toEqual(['王小宇的家长'])
    expect(out).not.toMatch(/used|bound/i)
    const server = await serveFile(file, { WANLING_NOW: NOW })
    expect(await sayTo(server.url, 'a', { text: kept })).toContain('李想吗')
    expect(await sayTo(server.url, 'b', { text: codeOf('王小宇') })).toContain('王小宇吗')
    await server.kill()
  })

  test('while a guardian is answering, a new issue ends the old slip; the answer says so', async () => {
    done(await run('invitations', '--class', '三(1)班', '--school', '实验小学', '--out', page))
    const server = await serveFile(file, { WANLING_NOW: NOW })
    await sayTo(server.url, 'mum', { start: codeOf('王小宇') })
    for (const text of ['是', '妈妈']) await sayTo(server.url, 'mum', { text })
    done(await run('invitations', '--class', '三(1)班', '--school', '实验小学', '--out', page))
    expect(await sayTo(server.url, 'mum', { text: '同意' })).toContain('换了新的')
    expect(query('SELECT count(*) FROM guardianship')).toEqual([[0]])
    await server.kill()
  })
})

describe('what is refused, with the way out', () => {
  const refused = async (args: string[], ...told: string[]) => {
    const { code, out, err } = await run('invitations', ...args, '--out', page)
    expect([code, out]).toEqual([1, ''])
    for (const text of told) expect(err).toContain(text)
    expect(query('SELECT count(*) FROM invitation')).toEqual([[0]])
    expect(() => statSync(page)).toThrow('ENOENT')
  }

  test('a class of two schools, a class and a school that are not there, a name that cannot be read', async () => {
    await refused(['--class', '三(2)班'], '--school', '实验小学', '育才小学')
    await refused(['--class', '三(9)班', '--school', '实验小学'], 'Class 3(1), Class 3(2)')
    await refused(['--class', '一班', '--school', '第一初中'], '--class 一班')
    await refused(['--class', '三(1)班', '--school', '第九小学'], '第一初中')
    await refused(['--school', '第九小学'], '第一初中')
  })

  test('a child that is not there, or there twice', async () => {
    await refused(['--class', '三(1)班', '--school', '实验小学', '--child', '赵六'], 'no child of this name')
    await refused(['--class', '三(2)班', '--school', '实验小学', '--child', '张伟'], 'nickname')
    done(await run('invitations', '--class', '实验小学三(2)班', '--child', '小伟', '--out', page))
    expect(slips().map(({ to }) => to)).toEqual(['张伟（小伟）的家长'])
  })

  test('a PDF, and a folder that is not there', async () => {
    const pdf = await run('invitations', '--school', '实验小学', '--out', 'slips.pdf')
    expect(pdf).toMatchObject({ code: 1, out: '' })
    expect(pdf.err).toContain('Save as PDF')
    const none = await run('invitations', '--school', '实验小学', '--out', join(dirname(file), 'none', 'slips.html'))
    expect(none).toMatchObject({ code: 1, out: '' })
    expect(none.err).toContain('ENOENT')
    expect(query('SELECT count(*) FROM invitation')).toEqual([[0]])
  })

  test('bad usage', async () => {
    for (const args of [
      ['--out', page],
      ['--class', '三(1)班'],
      ['--school', '实验小学', '--child', '王', '--out', page],
    ]) {
      expect((await run('invitations', ...args)).code).toBe(2)
    }
    expect(done(await run('invitations', '--help')).out).toContain('wanling invitations')
  })
})
