import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { statement } from '../src/db/statement.ts'
import { retentionStatements } from '../src/jobs/retention.ts'
import { CHILDREN, newWorld, type World } from './support/world.ts'

/** The promises that hold for everything (design §1), each broken by a test when it is broken. */

let world: World
beforeEach(async () => {
  world = await newWorld()
})
afterEach(() => world.close())

const say = (account: string, text: string, id?: string) => world.post(account, { text }, id)

const bind = async (account: string, code: string, relation = 'mother') => {
  let { replies } = await world.post(account, { start: code })
  for (const wanted of ['child:yes', `relation:${relation}`, 'c1:yes']) {
    const choice = replies.flatMap(reply => reply.choices ?? []).find(one => one.id.endsWith(wanted))
    replies = (await world.post(account, { choice: choice?.id ?? '' })).replies
  }
}

const count = async (sql: string): Promise<number> => Number((await world.rows(sql))[0]?.[0])
const tables = async (): Promise<string[]> =>
  (await world.rows("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'")).map(row =>
    String(row[0]),
  )

/** Every cell of every table that holds this text. */
const found = async (text: string): Promise<string[]> => {
  const hits: string[] = []
  for (const table of await tables()) {
    const rows = await world.rows(`SELECT * FROM "${table}"`)
    if (rows.some(row => row.some(cell => typeof cell === 'string' && cell.includes(text)))) hits.push(table)
  }
  return hits
}

const MUM = CHILDREN[0].code

describe('1 nothing is lost, nothing is applied twice', () => {
  test('a repeat is answered with the same bytes, also while the first is in hand', async () => {
    await bind('mum', MUM)
    const answers = await Promise.all([1, 2, 3].map(() => say('mum', '作业50分钟 9点10睡', 'one')))
    const later = await say('mum', '作业50分钟 9点10睡', 'one')
    expect(new Set([...answers, later].map(answer => answer.text)).size).toBe(1)
    expect(answers[0]?.text).toContain('50分钟')
    expect(await count('SELECT count(*) FROM night_answer')).toBe(1)
    expect(await count("SELECT count(*) FROM turn WHERE update_id = 'one'")).toBe(1)
  })

  test('an id belongs to its account', async () => {
    await say('mum', '你好', 'same')
    await say('dad', '你好', 'same')
    expect(await count("SELECT count(*) FROM turn WHERE update_id = 'same'")).toBe(2)
  })

  test('everything that was verified leaves a turn row, understood or not', async () => {
    await say('stranger', '哈哈哈', 'a')
    await say('stranger', '我不想活了', 'b')
    await world.post('stranger', { photo: { type: 'image/png', data: 'AAAA' } }, 'c')
    expect(await count("SELECT count(*) FROM turn WHERE update_id IN ('a', 'b', 'c')")).toBe(3)
  })

  test('two guardians who answer in one moment both count, the later one stands', async () => {
    await bind('mum', MUM)
    const { replies } = await world.post('mum', { text: '我的' })
    const invite = replies.flatMap(reply => reply.choices ?? []).find(one => one.id.endsWith('me:invite'))
    const asked = (await world.post('mum', { choice: invite?.id ?? '' })).replies
    const guardian = asked.flatMap(reply => reply.choices ?? []).find(one => one.id.endsWith('invite:guardian'))
    const invited = (await world.post('mum', { choice: guardian?.id ?? '' })).replies[0]?.say ?? ''
    await bind('dad', /[2-9A-Z]{10}/.exec(invited)?.[0] ?? '', 'father')
    await Promise.all([say('mum', '作业50分钟 9点10睡'), say('dad', '作业40分钟 9点20睡')])
    expect(await count('SELECT count(*) FROM night_answer')).toBe(2)
    expect(await count('SELECT version FROM night')).toBe(2)
  })

  test('one code binds one guardian, whoever is faster', async () => {
    await Promise.all([bind('mum', MUM), bind('other', MUM)])
    expect(await count('SELECT count(*) FROM guardianship')).toBe(1)
  })

  test('a batch fails whole', async () => {
    await expect(
      world.db.write([
        statement("INSERT INTO tally (day, name, n) VALUES ('2026-11-23', 'x', 1)"),
        statement('INSERT INTO guard (ok) VALUES (0)'),
      ]),
    ).rejects.toMatchObject({ name: 'Conflict' })
    expect(await count('SELECT count(*) FROM tally')).toBe(0)
  })
})

describe('2 a child in danger comes first', () => {
  test('also over the rate, also unbound, and nothing but a count is kept', async () => {
    for (let i = 0; i < 25; i++) await say('fast', '哈哈')
    const { status, replies } = await say('fast', '孩子站在窗台不下来', 'help')
    expect(status).toBe(200)
    expect(replies[0]?.say).toContain('打 110')
    expect(await found('窗台')).toEqual([])
    expect(await found('打 110')).toEqual([])
    expect(await count("SELECT n FROM tally WHERE name = 'emergency'")).toBe(1)
  })

  test('the sealed card is erased after ten minutes and still answered to a repeat', async () => {
    world.at('2026-11-23 21:50')
    const first = await say('mum', '孩子说不想活了', 'card')
    world.at('2026-11-23 22:05')
    await world.db.write(retentionStatements(Date.parse('2026-11-23T22:05:00+08:00')))
    expect(await count('SELECT count(payload) FROM outbox')).toBe(0)
    expect((await say('mum', '孩子说不想活了', 'card')).text).toBe(first.text)
  })
})

