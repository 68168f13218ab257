import { html, raw } from 'hono/html'
import { encode } from 'uqr'
import type { Lang } from '../chat/inbound.ts'
import { slipStyle } from './slips-style.ts'
import { slipWords } from './slips-words.ts'

/** One slip: a child and its fresh code. It holds nothing that tells whether the child's family is here already. */
export interface Slip {
  classId: string
  schoolName: string
  grade: number
  classNo: number
  label: string
  /** Nickname or key, only where two children of the class have one name. */
  mark?: string
  code: string
}

/** Where the picture on a slip leads. `url` is PUBLIC_URL without a slash at the end, `bot` the bot's name without @. */
export type StartLink = { way: 'web'; url: string } | { way: 'telegram'; bot: string } | { way: 'code' }

/** Slips on one sheet of A4. */
export const SLIPS_ON_PAGE = 8

/** What the picture holds: the channel's start link with the code, or the code itself. */
export const startOf = (link: StartLink, code: string): string => {
  if (link.way === 'web') return `${link.url}/chat?start=${code}`
  return link.way === 'telegram' ? `https://t.me/${link.bot}?start=${code}` : code
}

/**
 * The printable sheet of slips, in the order given, a new page for each class: one file of HTML without a script or
 * anything to fetch. All slips are alike, so that nobody can tell from one whose family is bound. For the command line
 * and the console.
 */
export const slipSheet = (slips: readonly Slip[], link: StartLink, lang: Lang): string => {
  const words = slipWords[lang]
  const pages = pagesOf(slips)
  const sheet = html`<!doctype html>
<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><meta name="format-detection" content="telephone=no"><title>${words.title}</title><style>${raw(slipStyle)}</style></head>
<body><div class="note"><p>${words.sheet(slips.length, pages.length)}</p><p>${words.secret}</p></div>
${pages.map(page => html`<section class="page">${page.map(slip => slipOf(slip, link, lang))}</section>\n`)}</body></html>
`
  return String(sheet)
}

const pagesOf = (slips: readonly Slip[]): Slip[][] =>
  [...Map.groupBy(slips, slip => slip.classId).values()].flatMap(group =>
    Array.from({ length: Math.ceil(group.length / SLIPS_ON_PAGE) }, (_, i) =>
      group.slice(i * SLIPS_ON_PAGE, (i + 1) * SLIPS_ON_PAGE),
    ),
  )

const MOON = raw(
  '<svg viewBox="0 0 24 24" aria-hidden="true"><path fill="currentColor" d="M21 12.8A9 9 0 1 1 11.2 3 7 7 0 0 0 21 12.8z"/></svg>',
)
/** A longer name takes the smaller letters: more stands beside it in English. */
const SHORT_NAME = { zh: 9, en: 5 }

const slipOf = (slip: Slip, link: StartLink, lang: Lang) => {
  const words = slipWords[lang]
  const { help } = words
  const who = slip.mark === undefined ? slip.label : words.called(slip.label, slip.mark)
  const isLong = Array.from(who).length > SHORT_NAME[lang]
  return html`<article class="slip"><div class="top"><b>${MOON}${words.name}</b><span>${slip.schoolName} ${words.place(slip.grade, slip.classNo)}</span></div>
${raw(picture(startOf(link, slip.code)))}<div class="main"><p class="${isLong ? 'to long' : 'to'}">${words.to(who)}</p><p class="how">${words.what}<br>${words.how[link.way]}${link.way === 'web' ? html`<br>${words.orType(`${link.url}/chat`)}` : ''}</p><p class="code"><small>${words.codeLabel}</small>${slip.code.slice(0, 5)} ${slip.code.slice(5)}</p></div>
<div class="foot"><p>${words.once}</p><p><mark>${words.voluntary}</mark>${words.voluntaryWhy}</p><p>${help.lead}<b>${help.police}</b>${help.hurt}<b>${help.ambulance}</b>${help.low}<b>${help.talk}</b>${help.end}</p></div></article>`
}

/** A QR code as one path, its runs joined so that a whole school's file stays small. It reads with 15 % of it dirty. */
const picture = (text: string): string => {
  const { size, data } = encode(text, { ecc: 'M', border: 2 })
  const runs = data.flatMap((row, y) => rowRuns(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`))
  return `<svg class="qr" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges" role="img" aria-label="QR"><path d="${runs.join('')}"/></svg>`
}

const rowRuns = (row: readonly boolean[]): [from: number, length: number][] => {
  const runs: [number, number][] = []
  for (let x = 0; x < row.length; x++) {
    if (!row[x]) continue
    const last = runs.at(-1)
    if (last && last[0] + last[1] === x) last[1]++
    else runs.push([x, 1])
  }
  return runs
}
