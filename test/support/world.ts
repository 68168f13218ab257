import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { webchatChannel } from '../../bots/webchat/index.ts'
import { inPlace } from '../../src/background/in-place.ts'
import { demoTerms } from '../../src/calendar/index.ts'
import type { Channel } from '../../src/chat/channel.ts'
import { conversationId } from '../../src/chat/conversation.ts'
import type { ChannelName } from '../../src/chat/inbound.ts'
import { outboxRow } from '../../src/chat/outbox.ts'
import type { Reach, Reply } from '../../src/chat/reply.ts'
import { EmbeddedDatabase } from '../../src/db/embedded.ts'
import { makeIds } from '../../src/db/id.ts'
import { type Keys, openKeys } from '../../src/db/keys.ts'
import { migrate } from '../../src/db/migrate.ts'
import { child, county, enrolment, invitation, school, schoolClass, setting, term } from '../../src/db/schema/index.ts'
import { insert, type Row, type Statement, statement } from '../../src/db/statement.ts'
import { type Metrics, makeMetrics } from '../../src/metrics.ts'
import { importInPlace } from '../../src/roster/desk/importer.ts'
import { firstGradeYearOf } from '../../src/roster/grade.ts'
import { sheetReader } from '../../src/roster/sheet/read.ts'
import { makeService } from '../../src/service.ts'
import { threadScript } from '../../src/threads.ts'

export interface ReplySeen {
  say: string
  choices?: { id: string; label: string }[]
}

/** Children of the small county: label, grade on 2026-11-24, code. */
export const CHILDREN = [
  { label: '小雨', grade: 3, code: 'AAAA222333' },
  { label: '豆豆', grade: 1, code: 'BBBB222333' },
  { label: '大山', grade: 8, code: 'CCCC222333' },
  { label: '安安', grade: 5, code: 'DDDD222333' },
] as const

/** The id of a child of the small county. */
export const childId = (label: string): string => createHash('sha256').update(label).digest('hex').slice(0, 12)

const DAY = '2026-11-24'

/** A file system in memory, where there is one: these tests are about what is decided, not about disks. */
const IN_MEMORY = '/dev/shm'

/** What a channel of a test needs of its world. */
export interface WorldDeps {
  db: EmbeddedDatabase
  keys: Keys
  now: () => number
  random: (n: number) => Uint8Array
  metrics: Metrics
}

/**
 * A service in process over a file of its own, spoken to through its front door, with a clock that is set. `others`
 * gives it more channels than web chat.
 */
export const newWorld = async (
  others: (deps: WorldDeps) => Channel[] = () => [],
  { production = false }: { production?: boolean } = {},
) => {
  let clock = Date.parse('2026-11-23T21:50:00+08:00')
  const now = () => clock
  const random = (n: number) => randomBytes(n)
  const folder = mkdtempSync(join(existsSync(IN_MEMORY) ? IN_MEMORY : tmpdir(), 'wanling-'))
  const db = new EmbeddedDatabase(join(folder, 'world.db'))
  await migrate(db, clock)
  const keys = await openKeys(db, randomBytes(32), clock)
  await db.write(rosterRows(code => keys.lookup('invitation', code)))
  const webchat = webchatChannel({ production: false, now, random, starters: async () => [], unasked: async () => [] })
  const metrics = makeMetrics()
  const channels = [webchat, ...others({ db, keys, now, random, metrics })]
  const faults: unknown[] = []
  const service = makeService({
    db,
    keys,
    background: inPlace(db),
    importFor: importInPlace({ db, now, random, readSheet: sheetReader(threadScript('sheet-thread')) }),
    channels,
    metrics,
    now,
    random,
    privacyUrl: 'https://wanling.example/privacy',
    publicUrl: 'https://wanling.example',
    production,
    fault: error => void faults.push(error),
  })
  const ids = makeIds(now, random)
  const post = async (account: string, content: object, id = ids.row(), lang = 'zh-CN') => {
    const response = await service.app.request('/chat/api/messages', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Accept-Language': lang },
      body: JSON.stringify({ account, id, ...content }),
    })
    const text = await response.text()
    const body: { replies?: ReplySeen[] } = JSON.parse(text)
    return { status: response.status, text, replies: body.replies ?? [] }
  }
  return {
    db,
    keys,
    faults,
    service,
    /** What a job works with, beside a clock of its own. */
    tools: { db, keys, background: inPlace(db), now, random, newId: ids.row },
    metrics,
    id: ids.row,
    now,
    channel: (name: ChannelName): Channel => {
      const channel = channels.find(one => one.name === name)
      if (!channel) throw new Error(`no channel ${name}`)
      return channel
    },
    set: (key: string, value: object) =>
      db.write([insert(setting, { key, value: JSON.stringify(value), by: 'test', at: 0 })]),
    post,
    /** Queues a message that nobody asked for, as a job would. */
    queue: async (channel: ChannelName, account: string, reply: Reply, needs: Reach = 'reply') => {
      const conversation = conversationId(keys, channel, account)
      const letter = {
        id: ids.row(),
        conversation,
        seq: null,
        reply,
        sealed: false,
        needs,
        at: clock,
        delivered: false,
      }
      await db.write([outboxRow(letter, 'tap', keys)])
      clock += 11_000
    },
    /** Lets the clock run on. */
    pass: (ms: number) => {
      clock += ms
    },
    at: (beijing: string) => {
      clock = Date.parse(`${beijing.replace(' ', 'T')}:00+08:00`)
    },
    rows: async (sql: string, ...args: string[]): Promise<Row[]> => (await db.read([statement(sql, ...args)]))[0] ?? [],
    close: async () => {
      await db.close()
      rmSync(folder, { recursive: true })
    },
  }
}

export type World = Awaited<ReturnType<typeof newWorld>>

const rosterRows = (lookup: (code: string) => string): Statement[] => {
  const at = 0
  const school1 = { countyId: 'county', kind: 'nine-year', system: '6-3' }
  return [
    insert(county, { id: 'county', name: '晴川县', code: '410999', region: 'henan', zone: 'Asia/Shanghai' }),
    insert(school, { id: 'school', name: '晴川实验学校', ...school1 }),
    insert(setting, {
      key: 'operator',
      value: JSON.stringify({ name: '晴川县教育局', contact: 'desk@example.cn', kind: 'bureau', receivers: [] }),
      by: 'test',
      at,
    }),
    ...demoTerms.map((one, i) => insert(term, { countyId: 'county', name: `${i}`, from: one.from, until: one.to })),
    ...CHILDREN.flatMap(({ label, grade, code }) => {
      const id = childId(label)
      const classId = `class-${grade}`
      return [
        insert(schoolClass, {
          id: classId,
          schoolId: 'school',
          firstGradeYear: firstGradeYearOf(grade, DAY),
          classNo: 2,
        }),
        insert(child, { id, schoolId: 'school', label, at }),
        insert(enrolment, { childId: id, classId, from: '2026-09-01' }),
        insert(invitation, { code: lookup(code), childId: id, kind: 'school', at }),
      ]
    }),
  ]
}