describe('3 voluntary', () => {
  test('no column can hold a streak, a rank or a score, and an invitation does not say by whom it was used', async () => {
    for (const table of await tables()) {
      const columns = (await world.rows(`SELECT name FROM pragma_table_info('${table}')`)).map(row => String(row[0]))
      expect(
        columns.filter(name =>
          /streak|rank|score|missed|grade_band|id_card|student_no|address_|phone|photo|birth/.test(name),
        ),
      ).toEqual([])
      if (table === 'invitation_use') expect(columns).toEqual(['code', 'at'])
    }
  })
})

describe('4 bed beats homework', () => {
  test('whatever the minutes, unfinished and in bed on time is praised and never chased', async () => {
    await bind('mum', MUM)
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 300 }),
        fc.constantFrom('8点半', '9点', '9点10', '9点20'),
        async (minutes, bed) => {
          const own = await newWorld()
          const start = (await own.post('m', { start: MUM })).replies
          let replies = start
          for (const wanted of ['child:yes', 'relation:mother', 'c1:yes']) {
            const choice = replies.flatMap(reply => reply.choices ?? []).find(one => one.id.endsWith(wanted))
            replies = (await own.post('m', { choice: choice?.id ?? '' })).replies
          }
          const said = (await own.post('m', { text: `作业${minutes}分钟还没写完,${bed}睡了` })).replies
            .map(reply => reply.say)
            .join('\n')
          await own.close()
          expect(said).toContain('这样做是对的')
          expect(said).not.toMatch(/不超过|最晚|辛苦/)
        },
      ),
      { numRuns: 15 },
    )
  })
})

describe('10 least data', () => {
  test('what people write is nowhere, and no account stands in the clear', async () => {
    await bind('account-of-mum', MUM)
    await say('account-of-mum', '今天气死我了雪糕化掉了,作业写了五十分钟,九点一刻睡的')
    expect(await count('SELECT written_min FROM night')).toBe(50)
    expect(await found('雪糕')).toEqual([])
    expect(await found('account-of-mum')).toEqual([])
    expect(await found(MUM)).toEqual([])
  })

  test('turns go after seven days, answers after two', async () => {
    await say('mum', '你好', 'old')
    await world.db.write(retentionStatements(Date.parse('2026-11-26T21:50:00+08:00')))
    expect(await count('SELECT count(*) FROM outbox')).toBe(0)
    expect((await say('mum', '你好', 'old')).replies).toEqual([])
    await world.db.write(retentionStatements(Date.parse('2026-12-01T21:50:00+08:00')))
    expect(await count("SELECT count(*) FROM turn WHERE update_id = 'old'")).toBe(0)
  })
})

describe('the front door', () => {
  test('twenty turns a minute, one polite line, then 429, and the next minute is fresh', async () => {
    const statuses: number[] = []
    for (let i = 0; i < 23; i++) statuses.push((await say('fast', '哈哈')).status)
    expect(statuses).toEqual([...Array(21).fill(200), 429, 429])
    world.at('2026-11-23 21:51')
    expect((await say('fast', '哈哈')).status).toBe(200)
  })

  test.each([
    ['no account', { account: undefined, text: 'a' }],
    ['none of the four', {}],
    ['two of the four', { text: 'a', choice: 'b' }],
    ['a long account', { account: 'a'.repeat(65), text: 'a' }],
    ['a long id', { id: 'a'.repeat(65), text: 'a' }],
    ['a photo of another kind', { photo: { type: 'image/svg+xml', data: 'AAAA' } }],
  ])('%s is 400', async (_what, content) => {
    expect((await world.post('mum', content)).status).toBe(400)
    expect(await count('SELECT count(*) FROM turn')).toBe(0)
  })

  test('no JSON is 400, over 8 MB is 413', async () => {
    const request = (body: string) => world.service.app.request('/chat/api/messages', { method: 'POST', body })
    expect((await request('{')).status).toBe(400)
    expect((await request(JSON.stringify({ account: 'a', text: 'x'.repeat(9 * 1024 * 1024) }))).status).toBe(413)
  })

  test('healthz, readyz, metrics and the privacy page answer', async () => {
    for (const path of ['/healthz', '/readyz', '/metrics', '/privacy', '/chat', '/chat/chat.js', '/chat/chat.css']) {
      expect((await world.service.app.request(path)).status).toBe(200)
    }
    expect(await (await world.service.app.request('/metrics')).text()).toContain('wanling_turns_total')
  })
})
