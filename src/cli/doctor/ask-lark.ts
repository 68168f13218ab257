import * as z from 'zod'
import type { Config } from '../../config.ts'
import type { Language } from '../language.ts'
import { channelWords } from './channel-words.ts'
import { bad, type Line, ok, warn } from './line.ts'

const PATIENCE_MS = 5000
const FEISHU = 'https://open.feishu.cn'

const Answer = z.object({ code: z.number() })

/** Asks Lark for a token: credentials right, and where its pushes should go. Never throws. */
export const askLark = async ({ lark, publicUrl }: Config, language: Language): Promise<Line[]> => {
  if (!lark) return []
  const words = channelWords[language]
  const root = lark.domain ?? FEISHU
  return [await credentials(root, lark, language), wayIn(lark.mode, publicUrl, words)]
}

type Words = (typeof channelWords)[Language]

const wayIn = (mode: 'webhook' | 'socket', publicUrl: string | undefined, words: Words): Line => {
  if (mode === 'socket') return ok('LARK_MODE', words.larkSocket)
  return publicUrl?.startsWith('https:')
    ? ok('PUBLIC_URL', words.larkCard(`${publicUrl}/hooks/lark`))
    : bad('PUBLIC_URL', words.noUrl)
}

const credentials = async (root: string, lark: NonNullable<Config['lark']>, language: Language): Promise<Line> => {
  const words = channelWords[language]
  try {
    const response = await fetch(`${root}/open-apis/auth/v3/tenant_access_token/internal`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ app_id: lark.appId, app_secret: lark.appSecret }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    const { code } = Answer.parse(await response.json())
    return code === 0 ? ok('Lark', words.larkFine) : bad('Lark', words.larkRefused(code))
  } catch {
    return warn('Lark', words.silent(new URL(root).host))
  }
}
