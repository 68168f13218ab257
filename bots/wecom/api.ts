import * as z from 'zod'

/** The token is no longer one: it is fetched anew once, and the call repeated. */
const STALE = [40014, 42001, 41001]

/** What the API answered: its code, and the rest of its body unread. */
export interface Answered {
  errcode: number
  body: unknown
}

/** Nobody answered: the time was up, the connection broke, or a proxy spoke. */
export class NoAnswer extends Error {
  override name = 'NoAnswer'
}

export interface ApiOptions {
  corpId: string
  secret: string
  /** Root of the API: WeCom's own, or a relay with a fixed address. */
  root: string
  timeoutMs: number
  now: () => number
}

export interface WecomApi {
  get(path: string, query?: Record<string, string>): Promise<Answered>
  post(path: string, body: object): Promise<Answered>
  /** Uploads a picture; the body says its `media_id`. */
  upload(bytes: Uint8Array): Promise<Answered>
}

const Body = z.looseObject({ errcode: z.number() })
const Token = z.object({ errcode: z.literal(0), access_token: z.string(), expires_in: z.number() })

/** A token is renewed this long before its end, in ms. */
const MARGIN = 300_000

/**
 * Calls of the API with one secret's token, which is kept until its end: WeCom throttles those who ask for it often.
 * The token stands in the address, so no address is ever logged. Resolves to the answer, good or bad.
 * @throws NoAnswer when there was none.
 */
export const wecomApi = ({ corpId, secret, root, timeoutMs, now }: ApiOptions): WecomApi => {
  let held: { token: string; until: number } | undefined
  let asking: Promise<string | Answered> | undefined

  const reach = async (path: string, query: Record<string, string>, init: RequestInit): Promise<Answered> => {
    const url = new URL(`${root}${path}`)
    for (const [key, value] of Object.entries(query)) url.searchParams.set(key, value)
    try {
      const response = await fetch(url, { ...init, signal: AbortSignal.timeout(timeoutMs) })
      const body = Body.safeParse(await response.json())
      if (!body.success) throw new NoAnswer('unreadable')
      return { errcode: body.data.errcode, body: body.data }
    } catch (error) {
      if (error instanceof NoAnswer) throw error
      throw new NoAnswer(error instanceof Error && error.name === 'TimeoutError' ? 'timeout' : 'network')
    }
  }

  const fetchToken = async (): Promise<string | Answered> => {
    const answered = await reach('/cgi-bin/gettoken', { corpid: corpId, corpsecret: secret }, {})
    const token = Token.safeParse(answered.body)
    if (!token.success) return answered
    held = { token: token.data.access_token, until: now() + token.data.expires_in * 1000 - MARGIN }
    return held.token
  }

  /** One question at a time: those who come meanwhile share its answer. */
  const tokenOf = (): Promise<string | Answered> => {
    if (held && held.until > now()) return Promise.resolve(held.token)
    asking ??= fetchToken().finally(() => {
      asking = undefined
    })
    return asking
  }

  const once = async (path: string, query: Record<string, string>, init: RequestInit) => {
    const token = await tokenOf()
    if (typeof token !== 'string') return { token: undefined, answered: token }
    return { token, answered: await reach(path, { ...query, access_token: token }, init) }
  }

  const call = async (path: string, query: Record<string, string>, init: () => RequestInit): Promise<Answered> => {
    const { token, answered } = await once(path, query, init())
    if (!STALE.includes(answered.errcode)) return answered
    if (held?.token === token) held = undefined
    return (await once(path, query, init())).answered
  }

  return {
    get: (path, query = {}) => call(path, query, () => ({})),
    post: (path, body) => call(path, {}, () => ({ method: 'POST', body: JSON.stringify(body) })),
    upload: bytes =>
      call('/cgi-bin/media/upload', { type: 'image' }, () => {
        const form = new FormData()
        form.set('media', new Blob([new Uint8Array(bytes)], { type: 'image/png' }), 'picture.png')
        return { method: 'POST', body: form }
      }),
  }
}
