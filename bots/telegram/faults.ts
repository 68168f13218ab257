import { GrammyError, HttpError } from 'grammy'
import type { Delivery } from '../../src/chat/channel.ts'
import { NoAnswer } from './transport.ts'

/**
 * Descriptions of the Bot API that are passed on in an error. Others may quote the message (as do those of entities),
 * so of them only the code is told.
 */
const TELLABLE = [
  'bot was blocked by the user',
  'user is deactivated',
  'bot was kicked',
  'group chat was deleted',
  "bot can't initiate conversation",
  "bot can't send messages to bots",
  'chat not found',
  'BUTTON_DATA_INVALID',
  'message text is empty',
  'message is too long',
  'message caption is too long',
  'reply markup is too long',
  'message is not modified',
  'message to edit not found',
  'query is too old',
  'failed to get HTTP URL content',
  'wrong type of the web page content',
  'not enough rights',
  'terminated by other getUpdates request',
  'bad webhook',
]

/** A failure in words that are safe to log: the platform's code and the class of its description, or our error's name. */
export const faultOf = (error: unknown): string => {
  if (error instanceof GrammyError && Number.isInteger(error.error_code)) {
    const told = TELLABLE.find(text => String(error.description).includes(text))
    return told ? `${error.error_code} ${told}` : String(error.error_code)
  }
  if (error instanceof HttpError) return isTimeout(error.error) ? 'timeout' : 'network'
  if (error instanceof NoAnswer) return error.message
  if (error instanceof GrammyError || error instanceof SyntaxError) return 'unreadable'
  return error instanceof Error ? error.name : 'unknown'
}

const isTimeout = (cause: unknown): boolean => cause instanceof Error && /timed? ?out/i.test(cause.message)

/** The platform's wish for patience in milliseconds, at least a second; undefined when it has none. */
export const patienceOf = (error: unknown): number | undefined => {
  if (!(error instanceof GrammyError) || error.error_code !== 429) return undefined
  return Math.max(1, error.parameters?.retry_after ?? 1) * 1000
}

const GONE = /chat not found|PEER_ID_INVALID|bot can't initiate conversation/

/** What a failed call means for the message: the table of the Bot API's error codes. */
export const deliveryOf = (error: unknown): Exclude<Delivery, { outcome: 'sent' }> => {
  const told = faultOf(error)
  const ms = patienceOf(error)
  if (ms !== undefined) return { outcome: 'wait', ms, scope: 'channel' }
  if (!(error instanceof GrammyError) || !Number.isInteger(error.error_code)) return { outcome: 'again', error: told }
  const movedTo = error.parameters?.migrate_to_chat_id
  if (movedTo !== undefined) return { outcome: 'moved', address: String(movedTo) }
  return byCode(error, told)
}

const byCode = (error: GrammyError, told: string): Exclude<Delivery, { outcome: 'sent' }> => {
  const code = error.error_code
  // The token is wrong or revoked: the operator's to mend, and every message stays good until then.
  if (code === 401 || code === 404) return { outcome: 'again', error: 'unauthorized' }
  if (code === 403) return { outcome: 'gone', error: told }
  if (code === 400 && GONE.test(error.description)) return { outcome: 'gone', error: told }
  return code >= 400 && code < 500 ? { outcome: 'refused', error: told } : { outcome: 'again', error: told }
}
