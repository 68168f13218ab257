import * as z from 'zod'
import { type Answer, done, isRefusal, REFUSALS, refuse } from './answers.ts'
import { readCard } from './cards.ts'
import type { SentMessage, State, Tappable } from './state.ts'

export interface Asked {
  method: string
  path: string
  query: URLSearchParams
  body: unknown
  form?: FormData
}

const HOUR = 3600_000
const LONGEST_TEXT = 2048
/** Messages to one member in a minute; what is more vanishes. */
const PER_MEMBER = 30

/** `GET /cgi-bin/gettoken`. */
export const issueToken = (state: State, { query }: Asked): Answer => {
  if (query.get('corpid') !== state.corpId) return REFUSALS.badCorp
  const secret = query.get('corpsecret') ?? ''
  if (secret === '' || ![state.secret, state.kfSecret].includes(secret)) return REFUSALS.badSecret
  const held = [...state.tokens].find(([, one]) => one.secret === secret && one.until > Date.now())
  state.issued += 1
  const token = held?.[0] ?? `token-${state.next++}`
  if (!held) state.tokens.set(token, { secret, until: Date.now() + state.tokenSeconds * 1000 })
  return done({ access_token: token, expires_in: state.tokenSeconds })
}

/** Whether the call carries a token of one of these secrets that still is one. */
export const tokenFault = (state: State, { query }: Asked, secrets: readonly string[]): Answer | undefined => {
  const given = query.get('access_token')
  if (!given) return REFUSALS.noToken
  const token = state.tokens.get(given)
  if (!token) return REFUSALS.badToken
  if (token.until <= Date.now()) return REFUSALS.oldToken
  return secrets.includes(token.secret) ? undefined : refuse(48002, 'api forbidden')
}

const Send = z.looseObject({ touser: z.string(), msgtype: z.string(), agentid: z.int() })

/** The platform cuts a text at its limit without a word, inside a character if need be. */
const asShown = (text: string): string => Buffer.from(text).subarray(0, LONGEST_TEXT).toString()

/** `POST /cgi-bin/message/send`. */
export const sendMessage = (state: State, { body }: Asked): Answer => {
  const asked = Send.safeParse(body)
  if (!asked.success) return REFUSALS.badParam
  if (asked.data.agentid !== state.agentId) return REFUSALS.otherAgent
  const users = asked.data.touser.split('|').filter(Boolean)
  if (users.length === 0) return refuse(82001, 'touser & toparty & totag all empty')
  const invalid = users.filter(user => !state.members.has(user))
  if (invalid.length === users.length) return REFUSALS.nobody
  const shown = contentOf(state, asked.data.msgtype, asked.data)
  if (isRefusal(shown)) return shown
  const unlicensed = users.filter(user => state.unlicensed.has(user))
  const card = 'taskId' in shown && typeof shown.taskId === 'string' ? shown.taskId : undefined
  if (card !== undefined && state.taskIds.has(card)) return refuse(42014, 'template_card.task_id repeated')
  if (card !== undefined) state.taskIds.add(card)
  const code = card === undefined ? undefined : `rc-${state.next++}`
  for (const user of users.filter(one => !invalid.includes(one) && !unlicensed.includes(one))) {
    const message: SentMessage = {
      to: user,
      where: 'app',
      type: asked.data.msgtype,
      passive: false,
      at: state.now(),
      ...shown,
    }
    if (code !== undefined) {
      message.responseCode = code
      state.responseCodes.set(code, { message, at: state.now(), used: false })
    }
    deliver(state, message)
  }
  return done({
    msgid: `msg-${state.next++}`,
    ...(code === undefined ? {} : { response_code: code }),
    ...(invalid.length > 0 ? { invaliduser: invalid.join('|') } : {}),
    ...(unlicensed.length > 0 ? { unlicenseduser: unlicensed.join('|') } : {}),
  })
}

const deliver = (state: State, message: SentMessage): void => {
  const recent = state.sent.filter(one => one.to === message.to && one.where === 'app' && one.at > state.now() - 60_000)
  if (recent.length >= PER_MEMBER) state.dropped.push(message)
  else state.sent.push(message)
}

