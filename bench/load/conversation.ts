import { layOut } from '../../bots/telegram/keyboard.ts'
import { bedTaps, minuteTaps } from '../../src/nightly/taps.ts'

/** Somebody who reports: their account, and their child as the seed made it. */
export interface Reporter {
  account: number
  childId: string
}

/** The update ids and dates (epoch ms) that the platform would give. */
export interface Stamps {
  updateId: () => number
  now: () => number
}

interface Choice {
  id: string
  label: string
}

const LIGHT_OUT = (offset: number): string => `${Math.floor(offset / 60) + 6}点${offset % 60}`

/**
 * The three-step report as the platform would bring it: asking for the card, tapping the minutes, tapping the light-out.
 * A tap carries the keyboard that was shown, as real ones do.
 */
export const reportOf = ({ account, childId }: Reporter, night: string, stamps: Stamps): (() => string)[] => {
  const from = { id: account, is_bot: false, first_name: '家长', language_code: 'zh-hans' }
  const chat = { id: account, type: 'private', first_name: '家长' }
  const date = () => Math.floor(stamps.now() / 1000)
  const said = (text: string) => () => {
    const message = { message_id: 1, from, chat, date: date(), text }
    return JSON.stringify({ update_id: stamps.updateId(), message })
  }
  const tapped = (seq: number, choices: Choice[], wanted: string) => () => {
    const shown = choices.map(({ id, label }) => ({ id: `p${seq}.${id}`, label }))
    const data = shown.find(({ id }) => id.includes(wanted))?.id
    const message = {
      message_id: seq + 1,
      chat,
      date: date(),
      text: '…',
      reply_markup: { inline_keyboard: layOut(shown) },
    }
    const update_id = stamps.updateId()
    return JSON.stringify({
      update_id,
      callback_query: { id: `4${update_id}`, from, chat_instance: '-1', data, message },
    })
  }
  return [
    said('报作业'),
    tapped(1, minuteTaps('primary_upper', night, childId, 'zh'), '.min:40:'),
    tapped(2, bedTaps('primary_upper', night, childId, 'zh', LIGHT_OUT), '.bed:200:'),
  ]
}
