import { GrammyError, HttpError } from 'grammy'
import { expect, test } from 'vitest'
import { NotStored } from '../../src/chat/channel.ts'
import { deliveryOf, faultOf } from './faults.ts'
import { NoAnswer } from './transport.ts'

const said = (error_code: number, description: string, parameters?: object) =>
  new GrammyError('x', { ok: false, error_code, description, parameters }, 'sendMessage', { text: '小雨' })

test.each([
  [said(429, 'Too Many Requests: retry after 7', { retry_after: 7 }), { outcome: 'wait', ms: 7000, scope: 'channel' }],
  [said(429, 'Too Many Requests'), { outcome: 'wait', ms: 1000, scope: 'channel' }],
  [said(403, 'Forbidden: bot was blocked by the user'), { outcome: 'gone', error: '403 bot was blocked by the user' }],
  [said(403, 'Forbidden: user is deactivated'), { outcome: 'gone', error: '403 user is deactivated' }],
  [said(403, 'Forbidden: bot was kicked from the supergroup chat'), { outcome: 'gone', error: '403 bot was kicked' }],
  [said(403, 'Forbidden: the group chat was deleted'), { outcome: 'gone', error: '403 group chat was deleted' }],
  [said(400, 'Bad Request: chat not found'), { outcome: 'gone', error: '400 chat not found' }],
  [
    said(400, 'Bad Request: group chat was upgraded to a supergroup chat', { migrate_to_chat_id: -1001 }),
    { outcome: 'moved', address: '-1001' },
  ],
  [said(400, 'Bad Request: BUTTON_DATA_INVALID'), { outcome: 'refused', error: '400 BUTTON_DATA_INVALID' }],
  [said(400, "Bad Request: can't parse entities near 小雨"), { outcome: 'refused', error: '400' }],
  [said(413, 'Request Entity Too Large'), { outcome: 'refused', error: '413' }],
  [said(401, 'Unauthorized'), { outcome: 'again', error: 'unauthorized' }],
  [said(404, 'Not Found'), { outcome: 'again', error: 'unauthorized' }],
  [said(500, 'Internal Server Error'), { outcome: 'again', error: '500' }],
  [said(502, 'Bad Gateway'), { outcome: 'again', error: '502' }],
  [said(Number.NaN, ''), { outcome: 'again', error: 'unreadable' }],
  [new SyntaxError('Unexpected token < in <html>小雨'), { outcome: 'again', error: 'unreadable' }],
  [new NoAnswer('timeout'), { outcome: 'again', error: 'timeout' }],
  [new NoAnswer('network'), { outcome: 'again', error: 'network' }],
  [
    new HttpError('x', new Error("Request to 'sendPhoto' timed out after 10 seconds")),
    { outcome: 'again', error: 'timeout' },
  ],
  [
    new HttpError('x', new Error('connect ECONNREFUSED http://root/bot1:token/')),
    { outcome: 'again', error: 'network' },
  ],
  ['thrown text', { outcome: 'again', error: 'unknown' }],
])('%s', (error, delivery) => expect(deliveryOf(error)).toEqual(delivery))

test('our own errors are told by their name alone', () => {
  expect(faultOf(new NotStored('disk of 小雨'))).toBe('NotStored')
})