const Text = z.object({ text: z.object({ content: z.string() }) })
const Card = z.object({ template_card: z.unknown() })
const Image = z.object({ image: z.object({ media_id: z.string() }) })
const News = z.object({
  news: z.object({
    articles: z.array(z.object({ title: bytes(128), description: z.string().optional(), url: bytes(2048) })),
  }),
})

function bytes(most: number) {
  return z.string().refine(text => text !== '' && Buffer.byteLength(text) <= most)
}

interface Shown {
  say: string
  tappable: Tappable[]
  taskId?: string | undefined
  url?: string
}

const contentOf = (state: State, type: string, body: unknown): Shown | Answer => {
  if (type === 'text') {
    const text = Text.safeParse(body)
    if (!text.success) return REFUSALS.badParam
    return text.data.text.content === '' ? REFUSALS.empty : { say: asShown(text.data.text.content), tappable: [] }
  }
  if (type === 'template_card') {
    if (!state.hasCallback) return REFUSALS.noCallback
    const card = Card.safeParse(body)
    return card.success ? readCard(card.data.template_card) : REFUSALS.badParam
  }
  if (type === 'image') {
    const image = Image.safeParse(body)
    const known = image.success && state.media.has(image.data.image.media_id)
    return known ? { say: `[image ${image.data.image.media_id}]`, tappable: [] } : refuse(40007, 'invalid media_id')
  }
  if (type === 'news') return newsOf(body)
  return refuse(40008, 'invalid message type')
}

const newsOf = (body: unknown): Shown | Answer => {
  const news = News.safeParse(body)
  if (!news.success) return refuse(45002, 'news out of limit')
  const [first, ...more] = news.data.news.articles
  if (!first || more.length > 7) return refuse(45008, 'news article size out of limit')
  return { say: [first.title, first.description].filter(Boolean).join('\n'), tappable: [], url: first.url }
}

const Update = z.object({
  userids: z.array(z.string()),
  agentid: z.int(),
  response_code: z.string(),
  button: z.object({ replace_name: z.string().min(1) }),
})

/** `POST /cgi-bin/message/update_template_card`: once per response code, for 72 hours. */
export const updateCard = (state: State, { body }: Asked): Answer => {
  const asked = Update.safeParse(body)
  if (!asked.success) return REFUSALS.badParam
  const known = state.responseCodes.get(asked.data.response_code)
  if (!known || known.used || state.now() - known.at > 72 * HOUR) return REFUSALS.badResponseCode
  known.used = true
  known.message.tappable = []
  known.message.say += `\n(${asked.data.button.replace_name})`
  return done()
}

/** `POST /cgi-bin/media/upload?type=image`. */
export const uploadMedia = async (state: State, { query, form }: Asked): Promise<Answer> => {
  const media = form?.get('media')
  if (query.get('type') !== 'image' || !(media instanceof File)) return refuse(40004, 'invalid media type')
  if (media.size <= 5) return refuse(40006, 'invalid media size')
  if (media.size > 10 * 1024 * 1024) return refuse(45001, 'media size out of limit')
  const id = `media-${state.next++}`
  state.media.set(id, { type: 'image/png', bytes: new Uint8Array(await media.arrayBuffer()) })
  return done({ type: 'image', media_id: id, created_at: String(Math.floor(state.now() / 1000)) })
}

/** `POST /cgi-bin/webhook/send?key=`: a robot of a group. */
export const robotSend = (state: State, { query, body }: Asked): Answer => {
  const robot = state.robots.get(query.get('key') ?? '')
  if (!robot || robot.gone) return REFUSALS.robotGone
  robot.recent = robot.recent.filter(at => at > state.now() - 60_000)
  if (robot.recent.length >= 20) return REFUSALS.tooFast
  const text = Text.safeParse(body)
  const markdown = z.object({ markdown: z.object({ content: z.string() }) }).safeParse(body)
  const content = text.data?.text.content ?? markdown.data?.markdown.content ?? ''
  if (content === '') return REFUSALS.empty
  if (Buffer.byteLength(content) > (text.success ? 2048 : 4096)) return refuse(40058, 'content exceed max length')
  robot.recent.push(state.now())
  robot.heard.push(content)
  return done()
}
