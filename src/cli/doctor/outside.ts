import type { Config } from '../../config.ts'
import type { Language } from '../language.ts'
import { channelWords } from './channel-words.ts'
import { bad, type Line, ok } from './line.ts'

const PATIENCE_MS = 5000

/**
 * Looks at our callbacks by an address as the platforms would: each must be there and must take no stranger's word
 * (401). Run on any machine outside the campus, or through the tunnel.
 */
export const outsideLines = async (url: string, config: Config, language: Language): Promise<Line[]> => {
  const root = url.replace(/\/+$/, '')
  const hooks = [
    ...(config.telegram?.mode === 'webhook' ? ['/hooks/telegram'] : []),
    ...(config.lark?.mode === 'webhook' ? ['/hooks/lark'] : []),
    ...(config.wecom ? ['/hooks/wecom'] : []),
  ]
  const own = knock(`${root}/healthz`, 'GET', 200, language)
  return Promise.all([own, ...hooks.map(hook => knock(root + hook, 'POST', 401, language))])
}

const knock = async (url: string, method: string, expected: number, language: Language): Promise<Line> => {
  const words = channelWords[language]
  const what = new URL(url).pathname
  try {
    const { status } = await fetch(url, { method, signal: AbortSignal.timeout(PATIENCE_MS), redirect: 'manual' })
    return status === expected ? ok(what, words.outsideFine(url)) : bad(what, words.outsideOther(url, status))
  } catch {
    return bad(what, words.outsideSilent(url))
  }
}
