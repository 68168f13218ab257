import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseUpdate } from './parse.ts'

const NOW = 1_795_348_999_000
const SENT = 1_795_348_800_000

const samples = new URL('samples/', import.meta.url)
const sample = (name: string): unknown => JSON.parse(readFileSync(new URL(`${name}.json`, samples), 'utf8'))

const turns: Record<string, [content: unknown, sentAt: number]> = {
  text: [{ kind: 'text', text: '作业50分钟 9点40睡' }, SENT],
  'start-code': [{ kind: 'start', code: '8ZK4Q2M9XT' }, SENT],
  'start-bare': [{ kind: 'start', code: '' }, SENT],
  'command-to-bot': [{ kind: 'text', text: '/help' }, SENT],
  photo: [{ kind: 'photo', caption: '今晚的作业单' }, SENT],
  'photo-bare': [{ kind: 'photo', caption: '' }, SENT],
  voice: [{ kind: 'voice' }, SENT],
  'video-note': [{ kind: 'voice' }, SENT],
  audio: [{ kind: 'voice' }, SENT],
  sticker: [{ kind: 'sticker' }, SENT],
  animation: [{ kind: 'sticker' }, SENT],
  location: [{ kind: 'location' }, SENT],
  venue: [{ kind: 'location' }, SENT],
  document: [{ kind: 'file' }, SENT],
  contact: [{ kind: 'file' }, SENT],
  'video-captioned': [{ kind: 'photo', caption: '老师今天又留堂了' }, SENT],
  'edited-text': [{ kind: 'text', text: '作业40分钟 9点40睡' }, SENT + 60_000],
  callback: [{ kind: 'choice', id: 'p7.m:40' }, NOW],
  'callback-inaccessible': [{ kind: 'choice', id: 'p1.c1:yes' }, NOW],
  'callback-no-message': [{ kind: 'choice', id: 'p1.c1:yes' }, NOW],
}

const ignored: Record<string, string> = {
  poll: 'message.poll',
  'edited-location': 'edited.no_words',
  'callback-game': 'callback.no_data',
  'group-text': 'message.not_private',
  'group-callback': 'callback.not_private',
  'group-migrated': 'message.not_private',
  kicked: 'my_chat_member',
  'channel-post': 'channel_post',
}

test('every sample has its expectation', () => {
  const names = readdirSync(samples).map(file => file.replace('.json', ''))
  expect(names.toSorted()).toEqual([...Object.keys(turns), ...Object.keys(ignored)].toSorted())
})

test.each(Object.entries(turns))('%s is a turn', (name, [content, sentAt]) => {
  expect(parseUpdate(sample(name), NOW)).toMatchObject({
    is: 'turn',
    inbound: {
      channel: 'telegram',
      account: '70000001',
      address: '70000001',
      updateId: expect.stringMatching(/^7000000\d\d$/),
      platformLang: 'zh-hans',
      content,
      sentAt,
    },
  })
})

test.each(Object.entries(ignored))('%s takes no turn and is counted as %s', (name, kind) => {
  expect(parseUpdate(sample(name), NOW)).toMatchObject({ is: 'ignored', kind })
})

describe('a tap', () => {
  test('tells the buttons under which it was made', () => {
    expect(parseUpdate(sample('callback'), NOW)).toMatchObject({
      tap: {
        query: '300647711234567890',
        chosen: 'p7.m:40',
        shown: { chat: 70000001, message: 40, rows: [[{ callback_data: 'p7.m:40' }, { callback_data: 'p7.m:60' }]] },
      },
    })
  })

  test.each(['callback-inaccessible', 'callback-no-message', 'callback-game', 'group-callback'])(
    '%s is still owed an answer',
    name => {
      expect(parseUpdate(sample(name), NOW)).toMatchObject({ tap: { query: expect.stringMatching(/^3006477/) } })
    },
  )
})

const say = (text: string) => {
  const message = { date: 1, chat: { id: 7, type: 'private' }, from: { id: 7 }, text }
  const parsed = parseUpdate({ update_id: 1, message }, NOW)
  return parsed.is === 'turn' ? parsed.inbound.content : parsed
}

test.each([
  ['/start@wanling_bot inv_abc-1', { kind: 'start', code: 'inv_abc-1' }],
  ['/START  8zk4 q2m9xt ', { kind: 'start', code: '8zk4 q2m9xt' }],
  ['/started', { kind: 'text', text: '/started' }],
  ['/lang@wanling_bot en', { kind: 'text', text: '/lang en' }],
  ['mail me@school.example', { kind: 'text', text: 'mail me@school.example' }],
  ['start 8ZK4Q2M9XT', { kind: 'text', text: 'start 8ZK4Q2M9XT' }],
])('%s', (text, content) => expect(say(text)).toEqual(content))

test.each([undefined, null, 7, 'update_id', [], {}, { update_id: '5' }, { update_id: 5.5 }, { update_id: 2 ** 60 }])(
  '%j is no update',
  update => expect(parseUpdate(update, NOW)).toEqual({ is: 'garbage' }),
)

test.each([
  [{ update_id: 5 }, 'other'],
  [{ update_id: 5, message: null }, 'message.malformed'],
  [{ update_id: 5, message: 'hello' }, 'message.malformed'],
  [{ update_id: 5, callback_query: [] }, 'callback.malformed'],
  [{ update_id: 5, surprise: {} }, 'other'],
])('%j is an update we do not know', (update, kind) => {
  expect(parseUpdate(update, NOW)).toMatchObject({ is: 'ignored', kind })
})

const messageLike = fc.record(
  {
    date: fc.anything(),
    chat: fc.oneof(fc.anything(), fc.constant({ id: 7, type: 'private' })),
    from: fc.oneof(fc.anything(), fc.constant({ id: 7 })),
    text: fc.oneof(fc.anything(), fc.string()),
    photo: fc.anything(),
    caption: fc.anything(),
  },
  { requiredKeys: [] },
)

test('no JSON makes it throw', () => {
  const updateLike = fc.record(
    { update_id: fc.integer(), message: messageLike, edited_message: messageLike, callback_query: fc.anything() },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), fc.anything(), updateLike), value => {
      expect(['turn', 'ignored', 'garbage']).toContain(parseUpdate(value, NOW).is)
    }),
    { numRuns: 500 },
  )
})
