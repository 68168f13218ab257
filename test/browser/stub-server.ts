import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'

/** What the page posts. Exactly one of text, choice, start, photo. */
export type Sent = {
  account?: string
  id: string
  text?: string
  choice?: string
  start?: string
  photo?: { type: string; data: string; caption?: string }
}
export type Reply = {
  say: string
  choices?: { id: string; label: string }[]
  image?: string
  file?: { name: string; url: string }
}
export type Answer = { status?: number; replies?: Reply[]; afterMs?: number }

/** A server that keeps the web chat's contract and answers what a test tells it to. */
export type Stub = {
  url: string
  /** Every POST that came, in order, repeats included. */
  received: Sent[]
  /** Messages sent unasked, as GET gives them. */
  unasked: (Reply & { n: number })[]
  /** The query strings of every GET for them. */
  polls: string[]
  /** How the next messages are answered; says it back at first. */
  answer: (sent: Sent) => Answer
  close: () => Promise<void>
}

/** What the server puts into the page. */
type Offer = { starters?: { label: string; start: string }[]; cookie?: boolean }

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
const LAMP =
  '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="240"><rect width="400" height="240" fill="#c9872b"/></svg>'

const clientFile = (name: string): string =>
  readFileSync(new URL(`../../bots/webchat/client/${name}`, import.meta.url), 'utf8')

const pageWith = ({ starters, cookie }: Offer): string => {
  const block = `<script type="application/json" id="starters">${JSON.stringify(starters)}</script>`
  return clientFile('chat.html')
    .replace('<!--starters-->', starters ? block : '')
    .replace('<!--account-->', cookie ? '<meta name="account" content="cookie">' : '')
}

const send = (response: ServerResponse, status: number, type: string, body: string): void => {
  response.writeHead(status, { 'Content-Type': `${type}; charset=utf-8`, 'Content-Security-Policy': POLICY })
  response.end(body)
}

const take = async (stub: Stub, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const sent: Sent = JSON.parse(await text(request))
  stub.received.push(sent)
  const { status = 200, replies = [], afterMs = 0 } = stub.answer(sent)
  if (afterMs > 0) await new Promise(resolve => setTimeout(resolve, afterMs))
  send(response, status, 'application/json', JSON.stringify(status === 200 ? { replies } : {}))
}

const serve = async (stub: Stub, offer: Offer, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const { pathname, search, searchParams } = new URL(request.url ?? '/', 'http://localhost')
  if (pathname === '/chat') return send(response, 200, 'text/html', pageWith(offer))
  if (pathname === '/chat/chat.css') return send(response, 200, 'text/css', clientFile('chat.css'))
  if (pathname === '/chat/chat.js') return send(response, 200, 'text/javascript', clientFile('chat.js'))
  if (pathname === '/lamp.svg') return send(response, 200, 'image/svg+xml', LAMP)
  if (pathname !== '/chat/api/messages') return send(response, 404, 'text/plain', '')
  if (request.method === 'POST') return take(stub, request, response)
  stub.polls.push(search)
  const messages = stub.unasked.filter(message => message.n > Number(searchParams.get('after')))
  send(response, 200, 'application/json', JSON.stringify({ messages }))
}

/** Starts it on a free port of this machine. */
export const startStub = async (offer: Offer = {}): Promise<Stub> => {
  const server = createServer((request, response) => {
    serve(stub, offer, request, response).catch(() => response.destroy())
  })
  const stub: Stub = {
    url: '',
    received: [],
    unasked: [],
    polls: [],
    answer: sent => ({ replies: [{ say: `听到了：${sent.text ?? sent.choice ?? sent.start ?? sent.photo?.type}` }] }),
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  stub.url = `http://127.0.0.1:${address.port}`
  return stub
}
