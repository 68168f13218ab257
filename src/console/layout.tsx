import { html } from 'hono/html'
import { formToken } from './csrf.ts'
import type { ConsoleDeps, Html, Page, View, Visit } from './page.ts'
import { consolePath } from './page.ts'
import { unitsFor } from './roles.ts'
import { consoleWords } from './words.ts'

/** The parts of a visit that the layout shows: pages of refusal have no unit. */
export type Shown = Pick<Visit, 'c' | 'lang' | 'actor' | 'person' | 'visitId' | 'unitNames'>

/** No eval, no inline style, no request to anybody else: what the Content-Security-Policy would refuse anyway. */
const HTMX = JSON.stringify({ allowEval: false, includeIndicatorStyles: false, selfRequestsOnly: true })

/** The whole document around a view. */
export const document = (
  shown: Shown,
  view: View,
  menu: readonly Page[],
  deps: Pick<ConsoleDeps, 'keys'>,
  version: string,
): Html => {
  const words = consoleWords[shown.lang]
  return html`<!doctype html>${(
    <html lang={shown.lang === 'zh' ? 'zh-CN' : 'en'}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="htmx-config" content={HTMX} />
        <title>{`${view.title} · ${words.product}`}</title>
        <link rel="stylesheet" href={`/console/style.css?v=${version}`} />
        <script src={`/console/htmx.js?v=${version}`} defer></script>
      </head>
      <body>
        <a class="skip" href="#main">
          {words.skip}
        </a>
        <Top shown={shown} keys={deps.keys} />
        <div class="frame">
          {shown.person ? <Menu shown={shown} menu={menu} /> : null}
          <main id="main" tabindex={-1}>
            {view.body}
          </main>
        </div>
      </body>
    </html>
  )}`
}

const Top = ({ shown, keys }: { shown: Shown; keys: ConsoleDeps['keys'] }) => {
  const words = consoleWords[shown.lang]
  const { person } = shown
  return (
    <header class="top">
      <a class="brand" href="/console">
        {words.product}
        <span>{words.console}</span>
      </a>
      {person ? <a href="/console/me">{person.name}</a> : null}
      <a href={inOtherLanguage(shown)} lang={words.otherLang === 'zh' ? 'zh-CN' : 'en'} hreflang={words.otherLang}>
        {words.other}
      </a>
      {person ? (
        <form method="post" action={SIGN_OUT}>
          <input type="hidden" name="_token" value={formToken(keys, shown.visitId, SIGN_OUT)} />
          <button class="plain" type="submit">
            {words.signOut}
          </button>
        </form>
      ) : null}
    </header>
  )
}

const SIGN_OUT = '/console/sign-out'

/** The same address in the other language; where this one only takes forms, the page that they stand on is home. */
const inOtherLanguage = ({ c, lang }: Shown): string => {
  const url = new URL(c.req.url)
  if (c.req.method !== 'GET') return `/console?lang=${consoleWords[lang].otherLang}`
  url.searchParams.set('lang', consoleWords[lang].otherLang)
  return `${url.pathname}${url.search}`
}

/** A line of the menu. `unit` is its name where the person has the same desk in several. */
export interface Entry {
  href: string
  label: string
  unit: string
}

/** What this person finds in the menu: the pages that they may open, unit by unit. */
export const entriesOf = (
  { actor, lang, unitNames }: Pick<Shown, 'actor' | 'lang' | 'unitNames'>,
  menu: readonly Page[],
): Entry[] =>
  menu.flatMap(page => {
    const label = page.menu?.[lang] ?? ''
    if (page.action === 'self') return [{ href: consolePath(page.path), label, unit: '' }]
    const units = unitsFor(actor, page.action)
    if (!page.path.includes(':unit')) return units.length > 0 ? [{ href: consolePath(page.path), label, unit: '' }] : []
    return units.map(unit => ({
      href: consolePath(page.path, { unit }),
      label,
      unit: units.length > 1 ? (unitNames.get(unit) ?? '') : '',
    }))
  })

const Menu = ({ shown, menu }: { shown: Shown; menu: readonly Page[] }) => {
  const words = consoleWords[shown.lang]
  const here = decodeURI(shown.c.req.path)
  return (
    <nav class="menu" aria-label={words.menu}>
      <ul>
        {[{ href: '/console', label: words.home, unit: '' }, ...entriesOf(shown, menu)].map(({ href, label, unit }) => (
          <li>
            <a href={href} aria-current={isHere(here, decodeURI(href)) ? 'page' : undefined}>
              {label}
              {unit ? <small>{unit}</small> : null}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Pages below an entry belong to it; home has nothing below. */
const isHere = (here: string, href: string): boolean =>
  here === href || (href !== '/console' && here.startsWith(`${href}/`))
