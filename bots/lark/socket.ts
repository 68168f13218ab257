import type { WSClient } from '@larksuiteoapi/node-sdk'
import { type LarkApp, SILENT } from './client.ts'
import { answerPush, type HookDeps } from './webhook.ts'

export type Log = (event: string, fields: Record<string, string | number>) => void

/** The push could not be stored: the platform must send it again. */
class PushAgain extends Error {
  override name = 'PushAgain'
}

/**
 * The long connection: Lark's pushes without a public address, through the SDK, which keeps it open. Pushes come in
 * the clear over a connection that the app's own secret opened, so nothing is verified again. Resolves once it began;
 * the SDK tries on by itself.
 */
export const openSocket = async (app: LarkApp, deps: HookDeps, log: Log): Promise<Pick<WSClient, 'close'>> => {
  const { EventDispatcher, WSClient } = await import('@larksuiteoapi/node-sdk')
  class Pushes extends EventDispatcher {
    override async invoke(payload: unknown): Promise<unknown> {
      const answer = await answerPush(payload, deps)
      if (answer === 'again') throw new PushAgain('not stored')
      return answer === 'refused' ? undefined : answer
    }
  }
  const client = new WSClient({
    ...app,
    logger: SILENT,
    onError: () =>
      log('lark.socket.failed', { mend: 'LARK_APP_ID, LARK_APP_SECRET and the long connection of the app' }),
    onReconnecting: () => log('lark.socket.reconnecting', {}),
  })
  await client.start({ eventDispatcher: new Pushes({ logger: SILENT }) })
  return client
}
