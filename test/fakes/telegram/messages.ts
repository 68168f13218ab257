import { type Answer, badRequest, done, refuse } from './answers.ts'
import { captionFault, isAnswer, keyboardOf, rateFault, reachable, textFault } from './checks.ts'
import { intOf, isUpload, type Params, textOf } from './params.ts'
import { asMessage, type Button, type SentMessage, type State } from './state.ts'

const MOST_UPLOAD = { photo: 10 * 1024 * 1024, document: 50 * 1024 * 1024 }

const keep = (state: State, method: string, chat: number, text: string, buttons: Button[][]): SentMessage => {
  const message = { chat_id: chat, message_id: state.nextMessage++, method, text, buttons, at: Date.now(), edits: 0 }
  state.sent.push(message)
  state.messages.set(`${chat}:${message.message_id}`, message)
  return message
}

export const sendMessage = (state: State, params: Params): Answer => {
  const chat = reachable(state, params)
  if (isAnswer(chat)) return chat
  const text = textOf(params, 'text').trim()
  const buttons = keyboardOf(params)
  const fault = textFault(text) ?? (isAnswer(buttons) ? buttons : rateFault(state, chat, Date.now()))
  if (fault || isAnswer(buttons)) return fault ?? badRequest('')
  return done(asMessage(keep(state, 'sendMessage', chat, text, buttons)))
}

/** `sendPhoto` and `sendDocument`, by URL, by id of a known file or by upload. */
export const sendMedia = async (state: State, params: Params, field: 'photo' | 'document'): Promise<Answer> => {
  const chat = reachable(state, params)
  if (isAnswer(chat)) return chat
  const caption = textOf(params, 'caption').trim()
  const buttons = keyboardOf(params)
  if (isAnswer(buttons)) return buttons
  const media = await mediaOf(state, params, field)
  const fault = captionFault(caption) ?? (isAnswer(media) ? media : rateFault(state, chat, Date.now()))
  if (fault || isAnswer(media)) return fault ?? badRequest('')
  const message = keep(state, field === 'photo' ? 'sendPhoto' : 'sendDocument', chat, caption, buttons)
  message[field] = media
  return done(asMessage(message))
}

const mediaOf = async (
  state: State,
  params: Params,
  field: 'photo' | 'document',
): Promise<string | number | Answer> => {
  const given = params[field]
  const attached = textOf(params, field).startsWith('attach://') ? params[textOf(params, field).slice(9)] : given
  if (isUpload(attached)) {
    if (attached.bytes.length === 0) return badRequest('file must be non-empty')
    const tooLarge = attached.bytes.length > MOST_UPLOAD[field]
    return tooLarge ? refuse(413, 'Request Entity Too Large') : attached.bytes.length
  }
  const text = textOf(params, field)
  if (text === '') return badRequest(`there is no ${field} in the request`)
  if (state.files.has(text)) return text
  if (!/^https?:\/\//.test(text))
    return badRequest('wrong remote file identifier specified: wrong padding in the string')
  return (await fetchFault(text, field)) ?? text
}

const FETCHED = { photo: /^image\//, document: /^(application\/(pdf|zip)|image\/gif)/ }

/** The platform fetches a URL itself. The fake does so on this machine only, and takes other addresses on trust. */
const fetchFault = async (url: string, field: 'photo' | 'document'): Promise<Answer | undefined> => {
  if (!isLoopback(url)) return undefined
  const answer = await fetch(url).catch(() => undefined)
  await answer?.arrayBuffer()
  if (!answer?.ok) return badRequest('failed to get HTTP URL content')
  return FETCHED[field].test(answer.headers.get('content-type') ?? '')
    ? undefined
    : badRequest('wrong type of the web page content')
}

export const isLoopback = (url: string): boolean =>
  ['127.0.0.1', 'localhost', '[::1]'].includes(URL.parse(url)?.hostname ?? '')

/** `editMessageText`, `editMessageCaption` and `editMessageReplyMarkup`. */
export const editMessage = (state: State, params: Params, what: 'text' | 'caption' | 'markup'): Answer => {
  const chat = reachable(state, params)
  if (isAnswer(chat)) return chat
  const message = state.messages.get(`${chat}:${intOf(params, 'message_id')}`)
  if (!message) return badRequest('message to edit not found')
  const buttons = keyboardOf(params)
  if (isAnswer(buttons)) return buttons
  const text = what === 'markup' ? message.text : textOf(params, what).trim()
  const fault = what === 'text' ? textFault(text) : captionFault(text)
  if (fault && what !== 'markup') return fault
  if (text === message.text && JSON.stringify(buttons) === JSON.stringify(message.buttons)) return badRequest(UNCHANGED)
  Object.assign(message, { text, buttons, edits: message.edits + 1 })
  return done(asMessage(message))
}

const UNCHANGED =
  'message is not modified: specified new message content and reply markup are exactly the same as a current content ' +
  'and reply markup of the message'

export const answerCallbackQuery = (state: State, params: Params): Answer => {
  if (textOf(params, 'text').length > 200) return badRequest('MESSAGE_TOO_LONG')
  const asked = state.queries.get(textOf(params, 'callback_query_id'))
  const old = asked === undefined || Date.now() - asked > state.queryLife
  return old ? badRequest('query is too old and response timeout expired or query ID is invalid') : done()
}
