import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { type Answer, badRequest, refuse } from './answers.ts'
import type { Fault, Faults } from './faults.ts'
import { carryOut } from './methods.ts'
import { readParams } from './params.ts'
import type { State } from './state.ts'

/** Listens on a free port of this machine; resolves to the origin. */
export const listen = async (server: Server): Promise<string> => {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
}

const API = /^\/(file\/)?bot([^/]+)\/(.+)$/

/** The HTTP face of the fake: `/bot<token>/<method>` and `/file/bot<token>/<path>`. */
export const serve = (state: State, faults: Faults): Server =>
  createServer((request, response) => {
    handle(state, faults, request, response).catch(() => response.destroy())
  })

const handle = async (
  state: State,
  faults: Faults,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const url = new URL(request.url ?? '/', 'http://fake')
  const [, isFile, token = '', name = ''] = API.exec(decodeURI(url.pathname)) ?? []
  if (token !== state.token) return answer(response, strangerAnswer(token))
  if (isFile) return download(state, name, response)
  const params = await readParams(await bodyOf(request), request.headers['content-type'] ?? '', url.searchParams)
  if (!params) return answer(response, badRequest("can't parse the request body"))
  state.calls.push({ method: name, params, at: Date.now() })
  const fault = faults.next(name)
  if (fault) return suffer(state, fault, () => carryOut(state, name, params), response)
  answer(response, await carryOut(state, name, params))
}

/** A token of the right form that nobody has is 401; what is no token at all is no address. */
const strangerAnswer = (token: string): Answer =>
  /^\d+:[\w-]+$/.test(token) ? refuse(401, 'Unauthorized') : refuse(404, 'Not Found')

const suffer = async (
  state: State,
  fault: Fault,
  task: () => Promise<Answer>,
  response: ServerResponse,
): Promise<void> => {
  if (fault === 'hang') return
  if (fault === 'drop') return void response.destroy()
  if (fault === 'lost') return void task().then(() => response.destroy())
  if (fault === 'slow') return void setTimeout(() => task().then(done => answer(response, done)), state.slowMs)
  if ('raw' in fault) return void response.writeHead(fault.status, { 'content-type': 'text/html' }).end(fault.raw)
  answer(response, { ...fault, ok: false })
}

const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const pieces: Buffer[] = []
  for await (const piece of request) pieces.push(piece)
  return Buffer.concat(pieces)
}

const answer = (response: ServerResponse, said: Answer): void => {
  const status = said.ok ? 200 : said.error_code
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(said))
}

const download = (state: State, path: string, response: ServerResponse): void => {
  const file = [...state.files.values()].find(each => each.path === path)
  if (file) response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(file.bytes)
  else answer(response, refuse(404, 'Not Found'))
}
