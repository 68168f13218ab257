import * as z from 'zod'
import type { Config } from '../../config.ts'
import type { Language } from '../language.ts'
import { askLark } from './ask-lark.ts'
import { askWecom } from './ask-wecom.ts'
import { bad, type Line, ok, warn } from './line.ts'
import { doctorWords } from './words.ts'

/** What asking a platform brought: lines, and how far its clock is from ours (ms), where it told. */
export interface Asked {
  lines: Line[]
  skewMs?: number
}

/** Asks a platform whether it knows our credentials. Answers no lines when the channel is off. Never throws. */
type Ask = (config: Config, language: Language) => Promise<Asked>

const PATIENCE_MS = 5000
const TELEGRAM = 'https://api.telegram.org'

const answerShape = z.object({ ok: z.boolean(), result: z.object({ username: z.string().catch('?') }).optional() })

const askTelegram: Ask = async ({ telegram, publicUrl }, language) => {
  if (!telegram) return { lines: [] }
  const words = doctorWords[language]
  const root = telegram.apiRoot ?? TELEGRAM
  const needsUrl = telegram.mode === 'webhook' && !publicUrl?.startsWith('https:')
  const address = needsUrl ? [bad('PUBLIC_URL', words.telegramNoUrl)] : []
  try {
    const asked = Date.now()
    const response = await fetch(`${root}/bot${telegram.token}/getMe`, { signal: AbortSignal.timeout(PATIENCE_MS) })
    const skewMs = skewOf(response, (asked + Date.now()) / 2)
    const { ok: isKnown, result } = answerShape.parse(await response.json())
    const line = isKnown
      ? ok('Telegram', words.telegramFine(result?.username ?? '?'))
      : bad('Telegram', words.telegramRefused)
    return { lines: [line, ...address], skewMs }
  } catch {
    return { lines: [warn('Telegram', words.telegramSilent(new URL(root).host)), ...address] }
  }
}

const skewOf = (response: Response, now: number): number | undefined => {
  const date = Date.parse(response.headers.get('date') ?? '')
  return Number.isNaN(date) ? undefined : date - now
}

/** Every channel that can be asked. */
const ASKS: Ask[] = [
  askTelegram,
  async (config, language) => ({ lines: await askLark(config, language) }),
  async (config, language) => ({ lines: await askWecom(config, language) }),
]

/** Asks all channels at once. */
export const askChannels = async (config: Config, language: Language): Promise<Asked> => {
  const all = await Promise.all(ASKS.map(ask => ask(config, language)))
  return { lines: all.flatMap(one => one.lines), skewMs: all.find(one => one.skewMs !== undefined)?.skewMs }
}
