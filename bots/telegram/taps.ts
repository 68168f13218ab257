import type { Api } from 'grammy'
import { Bucket } from '../../src/chat/pacing.ts'
import { faultOf, patienceOf } from './faults.ts'
import { markChosen } from './keyboard.ts'
import type { Tap } from './parse.ts'

export type Log = (event: string, fields: Record<string, string | number>) => void

/**
 * Marks a second. A mark is a courtesy and counts against the thirty calls a second that the platform grants a bot: it
 * may have a third of them. Above this, and while the platform asks for patience, messages go first and marks are left out.
 */
const MARKS_A_SECOND = 10

/** Errors that mean the tap was answered already, or the message shows the mark already. */
const HARMLESS = /query is too old|message is not modified|message to edit not found/

export interface Taps {
  /** Stops the waiting circle on the tapped button. */
  answer(tap: Tap): Promise<void>
  /** Shows which button was tapped. The others stay: a parent may still tap another, or the second of two offers. */
  mark(tap: Tap): Promise<void>
}

/** What a tap is owed beside its turn. Neither ever throws. */
export const tapsOf = (api: Api, log: Log, now: () => number): Taps => {
  const marks = new Bucket(MARKS_A_SECOND, MARKS_A_SECOND, now())
  let holdUntil = 0

  const attempt = async (task: () => Promise<unknown>): Promise<void> => {
    try {
      await task()
    } catch (error) {
      const fault = faultOf(error)
      holdUntil = Math.max(holdUntil, now() + (patienceOf(error) ?? 0))
      if (!HARMLESS.test(fault)) log('telegram.tap.failed', { error: fault })
    }
  }

  return {
    answer: tap => attempt(() => api.answerCallbackQuery(tap.query)),
    async mark({ shown, chosen }) {
      const rows = shown && markChosen(shown.rows, chosen)
      if (!rows || now() < holdUntil || !marks.takeIfAny(now())) return
      await attempt(() =>
        api.editMessageReplyMarkup(shown.chat, shown.message, { reply_markup: { inline_keyboard: rows } }),
      )
    },
  }
}
