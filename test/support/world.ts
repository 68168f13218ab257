import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { webchatChannel } from '../../bots/webchat/index.ts'
import { inPlace } from '../../src/background/in-place.ts'
import { demoTerms } from '../../src/calendar/index.ts'
import { type Channel, reachOf } from '../../src/chat/channel.ts'
import { conversationId } from '../../src/chat/conversation.ts'
import type { ChannelName } from '../../src/chat/inbound.ts'
import { outboxRow, unaskedSince } from '../../src/chat/outbox.ts'
import type { Reach, Reply } from '../../src/chat/reply.ts'
import { EmbeddedDatabase } from '../../src/db/embedded.ts'
import { makeIds } from '../../src/db/id.ts'
import { type Keys, openKeys } from '../../src/db/keys.ts'
import { migrate } from '../../src/db/migrate.ts'
import { child, county, enrolment, invitation, school, schoolClass, setting, term } from '../../src/db/schema/index.ts'
import { insert, type Row, type Statement, statement } from '../../src/db/statement.ts'
import { makeConditions } from '../../src/features.ts'
import { type Metrics, makeMetrics } from '../../src/metrics.ts'
import { importInPlace } from '../../src/roster/desk/importer.ts'
import { firstGradeYearOf } from '../../src/roster/grade.ts'
import { sheetReader } from '../../src/roster/sheet/read.ts'
import { makeService } from '../../src/service.ts'
import { threadScript } from '../../src/threads.ts'

export interface ReplySeen {
  say: string
  file?: { name: string; url: string }
  choices?: { id: string; label: string }[]
  image?: string
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
const SECRET = randomBytes(32)

export interface WorldOptions {
  /** The file, shared with another world: what another process would be. */
  path?: string
  /** Stands for the platform: what becomes of a message that leaves unasked. */
  send?: Channel['send']
  reach?: Reach
  production?: boolean
}

/** A file system in memory, where there is one: these tests are about what is decided, not about disks. */
const IN_MEMORY = '/dev/shm'

const newFolder = (): string => mkdtempSync(join(existsSync(IN_MEMORY) ? IN_MEMORY : tmpdir(), 'wanling-'))

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
export const newWorld = async (others: (deps: WorldDeps) => Channel[] = () => [], options: WorldOptions = {}) => {
  let clock = Date.parse('2026-11-23T21:50:00+08:00')
  const now = () => clock
  const random = (n: number) => randomBytes(n)
  // A folder made here and for nobody else: it is removed when the world closes.
  const own = options.path === undefined ? newFolder() : undefined
  const path = options.path ?? join(own ?? '', 'world.db')
  const db = new EmbeddedDatabase(path)
  await migrate(db, clock)
  const keys = await openKeys(db, SECRET, clock)
  if (!options.path) await db.write(rosterRows(code => keys.lookup('invitation', code)))
  const chat = webchatChannel({
    production: options.production ?? false,
    now,
    random,
    starters: async () => [],
    unasked: async (account, after) =>
      unaskedSince(
        { db, keys, conditions: makeConditions(db, now), now: now() },
        conversationId(keys, 'webchat', account),
        after,
      ),
  })
  const webchat: Channel = { ...chat, send: options.send ?? chat.send, reach: options.reach ?? chat.reach }
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
    production: options.production ?? false,
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
  /** What was sent unasked to an account and not yet fetched, as the page fetches it. */
  const fetched = new Map<string, number>()
  const fetchUnasked = async (account: string): Promise<ReplySeen[]> => {
    const after = fetched.get(account) ?? 0
    const response = await service.app.request(`/chat/api/messages?account=${account}&after=${after}`)
    const { messages }: { messages: (ReplySeen & { n: number })[] } = JSON.parse(await response.text())
    fetched.set(account, Math.max(after, ...messages.map(({ n }) => n)))
    return messages
  }
  return {
    path,
    db,
    keys,
    fetchUnasked,
    /** The minute tick and what it makes leave. */
    tick: async () => {
      await service.minute()
      await service.sweep()
    },
    faults,
    service,
    /** What a job works with, beside a clock of its own. */
    tools: {
      db,
      keys,
      background: inPlace(db),
      now,
      random,
      newId: ids.row,
      zone: 'Asia/Shanghai',
      reach: reachOf(channels),
    },
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
      if (own) rmSync(own, { recursive: true })
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
