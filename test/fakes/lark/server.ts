import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { type Answer, refuse } from './answers.ts'
import { type Asked, createMessage, groupBot, issueToken, patchMessage, tokenFault, uploadImage } from './api.ts'
import type { Fault, State } from './state.ts'

const SLOW_MS = 300

/** The HTTP face of the open platform. `endpoint` answers where the long connection is. */
export const serve = (state: State, endpoint: (body: unknown) => Answer): Server =>
  createServer((request, response) => {
    handle(state, endpoint, request, response).catch(() => response.destroy())
  })

const handle = async (
  state: State,
  endpoint: (body: unknown) => Answer,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const asked = await askedOf(request)
  state.calls.push({ path: asked.path, body: asked.body })
  const planned = state.faults.findIndex(({ path }) => path === '*' || asked.path.startsWith(path))
  const fault = planned < 0 ? undefined : state.faults.splice(planned, 1)[0]?.fault
  const task = () => route(state, endpoint, asked, request.headers.authorization)
  if (fault) return suffer(fault, task, response)
  answer(response, await task())
}

const route = async (
  state: State,
  endpoint: (body: unknown) => Answer,
  asked: Asked,
  authorization: string | undefined,
): Promise<Answer> => {
  const { method, path, body } = asked
  if (path === '/open-apis/auth/v3/tenant_access_token/internal') return issueToken(state, body)
  if (path === '/callback/ws/endpoint') return endpoint(body)
  if (path.startsWith('/open-apis/bot/v2/hook/')) return groupBot(state, asked)
  const fault = tokenFault(state, authorization)
  if (fault) return fault
  if (method === 'POST' && path === '/open-apis/im/v1/messages') return createMessage(state, asked)
  if (method === 'PATCH' && path.startsWith('/open-apis/im/v1/messages/')) return patchMessage(state, asked)
  if (method === 'POST' && path === '/open-apis/im/v1/images') return uploadImage(state, asked)
  return refuse(99991400 + 1, 'not found', 404)
}

const suffer = async (fault: Fault, task: () => Promise<Answer>, response: ServerResponse): Promise<void> => {
  if (fault === 'hang') return
  if (fault === 'drop') return void response.destroy()
  if (fault === 'slow') return void setTimeout(() => task().then(done => answer(response, done)), SLOW_MS)
  answer(response, fault)
}

const answer = (response: ServerResponse, { status, body, headers }: Answer): void => {
  response
    .writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers })
    .end(JSON.stringify(body))
}

const askedOf = async (request: IncomingMessage): Promise<Asked> => {
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
