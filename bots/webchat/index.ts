import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { type Channel, NotStored, type TakeTurn } from '../../src/chat/channel.ts'
import type { Reply } from '../../src/chat/reply.ts'
import { parseMessage } from './parse.ts'
import { CHAT_CSP, chatScript, chatStyle, renderPage, type Starter } from './render.ts'
import { accountOf, giveAccount } from './verify.ts'

/** A photo of 5 MB is 6.7 MB as base64, and there is the caption. */
const LARGEST_BODY = 8 * 1024 * 1024

export interface WebchatOptions {
  production: boolean
  starters: () => Promise<Starter[]>
  /** What was sent unasked to this account, behind number `after`. */
  unasked: (account: string, after: number) => Promise<(Reply & { n: number })[]>
  now: () => number
  random: (n: number) => Uint8Array
}

/** The built-in web chat: a page, and a JSON API that answers a turn in its response. */
export const webchatChannel = (options: WebchatOptions): Channel => ({
  name: 'webchat',
  passive: true,
  fetchesPictures: true,
  reach: 'tap',
  pacing: { perRecipient: 10, overall: 1000 },
  mount: (app, take) => {
    mountPage(app, options)
    mountApi(app, options, take)
  },
  // The page fetches what waits for it, so a stored message has arrived where it can be read.
  send: async () => ({ outcome: 'sent' }),
})

const mountPage = (app: Hono, { production, starters, random }: WebchatOptions): void => {
  app.get('/chat', async c => {
    if (production) giveAccount(c, random)
    c.header('Content-Security-Policy', CHAT_CSP)
    c.header('Referrer-Policy', 'no-referrer')
    c.header('X-Content-Type-Options', 'nosniff')
    c.header('Cache-Control', 'no-store')
    return c.html(renderPage(await starters(), production))
  })
  app.get('/chat/chat.css', c => asset(c, chatStyle, 'text/css'))
  app.get('/chat/chat.js', c => asset(c, chatScript, 'text/javascript'))
}

const asset = (c: Context, text: string, type: string) =>
  c.body(text, 200, {
    'Content-Type': `${type}; charset=utf-8`,
    'Cache-Control': 'no-cache',
    'X-Content-Type-Options': 'nosniff',
  })

const mountApi = (app: Hono, options: WebchatOptions, take: TakeTurn): void => {
  const limit = bodyLimit({ maxSize: LARGEST_BODY, onError: c => c.json({ error: 'too large: 8 MB at most' }, 413) })
  app.post('/chat/api/messages', limit, c => answerMessage(c, options, take))
  app.get('/chat/api/messages', c => answerUnasked(c, options))
}

const answerMessage = async (c: Context, options: WebchatOptions, take: TakeTurn): Promise<Response> => {
  const message = parseMessage(await c.req.text())
  const account = message && accountOf(c, message.account, options.production)
  if (!message || !account) return c.json({ error: 'send {account, id?, text | choice | start | photo}' }, 400)
  try {
    const answer = await take({
      channel: 'webchat',
      account,
      address: account,
      updateId: message.id ?? Buffer.from(options.random(16)).toString('base64url'),
      sentAt: options.now(),
      content: message.content,
      platformLang: c.req.header('Accept-Language') ?? '',
    })
    return answer.limited
      ? c.json({ error: 'too many messages: wait a minute' }, 429)
      : c.json({ replies: answer.replies })
  } catch (error) {
    if (error instanceof NotStored) return c.json({ error: 'not stored: send it again' }, 503)
    throw error
  }
}

const answerUnasked = async (c: Context, options: WebchatOptions): Promise<Response> => {
  const account = accountOf(c, c.req.query('account'), options.production)
  const after = Number(c.req.query('after') ?? 0)
  if (!account || account.length > 64 || !Number.isSafeInteger(after))
    return c.json({ error: 'give account and after' }, 400)
  return c.json({ messages: await options.unasked(account, after) })
}
