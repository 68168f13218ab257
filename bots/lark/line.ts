/** What came back from the platform: its code, its answer, and how long it asks to wait. */
export interface Answered {
  code: number
  data: unknown
  status: number
  /** Milliseconds until the rate starts again, where the gateway says so. */
  resetMs: number | undefined
}

/** Nobody answered: the time was up, or the connection broke. */
export class NoAnswer extends Error {
  override name = 'NoAnswer'
}

interface Request {
  url?: string
  method?: string
  headers?: Record<string, unknown>
  params?: Record<string, unknown>
  data?: unknown
}

/**
 * The SDK's way to the network, over `fetch`, alike on Node and on Workers: every answer of the platform comes back as
 * a value, whatever its HTTP status, and a call that takes too long ends.
 */
export const lineOf = (timeoutMs: number) => {
  const request = async (asked: Request): Promise<unknown> => {
    const url = new URL(asked.url ?? '')
    for (const [key, value] of Object.entries(asked.params ?? {})) url.searchParams.set(key, String(value))
    const response = await reach(url, { method: asked.method ?? 'GET', ...bodyOf(asked) }, timeoutMs)
    const reset = Number(response.headers.get('x-ogw-ratelimit-reset') ?? Number.NaN)
    const answer = fromJson(response.text)
    return { ...answer, status: response.status, resetMs: Number.isFinite(reset) ? reset * 1000 : undefined }
  }
  const without =
    (method: string) =>
    (url: string, options: Request = {}) =>
      request({ ...options, url, method })
  const withBody =
    (method: string) =>
    (url: string, data?: unknown, options: Request = {}) =>
      request({ ...options, url, method, data })
  return {
    request,
    get: without('GET'),
    delete: without('DELETE'),
    head: without('HEAD'),
    options: without('OPTIONS'),
    post: withBody('POST'),
    put: withBody('PUT'),
    patch: withBody('PATCH'),
  }
}

const bodyOf = ({ method, headers = {}, data }: Request): Pick<RequestInit, 'body' | 'headers'> => {
  const kept = Object.fromEntries(Object.entries(headers).map(([key, value]) => [key, String(value)]))
  if (data === undefined || /^(get|head)$/i.test(method ?? 'GET')) return { headers: kept }
  const isForm = /^multipart/.test(kept['Content-Type'] ?? '')
  const { 'Content-Type': _, ...others } = kept
  if (isForm) return { headers: others, body: formOf(data) }
  return { headers: { ...kept, 'Content-Type': 'application/json; charset=utf-8' }, body: JSON.stringify(data) }
}

const formOf = (data: unknown): FormData => {
  const form = new FormData()
  for (const [key, value] of Object.entries(data ?? {})) {
    if (value instanceof Uint8Array) form.set(key, new Blob([new Uint8Array(value)]), `${key}.png`)
    else form.set(key, String(value))
  }
  return form
}

const reach = async (url: URL, init: RequestInit, timeoutMs: number) => {
  try {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(timeoutMs) })
    return { status: response.status, headers: response.headers, text: await response.text() }
  } catch (error) {
    const isTimeout = error instanceof Error && error.name === 'TimeoutError'
    throw new NoAnswer(isTimeout ? 'timeout' : 'network')
  }
}

const fromJson = (text: string): object => {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    return {}
  }
}
