import * as z from 'zod'
import { type Answer, done, REFUSALS, refuse } from './answers.ts'
import type { Asked } from './api.ts'
import { KFID, type SentMessage, type State, type Tappable } from './state.ts'

const WINDOW = 48 * 3600_000
const MOST = 5

const Sync = z.object({
  cursor: z.string().optional(),
  token: z.string().optional(),
  limit: z.int().min(1).max(1000).optional(),
  open_kfid: z.string(),
})

/** `POST /cgi-bin/kf/sync_msg`: the feed behind a cursor. */
export const syncMessages = (state: State, { body }: Asked): Answer => {
  const asked = Sync.safeParse(body)
  if (!asked.success || asked.data.open_kfid !== KFID) return refuse(95000, 'invalid open_kfid')
  const { cursor = '', limit = 1000 } = asked.data
  const from = cursor === '' ? 0 : Number(cursor.replace('cursor-', ''))
  if (!Number.isInteger(from)) return refuse(95007, 'invalid msg token')
  const list = state.feed.slice(from, from + limit)
  const next = from + list.length
  return done({ next_cursor: `cursor-${next}`, has_more: next < state.feed.length ? 1 : 0, msg_list: list })
}

const bytes = (most: number) => z.string().refine(text => text !== '' && Buffer.byteLength(text) <= most)

const Menu = z.object({
  head_content: z
    .string()
    .refine(text => Buffer.byteLength(text) <= 1024)
    .optional(),
  list: z
    .array(
      z.union([
        z.object({ type: z.literal('click'), click: z.object({ id: bytes(64).optional(), content: bytes(128) }) }),
        z.object({ type: z.literal('view'), view: z.object({ url: bytes(2048), content: bytes(1024) }) }),
      ]),
    )
    .max(10),
  tail_content: z.string().optional(),
})

const Send = z.object({
  touser: z.string(),
  open_kfid: z.literal(KFID),
  msgtype: z.enum(['text', 'msgmenu', 'image', 'link']),
  text: z.object({ content: bytes(2048) }).optional(),
  msgmenu: Menu.optional(),
  image: z.object({ media_id: z.string() }).optional(),
})

type Shown = Pick<SentMessage, 'say' | 'tappable'>

const shownOf = ({ text, msgmenu, image }: z.infer<typeof Send>): Shown | undefined => {
  if (text) return { say: text.content, tappable: [] }
  if (image) return { say: `[image ${image.media_id}]`, tappable: [] }
  if (!msgmenu) return undefined
  const clicks = msgmenu.list.flatMap((one): Tappable[] =>
    one.type === 'click' ? [{ label: one.click.content, kind: 'menu', key: one.click.id ?? '' }] : [],
  )
  return { say: [msgmenu.head_content, msgmenu.tail_content].filter(Boolean).join('\n'), tappable: clicks }
}

const keep = (state: State, to: string, type: string, shown: Shown): Answer => {
  state.sent.push({ to, where: 'kf', type, passive: false, at: state.now(), ...shown })
  return done({ msgid: `kf-${state.next++}` })
}

/** `POST /cgi-bin/kf/send_msg`: five within 48 hours of the person's last word. */
export const sendMessage = (state: State, { body }: Asked): Answer => {
  const asked = Send.safeParse(body)
  if (!asked.success) return REFUSALS.badParam
  const shown = shownOf(asked.data)
  const window = state.kfUsers.get(asked.data.touser)
  if (!shown) return REFUSALS.badParam
  if (!window || state.now() - window.at > WINDOW) return REFUSALS.kfSession
  if (window.sent >= MOST) return REFUSALS.kfLimit
  window.sent += 1
  return keep(state, asked.data.touser, asked.data.msgtype, shown)
}

const Welcome = z.object({
  code: z.string(),
  msgtype: z.enum(['text', 'msgmenu']),
  text: z.object({ content: bytes(2048) }).optional(),
  msgmenu: Menu.optional(),
})

/** `POST /cgi-bin/kf/send_msg_on_event`: one message to somebody who came in, within 20 seconds. */
export const sendOnEvent = (state: State, { body }: Asked): Answer => {
  const asked = Welcome.safeParse(body)
  if (!asked.success) return REFUSALS.badParam
  const welcome = state.welcome.get(asked.data.code)
  if (!welcome || welcome.until < state.now()) return refuse(95014, 'invalid welcome code')
  state.welcome.delete(asked.data.code)
  const shown = shownOf({ touser: welcome.user, open_kfid: KFID, ...asked.data })
  return shown ? keep(state, welcome.user, asked.data.msgtype, shown) : REFUSALS.badParam
}
