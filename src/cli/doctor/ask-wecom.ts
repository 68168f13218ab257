import * as z from 'zod'
import type { Config } from '../../config.ts'
import type { Language } from '../language.ts'
import { channelWords } from './channel-words.ts'
import { bad, type Line, ok, warn } from './line.ts'

const PATIENCE_MS = 5000
const WECOM = 'https://qyapi.weixin.qq.com'

/** The address this machine goes out by is not listed at WeCom. */
const NOT_LISTED = 60020

const Answer = z.object({ errcode: z.number(), access_token: z.string().optional() })

interface Asked {
  errcode: number
  token: string | undefined
}

/** Asks WeCom for tokens, and by the app's whether our address is listed. Never throws. */
export const askWecom = async ({ wecom, publicUrl }: Config, language: Language): Promise<Line[]> => {
  if (!wecom) return []
  const words = channelWords[language]
  const root = wecom.apiRoot ?? WECOM
  const token = (secret: string) =>
    ask(`${root}/cgi-bin/gettoken?${new URLSearchParams({ corpid: wecom.corpId, corpsecret: secret })}`)
  const app = await token(wecom.secret)
  const listed = app?.token ? await ask(agentUrl(root, app.token, wecom.agentId)) : app
  const kf = wecom.kfSecret ? await token(wecom.kfSecret) : undefined
  const address = publicUrl?.startsWith('https:')
    ? ok('PUBLIC_URL', words.callback(`${publicUrl}/hooks/wecom`))
    : bad('PUBLIC_URL', words.noUrl)
  const host = new URL(root).host
  return [
    lineOf('WeCom', listed, words.wecomFine, words.wecomRefused, host, language),
    ...(wecom.kfSecret ? [lineOf('WECOM_KF_SECRET', kf, words.kfFine, words.kfRefused, host, language)] : []),
    address,
  ]
}

const agentUrl = (root: string, token: string, agentId: number): string =>
  `${root}/cgi-bin/agent/get?${new URLSearchParams({ access_token: token, agentid: String(agentId) })}`

const lineOf = (
  what: string,
  asked: Asked | undefined,
  fine: string,
  refused: (code: number) => string,
  host: string,
  language: Language,
): Line => {
  const words = channelWords[language]
  if (!asked) return warn(what, words.silent(host))
  if (asked.errcode === NOT_LISTED) return bad(what, words.wecomIp)
  return asked.errcode === 0 ? ok(what, fine) : bad(what, refused(asked.errcode))
}

const ask = async (url: string): Promise<Asked | undefined> => {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) })
    const { errcode, access_token } = Answer.parse(await response.json())
    return { errcode, token: access_token }
  } catch {
    return undefined
  }
}
