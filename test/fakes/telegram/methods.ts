import * as z from 'zod'
import { type Answer, badRequest, done, refuse } from './answers.ts'
import { answerCallbackQuery, editMessage, sendMedia, sendMessage } from './messages.ts'
import { jsonOf, type Params, textOf } from './params.ts'
import { BOT, type State } from './state.ts'
import { getUpdates } from './updates.ts'
import { deleteWebhook, getWebhookInfo, setWebhook } from './webhook.ts'

type Method = (state: State, params: Params) => Answer | Promise<Answer>

const LARGEST_DOWNLOAD = 20 * 1024 * 1024

const Commands = z.array(z.object({ command: z.string(), description: z.string() })).max(100)

const setMyCommands: Method = (state, params) => {
  const commands = Commands.safeParse(jsonOf(params, 'commands'))
  if (!commands.success) return badRequest('expected an Array of BotCommand')
  if (!commands.data.every(({ command }) => /^[a-z0-9_]{1,32}$/.test(command))) return badRequest('BOT_COMMAND_INVALID')
  const told = commands.data.every(({ description }) => description.length >= 1 && description.length <= 256)
  if (!told) return badRequest('BOT_COMMAND_DESCRIPTION_INVALID')
  state.commands.set(textOf(params, 'language_code'), commands.data)
  return done()
}

const getFile: Method = (state, params) => {
  const file_id = textOf(params, 'file_id')
  const file = state.files.get(file_id)
  if (!file) return badRequest('invalid file_id')
  if (file.bytes.length > LARGEST_DOWNLOAD) return badRequest('file is too big')
  return done({ file_id, file_unique_id: file_id, file_size: file.bytes.length, file_path: file.path })
}

/** The methods of the Bot API that the fake carries out, by their lower-case names as the platform looks them up. */
const METHODS: Record<string, Method> = {
  getme: () =>
    done({ ...BOT, can_join_groups: true, can_read_all_group_messages: false, supports_inline_queries: false }),
  sendmessage: sendMessage,
  sendphoto: (state, params) => sendMedia(state, params, 'photo'),
  senddocument: (state, params) => sendMedia(state, params, 'document'),
  editmessagetext: (state, params) => editMessage(state, params, 'text'),
  editmessagecaption: (state, params) => editMessage(state, params, 'caption'),
  editmessagereplymarkup: (state, params) => editMessage(state, params, 'markup'),
  answercallbackquery: answerCallbackQuery,
  getupdates: getUpdates,
  setwebhook: setWebhook,
  deletewebhook: deleteWebhook,
  getwebhookinfo: getWebhookInfo,
  setmycommands: setMyCommands,
  getfile: getFile,
}

/** Carries out one call; its name in any case. */
export const carryOut = async (state: State, name: string, params: Params): Promise<Answer> => {
  const method = METHODS[name.toLowerCase()]
  return method ? method(state, params) : refuse(404, 'Not Found: method not found')
}
