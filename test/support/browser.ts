import type { Hono } from 'hono'

export interface Seen {
  status: number
  /** Where it sends the browser, else empty. */
  location: string
  html: string
  headers: Headers
}

/** A browser without script over the app in process: keeps cookies, follows nothing, fills in forms as they stand. */
export const newBrowser = (app: Hono, lang = 'zh-CN', address = '203.0.113.7') => {
  const cookies = new Map<string, string>()
  const request = async (path: string, init: RequestInit = {}): Promise<Seen> => {
    const headers = new Headers(init.headers)
    headers.set('Accept-Language', lang)
    headers.set('Cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    const env = { incoming: { socket: { remoteAddress: address } } }
    const response = await app.request(`https://wanling.example${path}`, { ...init, headers }, env)
    for (const line of response.headers.getSetCookie()) keep(cookies, line)
    return {
      status: response.status,
      location: response.headers.get('Location') ?? '',
      html: await response.text(),
      headers: response.headers,
    }
  }
  const get = (path: string) => request(path)
  const post = (path: string, fields: Record<string, string> | FormData) =>
    request(path, { method: 'POST', body: fields instanceof FormData ? fields : new URLSearchParams(fields) })
  /** Sends the form of a page that goes to `action`, its hidden fields included. */
  const send = async (page: Seen, action: string, fields: Record<string, string>) =>
    post(action, { ...hiddenOf(page.html, action), ...fields })
  return { cookies, get, post, send }
}

export type Browser = ReturnType<typeof newBrowser>

const keep = (cookies: Map<string, string>, line: string): void => {
  const [pair = ''] = line.split(';')
  const at = pair.indexOf('=')
  if (/max-age=0/i.test(line)) cookies.delete(pair.slice(0, at))
  else cookies.set(pair.slice(0, at), pair.slice(at + 1))
}

/** The hidden fields of the form with this action. */
export const hiddenOf = (html: string, action: string): Record<string, string> => {
  const form =
    html
      .split('<form')
      .find(part => part.includes(`action="${action}"`))
      ?.split('</form>')[0] ?? ''
  const fields = form.matchAll(/<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?/g)
  return Object.fromEntries(Array.from(fields, ([, name = '', value = '']) => [name, unescaped(value)]))
}

const unescaped = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
