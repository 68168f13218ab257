import * as z from 'zod'
import { type Answer, done, REFUSALS, refuse } from './answers.ts'
import { isAnswer, readCard, type Tappable } from './cards.ts'
import { botSign } from './crypto.ts'
import type { SentMessage, State } from './state.ts'

/** One request as the routes see it. */
export interface Asked {
  method: string
  path: string
  query: URLSearchParams
  body: unknown
  form?: FormData
}

const FORTNIGHT = 14 * 24 * 3600_000
const HOUR = 3600_000

const Credentials = z.object({ app_id: z.string(), app_secret: z.string() })

/** Issues a tenant token; the same one until half an hour before its end, as the platform. */
export const issueToken = (state: State, body: unknown): Answer => {
  const asked = Credentials.safeParse(body)
  if (!asked.success || asked.data.app_id !== state.appId) return refuse(10003, 'invalid param', 200)
  if (asked.data.app_secret !== state.appSecret) return refuse(10014, 'app secret invalid', 200)
  const now = Date.now()
  const held = [...state.tokens].findLast(([, until]) => until - now > 30 * 60_000)
  const token = held?.[0] ?? `t-${state.next++}-${'x'.repeat(24)}`
  const until = held?.[1] ?? now + state.tokenSeconds * 1000
  state.tokens.set(token, until)
  const body_ = { code: 0, msg: 'ok', tenant_access_token: token, expire: Math.floor((until - now) / 1000) }
  return { status: 200, body: body_ }
}

/** Whether the call carries a token that still is one. */
export const tokenFault = (state: State, authorization: string | undefined): Answer | undefined => {
  const token = /^Bearer (.+)$/.exec(authorization ?? '')?.[1]
  if (!token) return REFUSALS.noToken
  return (state.tokens.get(token) ?? 0) > Date.now() ? undefined : REFUSALS.badToken
}

const Message = z.object({
  receive_id: z.string(),
  msg_type: z.string(),
  content: z.string(),
  uuid: z.string().max(50).optional(),
})

const receiverFault = (state: State, id: string): Answer | undefined => {
  const gone = state.gone.get(id)
  if (gone) return REFUSALS[gone]
  return state.people.has(id) ? undefined : REFUSALS.badReceiver
}

const rateFault = (state: State, id: string): Answer | undefined => {
  const now = state.now()
  const times = (state.recent.get(id) ?? []).filter(at => at > now - 1000)
  state.recent.set(id, [...times, now])
  return times.length >= state.perUser ? REFUSALS.tooFast : undefined
}

/** `POST /open-apis/im/v1/messages`. */
export const createMessage = (state: State, { query, body }: Asked): Answer => {
  const asked = Message.safeParse(body)
  if (!asked.success) return refuse(99992402, 'field validation failed')
  if (query.get('receive_id_type') !== 'open_id') return REFUSALS.badReceiver
  const { receive_id, msg_type, content, uuid } = asked.data
  const twin = uuid === undefined ? undefined : state.uuids.get(uuid)
  if (twin && state.now() - twin.at < HOUR) return done({ message_id: twin.message_id })
  const shown = contentOf(state, msg_type, content)
  const fault = receiverFault(state, receive_id) ?? ('status' in shown ? shown : rateFault(state, receive_id))
  if (fault || 'status' in shown) return fault ?? REFUSALS.badParam
  const message: SentMessage = {
    message_id: `om_${String(state.next++).padStart(8, '0')}`,
    receive_id,
    msg_type,
    ...shown,
    at: state.now(),
    edits: 0,
  }
  state.sent.push(message)
  if (uuid !== undefined) state.uuids.set(uuid, message)
  return done({ message_id: message.message_id, msg_type, create_time: String(message.at) })
}

const Text = z.object({ text: z.string().min(1) })
const Image = z.object({ image_key: z.string() })

/** What a message shows, or the refusal of its content. */
const contentOf = (state: State, type: string, content: string): { say: string; tappable: Tappable[] } | Answer => {
  if (type === 'interactive') return readCard(content)
  if (type === 'text') {
    if (Buffer.byteLength(content) > 150 * 1024) return REFUSALS.tooLong
    const text = Text.safeParse(JSON.parse(content))
    return text.success ? { say: text.data.text, tappable: [] } : REFUSALS.badParam
  }
  if (type === 'image') {
    const image = Image.safeParse(JSON.parse(content))
    const known = image.success && state.images.has(image.data.image_key)
    return known
      ? { say: `[image ${image.data.image_key}]`, tappable: [] }
      : refuse(230017, 'Bot is NOT the owner of the resource.')
  }
  return REFUSALS.badParam
}

/** `PATCH /open-apis/im/v1/messages/:id`: a card of at most fourteen days. */
export const patchMessage = (state: State, { path, body }: Asked): Answer => {
  const message = state.sent.find(one => one.message_id === path.split('/').at(-1))
  if (!message) return REFUSALS.noMessage
  if (state.now() - message.at > FORTNIGHT) return REFUSALS.tooOld
  const asked = z.object({ content: z.string() }).safeParse(body)
  if (!asked.success) return REFUSALS.badParam
  const card = readCard(asked.data.content)
  if (isAnswer(card)) return card
  Object.assign(message, { ...card, edits: message.edits + 1 })
  return done()
}

/** `POST /open-apis/im/v1/images`. */
export const uploadImage = async (state: State, { form }: Asked): Promise<Answer> => {
  const image = form?.get('image')
  if (form?.get('image_type') !== 'message' || !(image instanceof File)) return refuse(234001, 'Invalid request param.')
  if (image.size === 0) return refuse(234010, "File's size can't be 0.")
  if (image.size > 10 * 1024 * 1024) return refuse(234006, 'The file size exceed the max value.')
  const key = `img_v3_${state.next++}`
  state.images.set(key, new Uint8Array(await image.arrayBuffer()))
  return done({ image_key: key })
}

const GroupMessage = z.object({
  timestamp: z.string().optional(),
  sign: z.string().optional(),
  msg_type: z.string(),
  content: z.record(z.string(), z.unknown()).optional(),
  card: z.record(z.string(), z.unknown()).optional(),
})

/** A custom bot of a group: `POST /open-apis/bot/v2/hook/:id`. */
export const groupBot = async (state: State, { path, body }: Asked): Promise<Answer> => {
  const bot = state.groupBots.get(path.split('/').at(-1) ?? '')
  const asked = GroupMessage.safeParse(body)
  if (!bot || bot.off) return refuse(19001, 'param invalid: incoming webhook access token invalid', 200)
  if (!asked.success) return refuse(9499, 'Bad Request', 200)
  const now = Date.now()
  bot.recent = bot.recent.filter(at => at > now - 1000)
  if (bot.recent.length >= 5) return refuse(11232, 'frequency limited psm[lark.oapi.app_platform_runtime]', 200)
  bot.recent.push(now)
  const { timestamp = '', sign } = asked.data
  const stale = Math.abs(now / 1000 - Number(timestamp)) > 3600
  if (bot.secret && (stale || sign !== (await botSign(timestamp, bot.secret)))) {
    return refuse(19021, 'sign match fail or timestamp is not within one hour from current time', 200)
  }
  if (Buffer.byteLength(JSON.stringify(body)) > 20 * 1024) return refuse(9499, 'Bad Request: too large', 200)
  bot.heard.push(asked.data.content ?? asked.data.card)
  return { status: 200, body: { code: 0, msg: 'success', data: {}, StatusCode: 0, StatusMessage: 'success' } }
}
