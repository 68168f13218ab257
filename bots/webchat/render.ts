import style from './client/chat.css?raw'
import page from './client/chat.html?raw'
import script from './client/chat.js?raw'

/** A button for visitors of a demo: its label and the code it starts with. */
export interface Starter {
  label: string
  start: string
}

/** Everything from our own host, nothing inline: a message can never become a script. */
export const CHAT_CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** The chat page, with the demo's starters and the way the account is known. */
export const renderPage = (starters: Starter[], accountByCookie: boolean): string =>
  page
    .replace('<!--starters-->', () => (starters.length > 0 ? starterScript(starters) : ''))
    .replace('<!--account-->', () => (accountByCookie ? '<meta name="account" content="cookie">' : ''))

/** JSON inside a script element must not be able to close it. */
const starterScript = (starters: Starter[]): string =>
  `<script type="application/json" id="starters">${JSON.stringify(starters).replaceAll('<', '\\u003c')}</script>`

export const chatStyle = style
export const chatScript = script
