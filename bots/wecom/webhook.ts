import type { Context, Handler } from 'hono'
import { NotStored, type TakeTurn } from '../../src/chat/channel.ts'
import type { Inbound } from '../../src/chat/inbound.ts'
import type { Reply } from '../../src/chat/reply.ts'
import { cutText } from '../../src/chat/split.ts'
import { type Parsed, parseMessage } from './parse.ts'
import { passiveText } from './render.ts'
import { openBody, openEcho, sealAnswer, type WecomKeys } from './verify.ts'
import { wordsBeside } from './words.ts'
import { cdata } from './xml.ts'

/** The largest callback that is read, in bytes. Real ones stay under a few kilobytes. */
const LARGEST_BODY = 256 * 1024

/** Letters of the word that replaces a tapped card's button. */
const LONGEST_BUTTON = 10

export interface HookDeps {
  agentId: number
  eventId: (...parts: string[]) => string
  now: () => number
  random: (n: number) => Uint8Array
  take: TakeTurn
  /** The reply that showed this choice, while it is kept. */
  shown: (account: string, choice: string) => Promise<Reply | undefined>
  /** Reads the feed of 微信客服; throws when it must be tried again. */
  feed: (openKfId: string, token: string) => Promise<void>
  onSchool: () => void
  onUnknown: (kind: string) => void
}

const queryOf = (c: Context) => ({
  msg_signature: c.req.query('msg_signature'),
  timestamp: c.req.query('timestamp'),
  nonce: c.req.query('nonce'),
})

/** `GET /hooks/wecom`: WeCom asks whether we hold the keys; the answer is the bare text inside. */
export const verification =
  (keys: WecomKeys): Handler =>
  c => {
    const message = openEcho(queryOf(c), c.req.query('echostr'), keys)
    return message === undefined ? c.body(null, 401) : c.body(message, 200)
  }

/**
 * `POST /hooks/wecom`. 200 says that the turn is on disk, 503 that WeCom must come again; whoever is not WeCom gets 401
 * and no reason. One short answer travels in the response itself, which needs no call and no listed address.
 */
export const webhook =
  (keys: WecomKeys, deps: HookDeps): Handler =>
  async c => {
    const body = await readBody(c)
    const inner = body === undefined ? undefined : openBody(queryOf(c), body, keys)
    if (inner === undefined) return c.body(null, 401)
    const parsed = parseMessage(inner, { agentId: deps.agentId, eventId: deps.eventId, now: deps.now() })
    try {
      const answer = await answerOf(parsed, deps)
      if (!answer) return c.body(null, 200)
      const sealed = sealAnswer(answer, keys, Math.floor(deps.now() / 1000), deps.random(16))
      return c.body(sealed, 200, { 'Content-Type': 'text/xml; charset=utf-8' })
    } catch (error) {
      if (error instanceof NotStored) return c.body(null, 503)
      throw error
    }
  }

/** The passive answer as XML, or nothing. */
const answerOf = async (parsed: Parsed, deps: HookDeps): Promise<string | undefined> => {
  switch (parsed.is) {
    case 'ignored':
      deps.onUnknown(parsed.kind)
      return undefined
    case 'school':
      deps.onSchool()
      return undefined
    case 'kf':
      await deps.feed(parsed.openKfId, parsed.token)
      return undefined
    case 'turn': {
      const { replies } = await deps.take(parsed.inbound)
      const text = passiveText(replies)
      return text === undefined
        ? undefined
        : passive(parsed.inbound, deps, `<MsgType><![CDATA[text]]></MsgType><Content>${cdata(text)}</Content>`)
    }
    case 'tap': {
      const { limited } = await deps.take(parsed.inbound)
      return limited ? undefined : passive(parsed.inbound, deps, await replacedButton(parsed.inbound, deps))
    }
  }
}

const passive = ({ account }: Inbound, { now }: HookDeps, inner: string): string =>
  `<xml><ToUserName>${cdata(account)}</ToUserName><CreateTime>${Math.floor(now() / 1000)}</CreateTime>${inner}</xml>`

/** The tapped card shows what was taken, and takes no second tap. */
const replacedButton = async ({ account, content }: Inbound, { shown }: HookDeps): Promise<string> => {
  const id = content.kind === 'choice' ? content.id : ''
  const reply = await shown(account, id).catch(() => undefined)
  const label = reply?.choices?.find(choice => choice.id === id)?.label ?? wordsBeside(reply?.say ?? '好').got
  return `<MsgType><![CDATA[update_button]]></MsgType><Button><ReplaceName>${cdata(cutText(label, LONGEST_BUTTON))}</ReplaceName></Button>`
}

/** The body as text; undefined once it is over the limit, the rest of it unread. */
const readBody = async (c: Context): Promise<string | undefined> => {
  if (Number(c.req.header('content-length') ?? 0) > LARGEST_BODY) return undefined
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of c.req.raw.body ?? []) {
    size += piece.byteLength
    if (size > LARGEST_BODY) return undefined
    pieces.push(piece)
  }
  return Buffer.concat(pieces).toString()
}
