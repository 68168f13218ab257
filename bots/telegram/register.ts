import type { Api } from 'grammy'
import { type Patience, persist } from './persist.ts'
import { COMMANDS } from './words.ts'

/** Updates we ask Telegram for. */
export const WANTED = ['message', 'edited_message', 'callback_query', 'my_chat_member'] as const

/** Updates that Telegram may have on the way to us at the same time. */
const MAX_CONNECTIONS = 40

/** Tells Telegram where to send updates, until it has taken it or the channel ends. */
export const registerWebhook = (api: Api, publicUrl: string, secret: string, patience: Patience): Promise<unknown> => {
  const url = new URL('/hooks/telegram', publicUrl).href
  const how = { secret_token: secret, allowed_updates: WANTED, max_connections: MAX_CONNECTIONS }
  return persist('telegram.webhook.failed', () => api.setWebhook(url, how), patience)
}

/** Frees the bot for long polling; updates that wait at Telegram are kept. */
export const removeWebhook = (api: Api, patience: Patience): Promise<unknown> =>
  persist('telegram.webhook.failed', () => api.deleteWebhook(), patience)

/** Fills the menu of commands: Chinese for everybody, English for those whose Telegram is English. */
export const registerCommands = async (api: Api, patience: Patience): Promise<void> => {
  const setCommands = (lang: 'zh' | 'en', language_code?: 'zh' | 'en') =>
    persist('telegram.commands.failed', () => api.setMyCommands(COMMANDS[lang], { language_code }), patience)
  await setCommands('zh')
  await setCommands('zh', 'zh')
  await setCommands('en', 'en')
}
