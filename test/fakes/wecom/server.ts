import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { type Answer, done, refuse } from './answers.ts'
import * as app from './api.ts'
import * as kf from './kf.ts'
import * as school from './school.ts'
import type { State } from './state.ts'

type Handler = (state: State, asked: app.Asked) => Answer | Promise<Answer>

/** Calls with the app's token, and calls with the token of 微信客服. */
const OF_APP: Record<string, Handler> = {
  'GET /cgi-bin/agent/get': state => done({ agentid: state.agentId, name: '晚铃' }),
  'POST /cgi-bin/message/send': app.sendMessage,
  'POST /cgi-bin/message/update_template_card': app.updateCard,
  'POST /cgi-bin/externalcontact/message/send': school.sendNotice,
  'GET /cgi-bin/school/department/list': school.listDepartments,
  'GET /cgi-bin/school/user/list_parent': school.listParents,
}
const OF_KF: Record<string, Handler> = {
  'POST /cgi-bin/kf/sync_msg': kf.syncMessages,
  'POST /cgi-bin/kf/send_msg': kf.sendMessage,
  'POST /cgi-bin/kf/send_msg_on_event': kf.sendOnEvent,
}

/** Open to every token of the corporation. */
const OF_ALL: Record<string, Handler> = {
  'POST /cgi-bin/media/upload': app.uploadMedia,
}

/** The HTTP face of the API. */
export const serve = (state: State): Server =>
  createServer((request, response) => {
    handle(state, request, response).catch(() => response.destroy())
  })

const secretsFor = (name: string, { secret, kfSecret }: State): string[] => {
  if (OF_ALL[name]) return [secret, kfSecret]
  return [OF_APP[name] ? secret : kfSecret]
}

const handle = async (state: State, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const asked = await askedOf(request)
  state.calls.push({ path: asked.path, body: asked.body })
  const planned = state.faults.findIndex(({ path }) => path === '*' || asked.path.startsWith(path))
  const fault = planned < 0 ? undefined : state.faults.splice(planned, 1)[0]?.fault
  if (fault === 'hang') return
  if (fault === 'drop') {
    response.destroy()
    return
  }
  if (!fault && asked.path === '/cgi-bin/media/get') return download(state, asked, response)
  answer(response, fault ?? (await route(state, asked)))
}

const route = async (state: State, asked: app.Asked): Promise<Answer> => {
  if (asked.path === '/cgi-bin/gettoken') return app.issueToken(state, asked)
  if (asked.path === '/cgi-bin/webhook/send') return app.robotSend(state, asked)
  const name = `${asked.method} ${asked.path}`
  const handler = OF_APP[name] ?? OF_KF[name] ?? OF_ALL[name]
  if (!handler) return refuse(40066, 'invalid url')
  const fault = app.tokenFault(state, asked, secretsFor(name, state))
  return fault ?? handler(state, asked)
}

const answer = (response: ServerResponse, body: Answer): void => {
  response.writeHead(200, { 'content-type': 'application/json; charset=UTF-8' }).end(JSON.stringify(body))
}

/** Bytes, or an error as JSON, both with HTTP 200. */
const download = (state: State, asked: app.Asked, response: ServerResponse): void => {
  const fault = app.tokenFault(state, asked, [state.secret])
  const media = state.media.get(asked.query.get('media_id') ?? '')
  if (fault || !media) answer(response, fault ?? refuse(40007, 'invalid media_id'))
  else response.writeHead(200, { 'content-type': media.type }).end(media.bytes)
}

const askedOf = async (request: IncomingMessage): Promise<app.Asked> => {
  const url = new URL(request.url ?? '/', 'http://fake')
  const pieces: Buffer[] = []
  for await (const piece of request) pieces.push(piece)
  const bytes = Buffer.concat(pieces)
  const type = request.headers['content-type'] ?? ''
  const base = { method: request.method ?? 'GET', path: url.pathname, query: url.searchParams }
  if (type.startsWith('multipart/')) {
    const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData()
    return { ...base, body: undefined, form }
  }
  return { ...base, body: bytes.length > 0 ? JSON.parse(bytes.toString()) : undefined }
}
