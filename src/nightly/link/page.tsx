import { createHash } from 'node:crypto'
import { html, raw } from 'hono/html'
import type { Lang } from '../../chat/inbound.ts'
import type { Choice } from '../../chat/reply.ts'
import { spokenClock } from '../../chat/spoken.ts'
import type { StoredNight } from '../store.ts'
import type { PageChoices } from './choices.ts'
import style from './page.css?raw'
import { linkWords } from './words.ts'

/** Nothing from elsewhere, no script: the page is one screen of buttons. */
export const PAGE_CSP = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

const shell = (lang: Lang, title: string, body: unknown) => html`<!doctype html>
<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="robots" content="noindex"><meta name="referrer" content="no-referrer"><title>${title}</title><style>${raw(style)}</style></head>
<body><main>${body}</main></body></html>`

/** A page that says one thing: that the link is dead, or is none. */
export const plainPage = (lang: Lang, line: string) => shell(lang, '晚铃', html`<p class="said">${line}</p>`)

export interface PageParts {
  lang: Lang
  label: string
  night: string
  choices: PageChoices
  stored: StoredNight | undefined
  /** What the last tap was answered. */
  said: string
  /** Tells one sending of this form from another, so that a double tap counts once. */
  formId: string
}

/** The evening of one child: the minutes row, the light-out row, 今晚不填. */
export const nightPage = ({ lang, label, night, choices, stored, said, formId }: PageParts) => {
  const words = linkWords[lang]
  const [, m = 0, d = 0] = night.split('-').map(Number)
  const has = stored !== undefined && (stored.writtenMin !== null || stored.bedOffset !== null)
  return shell(
    lang,
    words.title(label),
    html`<form method="post" autocomplete="off"><input type="hidden" name="id" value="${formId}">
<h1>${words.title(label)}</h1><p class="when">${words.when(m, d)}</p>
<p class="said" role="status">${said || (has ? `${words.stands}: ${standing(stored, lang)}` : words.nothing)}</p>
${row(words.minutes, choices.minutes)}${row(words.bed, choices.bed)}
<p class="quiet">${button({ ...choices.skip, chosen: false })}${has ? button({ ...choices.undo, label: words.undo, chosen: false }) : ''}</p>
<p class="small">${words.free}</p><p class="small">${words.danger}</p></form>`,
  )
}

const standing = (stored: StoredNight, lang: Lang): string => {
  const words = linkWords[lang]
  const wrote = stored.writtenMin === null ? '' : stored.writtenMin === 0 ? words.none : words.wrote(stored.writtenMin)
  const out = stored.bedOffset === null ? '' : words.out(spokenClock(stored.bedOffset, lang))
  return [wrote, out].filter(Boolean).join(lang === 'zh' ? ',' : ', ')
}

const row = (question: string, choices: (Choice & { chosen: boolean })[]) =>
  html`<fieldset><legend>${question}</legend><div class="row">${choices.map(button)}</div></fieldset>`

const button = ({ id, label, chosen }: Choice & { chosen: boolean }) =>
  html`<button name="choice" value="${id}" aria-pressed="${chosen ? 'true' : 'false'}">${label}</button>`
