import { type Courier, courier } from './courier.ts'
import { type People, peopleOf } from './people.ts'
import { serve } from './server.ts'
import { type Fault, newState, type Options, type SentMessage, type State } from './state.ts'

export { REFUSALS, refuse } from './answers.ts'
export { KFID } from './state.ts'

export interface FakeWecom extends People {
  /** The root of the API, for `WECOM_API_ROOT`. */
  url: string
  state: State
  sent: SentMessage[]
  sentTo(who: string, where?: SentMessage['where']): SentMessage[]
  /** Lets the next calls of a path (its beginning, or `*`) fail so. */
  failNext(path: string, fault: Fault, times?: number): void
  /** Every token ends now, as when the platform revokes them early. */
  revokeTokens(): void
  useWebhook(url: string): void
  again: Courier['again']
  verify: Courier['verify']
  /** The feed gives its newest message once more, as to an app that has lost its place. */
  replay(): void
  addRobot(key: string): { heard: unknown[]; remove(): void }
  close(): Promise<void>
}

/** A server that speaks WeCom's API and calls back as its documents say. */
export const startFakeWecom = async (options: Options): Promise<FakeWecom> => {
  const state = newState(options)
  let webhook = ''
  const server = serve(state)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const callbacks = courier(state, () => webhook)
  return {
    ...peopleOf(state, callbacks),
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    state,
    sent: state.sent,
    sentTo: (who, where) => state.sent.filter(one => one.to === who && (where === undefined || one.where === where)),
    failNext(path, fault, times = 1) {
      for (let n = 0; n < times; n += 1) state.faults.push({ path, fault })
    },
    revokeTokens: () => state.tokens.clear(),
    useWebhook(url) {
      webhook = url
    },
    again: callbacks.again,
    verify: callbacks.verify,
    replay() {
      const last = state.feed.at(-1)
      if (last) state.feed.push(last)
    },
    addRobot(key) {
      const robot = { heard: [], recent: [], gone: false }
      state.robots.set(key, robot)
      return {
        heard: robot.heard,
        remove: () => {
          robot.gone = true
        },
      }
    },
    async close() {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}
