import { done, refuse } from './answers.ts'
import { type Courier, courier } from './courier.ts'
import { type People, peopleOf } from './people.ts'
import { serve } from './server.ts'
import { longConnection } from './socket.ts'
import { type Fault, type Gone, newState, type Options, type SentMessage, type State } from './state.ts'

export { REFUSALS, refuse } from './answers.ts'

export interface FakeLark extends People {
  /** The origin, for `LARK_DOMAIN`. */
  url: string
  sent: SentMessage[]
  calls: State['calls']
  images: State['images']
  /** What the client showed after taps, such as `success 记好了` and `error 200340`. */
  toasts: string[]
  sentTo(openId: string): SentMessage[]
  /** Lets the next calls of a path (its beginning, or `*`) fail so. */
  failNext(path: string, fault: Fault, times?: number): void
  /** Nothing can be sent to this person from now on. */
  lose(openId: string, how: Gone): void
  /** Makes a person known without a word from them. */
  meet(openId: string): void
  /** Every token ends now, as when the secret was reset. */
  expireTokens(): void
  /** The group's custom bot; resolves to the address it is written to. */
  addGroupBot(id: string, secret: string): { url: string; heard: unknown[]; turnOff(): void }
  /** Sends events to this webhook. */
  useWebhook(url: string): void
  /** Sends events over the long connection, once the app has opened it. */
  useSocket(): void
  socket: ReturnType<typeof longConnection>
  again: Courier['again']
  close(): Promise<void>
}

/** A server that speaks the open platform as its documents do: tokens, limits, codes, events and card callbacks. */
export const startFakeLark = async (options: Options): Promise<FakeLark> => {
  const state = newState(options)
  let webhook = ''
  const server = serve(state, body => endpoint(state, body, url))
  const socket = longConnection(server)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : ''
  const url = `http://127.0.0.1:${port}`
  const http = courier(state, () => webhook)
  let line: Courier | typeof socket.line = http
  const toasts: string[] = []
  const people = peopleOf(
    state,
    { event: payload => line.event(payload), callback: payload => line.callback(payload) },
    toasts,
  )
  return {
    ...people,
    url,
    sent: state.sent,
    calls: state.calls,
    images: state.images,
    toasts,
    socket,
    again: http.again,
    sentTo: openId => state.sent.filter(message => message.receive_id === openId),
    failNext(path, fault, times = 1) {
      for (let n = 0; n < times; n += 1) state.faults.push({ path, fault })
    },
    lose: (openId, how) => void state.gone.set(openId, how),
    meet: openId => void state.people.add(openId),
    expireTokens: () => state.tokens.clear(),
    addGroupBot(id, secret) {
      const bot = { secret, heard: [], off: false, recent: [] }
      state.groupBots.set(id, bot)
      return {
        url: `${url}/open-apis/bot/v2/hook/${id}`,
        heard: bot.heard,
        turnOff: () => {
          bot.off = true
        },
      }
    },
    useWebhook(target) {
      webhook = target
      line = http
    },
    useSocket() {
      line = socket.line
    },
    async close() {
      socket.close()
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

/** Where the long connection is, for an app that gives its id and secret. */
const endpoint = (state: State, body: unknown, url: string) => {
  const asked = typeof body === 'object' && body !== null ? { AppID: '', AppSecret: '', ...body } : undefined
  if (asked?.AppID !== state.appId || asked.AppSecret !== state.appSecret)
    return refuse(1000040345, 'app secret invalid', 200)
  return done({
    URL: `${url.replace('http', 'ws')}/ws?device_id=1&service_id=1`,
    ClientConfig: { ReconnectCount: -1, ReconnectInterval: 1, ReconnectNonce: 0, PingInterval: 120 },
  })
}
