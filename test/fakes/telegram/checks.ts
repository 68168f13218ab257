import * as z from 'zod'
import { type Answer, badRequest, refuse, tooMany } from './answers.ts'
import { intOf, jsonOf, type Params, textOf } from './params.ts'
import type { Button, Gone, State } from './state.ts'

const MOST_BUTTONS = 100

const GONE: Record<Gone, string> = {
  blocked: 'Forbidden: bot was blocked by the user',
  deactivated: 'Forbidden: user is deactivated',
  kicked: 'Forbidden: bot was kicked from the group chat',
  deleted: 'Forbidden: the group chat was deleted',
}

/** The chat of a call, or why nothing can be sent there. */
export const reachable = (state: State, params: Params): number | Answer => {
  const chat = intOf(params, 'chat_id')
  if (textOf(params, 'chat_id') === '') return badRequest('chat_id is empty')
  if (chat === undefined) return badRequest('chat not found')
  const movedTo = state.migrated.get(chat)
  if (movedTo !== undefined) {
    return badRequest('group chat was upgraded to a supergroup chat', { migrate_to_chat_id: movedTo })
  }
  const gone = state.gone.get(chat)
  if (gone) return refuse(403, GONE[gone])
  return state.anyChat || state.chats.has(chat) ? chat : badRequest('chat not found')
}

/** The refusal of a text by its length in UTF-16 units, white space at the ends not counted. */
export const textFault = (text: string, longest = 4096): Answer | undefined => {
  if (text === '') return badRequest('message text is empty')
  return text.length > longest ? badRequest('message is too long') : undefined
}

export const captionFault = (caption: string): Answer | undefined =>
  caption.length > 1024 ? badRequest('message caption is too long') : undefined

const Markup = z.object({
  inline_keyboard: z.array(z.array(z.object({ text: z.string().min(1), callback_data: z.string().optional() }))),
})

/** The inline keyboard of a call, or why it is not taken. */
export const keyboardOf = (params: Params): Button[][] | Answer => {
  if (params.reply_markup === undefined) return []
  const markup = Markup.safeParse(safeJson(params))
  if (!markup.success) return badRequest('object expected as reply markup')
  const rows = markup.data.inline_keyboard.map(row => row.map(b => ({ ...b, callback_data: b.callback_data ?? '' })))
  const buttons = rows.flat()
  if (buttons.length > MOST_BUTTONS) return badRequest('reply markup is too long')
  const sizes = buttons.map(({ callback_data }) => Buffer.byteLength(callback_data))
  return sizes.some(bytes => bytes < 1 || bytes > 64) ? badRequest('BUTTON_DATA_INVALID') : rows
}

const safeJson = (params: Params): unknown => {
  try {
    return jsonOf(params, 'reply_markup')
  } catch {
    return undefined
  }
}

export const isAnswer = (value: unknown): value is Answer =>
  typeof value === 'object' && value !== null && 'ok' in value && typeof value.ok === 'boolean'

/** Counts one message against the configured rates; the refusal when it is one too many. */
export const rateFault = ({ limits, recent }: State, chat: number, now: number): Answer | undefined => {
  if (limits.overall !== undefined) {
    recent.all = recent.all.filter(at => at > now - 1000)
    if (recent.all.length >= limits.overall) return tooMany(1)
  }
  if (limits.perChat) {
    const { perSecond, burst } = limits.perChat
    const window = (burst / perSecond) * 1000
    const times = (recent.chats.get(chat) ?? []).filter(at => at > now - window)
    if (times.length >= burst) return tooMany(Math.max(1, Math.ceil((window - (now - (times[0] ?? now))) / 1000)))
    recent.chats.set(chat, [...times, now])
  }
  if (limits.overall !== undefined) recent.all.push(now)
  return undefined
}
